import { readFile, readdir, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Definitions, KeptChange } from '../workspace/definitions';
import { readKeptChange, settingsWith } from '../workspace/definitions';
import type { Notice, Workspace } from '../workspace/workspace';
import { placesOf } from '../workspace/workspace';

/** Name under which an import's change is kept beside its sources. */
export const keptChangeFile = 'import.json';

/**
 * Puts an opened workspace in order: an import that damaged definitions lost is found again beside its sources, sources of loads that never finished go,
 * and rows that are not there are made again. What cannot be read again is said in a notice; the rest opens all the same.
 */
export async function mend(workspace: Workspace): Promise<void> {
  const before = workspace.definitions;
  const damaged = workspace.notices.some(({ code }) => code === 'definitions_from_backup');
  const known = damaged ? await withLostImport(workspace, before) : before;
  if (!damaged) await dropStraySources(workspace, before);
  if (!workspace.rebuild && known === before) return;
  // Hardly a start needs it, and it brings along all that reads files.
  const { madeAnew } = await import('./make-anew');
  await workspace.keep(await madeAnew(workspace, withoutGoneSources(workspace, known)));
}

// The copy that definitions are mended from is one change older than they were; that change may have been an import.
async function withLostImport(workspace: Workspace, definitions: Definitions): Promise<Definitions> {
  const found = await keptChange(workspace.folder, String(definitions.revision + 1));
  if (!found || found.revision !== definitions.revision + 1) return definitions;
  say(workspace, { code: 'changes_recovered', args: { importId: found.entry.id } });
  const { revision, entry, stages, aliases } = found;
  const settings = settingsWith(definitions.settings, found.settings);
  return { ...definitions, revision, settings, imports: [...definitions.imports, entry], stages, aliases };
}

async function keptChange(folder: string, id: string): Promise<KeptChange | null> {
  const text = await readFile(join(placesOf(folder).sources, id, keptChangeFile), 'utf8').catch(() => null);
  return text === null ? null : readKeptChange(text);
}

async function dropStraySources({ folder }: Workspace, { imports }: Definitions): Promise<void> {
  const { sources } = placesOf(folder);
  const known = new Set(imports.map(({ id }) => id));
  for (const name of await readdir(sources)) {
    const finished = existsSync(join(sources, name, keptChangeFile));
    if (!known.has(name) && !finished) await rm(join(sources, name), { recursive: true, force: true });
  }
}

function withoutGoneSources(workspace: Workspace, definitions: Definitions): Definitions {
  const { sources } = placesOf(workspace.folder);
  const imports = definitions.imports.filter(({ id, files }) => {
    const whole = files.every(({ stored }) => existsSync(join(sources, stored)));
    if (!whole) say(workspace, { code: 'sources_missing', args: { importId: id } });
    return whole;
  });
  return imports.length === definitions.imports.length ? definitions : { ...definitions, imports };
}

function say(workspace: Workspace, notice: Notice): void {
  workspace.notices.push(notice);
}
