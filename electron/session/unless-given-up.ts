import { UserError } from '../model/errors';

/** What shared work comes to, which goes on for others when this one gives up. Throws `query_cancelled` as soon as that happens. */
export async function unlessGivenUp<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal?.aborted) throw new UserError('query_cancelled');
  const left = new AbortController();
  const stopped = new Promise<never>((_, reject) => {
    signal?.addEventListener('abort', () => reject(new UserError('query_cancelled')), {
      once: true,
      signal: left.signal,
    });
  });
  try {
    return await Promise.race([work, stopped]);
  } finally {
    left.abort();
  }
}
