import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { scales, writeScale } from '../../samples/generator/large/scale';
import { createSession } from '../../electron/session';
import type { Session } from '../../electron/session/session';
import { loadInto } from './load';
import { openTyped, typedLoad, typedTables } from './typed-load';

/** The same data twice: in a workspace of ours, and in a plain database as DuckDB's typed load leaves it. */
export interface Filled {
  readonly session: Session;
  readonly plain: DuckDBConnection;
}

/** What every measurement stands on. */
export interface Ground {
  readonly scale: string;
  readonly rounds: number;
  readonly folder: string;
  /** Folder of the generated CSV files. */
  readonly files: string;
  /** Both databases open, filled when first asked for. */
  readonly filled: () => Promise<Filled>;
  /** Folder of the filled workspace, closed so that another process can open it. */
  readonly handOver: () => Promise<string>;
  readonly remove: () => Promise<void>;
}

const seed = 20_240_101;

/** Writes the files of a scale into a fresh folder, or takes a folder where an earlier run left them; then it stays. */
export async function prepareGround(scale: string, rounds: number, kept: string | undefined): Promise<Ground> {
  const sizes = scales[scale];
  if (!sizes) throw new Error(`no scale ${scale}`);
  const folder = kept ?? (await mkdtemp(join(tmpdir(), 'quarterdeck-bench-')));
  const files = join(folder, 'files');
  if (!existsSync(files)) writeScale(files, sizes, seed);
  const workspace = join(folder, 'bench.quarterdeck');
  let open: Promise<Filled & { readonly close: () => Promise<void> }> | null = null;
  const filled = () => (open ??= fill(workspace, join(folder, 'plain.duckdb'), files));
  const close = async (): Promise<void> => {
    await (await open)?.close();
    open = null;
  };
  return {
    scale,
    rounds,
    folder,
    files,
    filled,
    handOver: async () => {
      await filled();
      await close();
      return workspace;
    },
    remove: async () => {
      await close();
      if (kept === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

async function fill(
  workspace: string,
  file: string,
  files: string,
): Promise<Filled & { readonly close: () => Promise<void> }> {
  const [known, loaded] = [existsSync(workspace), existsSync(file)];
  const session = createSession();
  await session.open(workspace, !known);
  if (!known) await loadInto(session, files, typedTables);
  const plain = loaded ? await openTyped(file) : await typedLoad(file, files, typedTables);
  return {
    session,
    plain: plain.connection,
    close: async () => {
      plain.close();
      await session.close();
    },
  };
}
