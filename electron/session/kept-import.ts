import type { Definitions, ImportEntry } from '../workspace/definitions';
import type { LoadInput, LoadStart, Loaded } from './load-files';
import { overruled, stagesSaid, withWord } from './stage-words';

/** The definitions with an import that is loaded: its entry, what it confirmed, and what its data said. */
export function nextDefinitions(
  before: Definitions,
  start: LoadStart,
  loaded: Loaded,
  stored: ReadonlyMap<LoadInput, string>,
): Definitions {
  const files = loaded.files.map((file): ImportEntry['files'][number] => ({
    stored: stored.get(file.input) ?? '',
    file: file.plan.source.name,
    part: file.plan.source.part,
    table: file.plan.main?.table ?? null,
    rows: file.counts.new + file.counts.updated,
    map: { ...file.plan.map, ...(file.file.map.stages ? { stages: file.file.map.stages } : {}) },
    extras: [...file.extras],
  }));
  const plain: ImportEntry = { id: String(start.importNumber), imported_at: start.now, files };
  const entry = { ...plain, overruled: overruled(before.settings, plain) };
  const settings = {
    ...withWord(before.settings, entry),
    ...(loaded.currency === null ? {} : { currency: loaded.currency }),
  };
  const imports = [...before.imports, entry];
  return {
    ...before,
    revision: start.importNumber,
    settings,
    imports,
    stages: stagesSaid({ imports, settings }),
    aliases: loaded.confirmed.aliases,
  };
}

/** An import's change as it is kept beside its sources, so that definitions that lost it can be mended. */
export function keptText({ revision, imports, stages, aliases, settings }: Definitions): string {
  const stageSettings = Object.entries(settings).filter(([key]) => key.startsWith('stage.'));
  const kept = { currency: settings.currency, ...Object.fromEntries(stageSettings) };
  const change = { revision, entry: imports.at(-1), stages, aliases, settings: kept };
  return `${JSON.stringify(change, null, 2)}\n`;
}
