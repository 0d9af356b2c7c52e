import type { Settings } from '../model/settings';
import { settingsUnder } from '../model/settings';
import type { Definitions, ImportEntry } from '../workspace/definitions';

type Words = Readonly<Record<string, string>>;

/** What each stage stands for by what people said: the mappings of the imports, latest last, and over them the settings. */
export function stagesSaid({ imports, settings }: Pick<Definitions, 'imports' | 'settings'>): Record<string, string> {
  const told = imports.flatMap((entry) => Object.entries(wordsOf(entry)));
  return Object.fromEntries([...told, ...settingsUnder(settings, 'stage.')]);
}

/** Settings of stages that an import says something else about, by stage; it has the last word, and they come back when it goes. */
export function overruled(settings: Settings, entry: ImportEntry): Record<string, string> {
  const words = wordsOf(entry);
  const before = [...settingsUnder(settings, 'stage.')];
  return Object.fromEntries(before.filter(([stage, target]) => (words[stage] ?? target) !== target));
}

/** Settings with an import's word in place of those it overrules. */
export function withWord(settings: Settings, entry: ImportEntry): Settings {
  const words = wordsOf(entry);
  return withStages(
    settings,
    Object.keys(entry.overruled ?? {}).map((stage) => [stage, words[stage] ?? ''] as const),
  );
}

/** Settings with those back that an import had overruled and nobody changed since. */
export function withoutWord(settings: Settings, entry: ImportEntry): Settings {
  const words = wordsOf(entry);
  const own = Object.entries(entry.overruled ?? {}).filter(
    ([stage]) => (settings[`stage.${stage}`] ?? '') === (words[stage] ?? ''),
  );
  return withStages(settings, own);
}

function withStages(settings: Settings, words: readonly (readonly [string, string])[]): Settings {
  return { ...settings, ...Object.fromEntries(words.map(([stage, target]) => [`stage.${stage}`, target] as const)) };
}

function wordsOf({ files }: ImportEntry): Words {
  return Object.fromEntries(files.flatMap(({ map }) => Object.entries(map.stages ?? {})));
}
