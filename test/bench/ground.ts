import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { scales, writeScale } from '../../samples/generator/large/scale';
import { createSession } from '../../electron/session';
import type { Session } from '../../electron/session/session';
import { loadInto } from './load';
import { typedLoad, typedTables } from './typed-load';

/** The same data twice: in a workspace of ours, and in a plain database as DuckDB's typed load leaves it. */
export interface Filled {
  readonly session: Session;
  readonly workspace: string;
  readonly plain: DuckDBConnection;
}

/** What every measurement stands on. */
export interface Ground {
  readonly scale: string;
  readonly rounds: number;
  readonly folder: string;
  /** Folder of the generated CSV files. */
  readonly files: string;
  /** Both databases, filled when first asked for. */
  readonly filled: () => Promise<Filled>;
  readonly remove: () => Promise<void>;
}

const seed = 20_240_101;

/** Writes the files of a scale into a fresh folder. */
export async function prepareGround(scale: string, rounds: number): Promise<Ground> {
  const sizes = scales[scale];
  if (!sizes) throw new Error(`no scale ${scale}`);
  const folder = await mkdtemp(join(tmpdir(), 'quarterdeck-bench-'));
  const files = join(folder, 'files');
  writeScale(files, sizes, seed);
  let filled: Promise<Filled & { readonly close: () => Promise<void> }> | null = null;
  return {
    scale,
    rounds,
    folder,
    files,
    filled: () => (filled ??= fill(folder, files)),
    remove: async () => {
      await (await filled)?.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function fill(folder: string, files: string): Promise<Filled & { readonly close: () => Promise<void> }> {
  const workspace = join(folder, 'workspace');
  const session = createSession();
  await session.open(workspace, true);
  await loadInto(session, files, typedTables);
  const plain = await typedLoad(join(folder, 'plain.duckdb'), files, typedTables);
  return {
    session,
    workspace,
    plain: plain.connection,
    close: async () => {
      plain.close();
      await session.close();
    },
  };
}
