import type { DuckDBConnection } from '@duckdb/node-api';

const everyMs = 200;

/** Runs work and tells meanwhile how far the statement that runs on the connection has come, 0 to 1. */
export async function whileWatching<T>(
  connection: DuckDBConnection,
  onShare: (share: number) => void,
  work: () => Promise<T>,
): Promise<T> {
  const timer = setInterval(() => {
    const { percentage } = connection.progress;
    // Below nothing while no statement runs that can say.
    if (percentage > 0) onShare(Math.min(1, percentage / 100));
  }, everyMs);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
