import { existsSync } from 'node:fs';
import { link, mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cloneFile } from '../workspace/disk';
import type { Workspace } from '../workspace/workspace';
import { placesOf } from '../workspace/workspace';
import type { LoadInput } from './load-files';

/** Removes an incoming file once it is kept; a copy may lie in a folder of its own, which goes with it. */
export async function removeIncoming(workspace: Workspace, path: string): Promise<void> {
  const folder = dirname(path);
  await rm(folder === placesOf(workspace.folder).incoming ? path : folder, { recursive: true, force: true });
}

/** Keeps the files of a load as sources, with where each lies inside `sources/`. A second name costs nothing; where the disk knows none, a copy. */
export async function keepSources(
  folder: string,
  id: string,
  inputs: readonly LoadInput[],
): Promise<Map<LoadInput, string>> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const stored = new Map<LoadInput, string>();
  for (const [index, input] of inputs.entries()) {
    const name = `${index + 1}-${safeName(input.incoming.name)}`;
    const target = join(folder, name);
    await keepOne(input.path, target);
    if (existsSync(`${input.path}.wal`)) await keepOne(`${input.path}.wal`, `${target}.wal`);
    stored.set(input, `${id}/${name}`);
  }
  return stored;
}

function keepOne(path: string, target: string): Promise<void> {
  return link(path, target).catch(() => cloneFile(path, target));
}

/** A file's name without what a disk could take amiss, at most 100 characters of its end. */
export function safeName(name: string): string {
  const safe = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._ ()-]+/gu, '_')
    .replace(/^[. ]+/, '_');
  return safe.length <= 100 ? safe : safe.slice(-100);
}
