import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Disk } from './disk';
import { realDisk, writeWhole } from './disk';

const sidecarFile = 'revision.json';

const sidecar = z.object({ revision: z.number().int(), rows: z.record(z.string(), z.number()) });

/** What the database held when it was last known to be whole; null when that was never written or cannot be read. */
export type Sidecar = Readonly<z.infer<typeof sidecar>>;

/** Reads the sidecar beside the database. */
export async function readSidecar(folder: string): Promise<Sidecar | null> {
  try {
    return sidecar.parse(JSON.parse(await readFile(join(folder, sidecarFile), 'utf8')));
  } catch {
    return null;
  }
}

/** Writes the sidecar, the last step of every change. */
export async function writeSidecar(folder: string, next: Sidecar, disk: Disk = realDisk): Promise<void> {
  await writeWhole(join(folder, sidecarFile), `${JSON.stringify(next)}\n`, disk);
}
