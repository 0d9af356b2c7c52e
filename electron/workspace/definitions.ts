import { readFile, rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { FileMap } from '../contract';
import type { Deck } from '../model/deck';
import { deck } from '../model/deck';
import { UserError } from '../model/errors';
import type { SavedView } from '../model/saved-view';
import { savedView } from '../model/saved-view';
import type { Entered } from '../model/entered';
import { isEnteredName } from '../model/entered';
import type { Settings } from '../model/settings';
import { changeSetting, defaultSettings } from '../model/settings';
import type { Disk } from './disk';
import { realDisk, writeWhole } from './disk';

/** Version of the definitions this program writes, and the oldest program version that may read them. */
const format = 1;

const text = z.string().max(2_000);
const safeKey = text.refine((key) => !['__proto__', 'constructor', 'prototype'].includes(key));
const relative = z.string().regex(/^(?!.*(^|[/\\])\.\.([/\\]|$))[^/\\:][^:]*$/);

const importedFile = z.object({
  /** Path inside `sources/`. */
  stored: relative,
  /** Name the person knows the file by. */
  file: text,
  part: text.nullable(),
  table: text.nullable(),
  rows: z.number().int().min(0),
  /** The decided map of this file, in the form of `--map`. */
  map: z.custom<FileMap>((value) => typeof value === 'object' && value !== null && !Array.isArray(value)),
  /** Extra columns the file brings, as `x_<name>`. */
  extras: z.array(safeKey).default([]),
});

const importEntry = z.object({
  id: relative,
  imported_at: text,
  files: z.array(importedFile),
  /** Stage → what the settings had said of it before this import said something else. */
  overruled: z.record(safeKey, text).optional(),
});

/** A change as it is kept beside the sources it brought: enough to put it back into definitions that lost it. */
const keptChange = z.object({
  revision: z.number().int().min(1),
  entry: importEntry,
  stages: z.record(safeKey, text),
  aliases: z.record(safeKey, z.record(safeKey, text)),
  /** Those settings that the import may have changed. */
  settings: z.record(safeKey, text).default({}),
});

export type KeptChange = z.infer<typeof keptChange>;

/** A kept change from its text; null when it cannot be read. */
export function readKeptChange(source: string): KeptChange | null {
  try {
    const parsed = keptChange.safeParse(JSON.parse(source));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

const definitions = z.object({
  format: z.number().int(),
  minReader: z.number().int(),
  name: text,
  /** Grows with every change to the data. */
  revision: z.number().int().min(0),
  settings: z.record(safeKey, z.union([z.string(), z.number()])),
  /** Keys of the settings that somebody chose; of definitions that do not say so, all are taken to be chosen. */
  chosen: z.array(safeKey).optional(),
  imports: z.array(importEntry),
  /** Source stage → rung or exit, confirmed by a person or a map. */
  stages: z.record(safeKey, text),
  /** Table → alias → the name it stands for. */
  aliases: z.record(safeKey, z.record(safeKey, text)),
  /** Table → rows a person typed in, as texts; an import never changes them. */
  entered: z
    .partialRecord(
      z.custom<keyof Entered>((name) => typeof name === 'string' && isEnteredName(name)),
      z.array(z.record(safeKey, text)).max(20_000),
    )
    .default({}),
  /** Rep → what the manager noted. */
  notes: z.record(safeKey, text).default({}),
  /** Reviews, every kept version of each, oldest first. */
  decks: z.array(deck).max(500).default([]),
  /** Questions kept under a name. */
  views: z.array(savedView).default([]),
});

export type ImportedFile = Readonly<z.infer<typeof importedFile>>;
export type ImportEntry = Readonly<Omit<z.infer<typeof definitions>['imports'][number], 'files'>> & {
  readonly files: readonly ImportedFile[];
};

/** What a workspace is, apart from its rows: with `sources/` the truth from which the database can be rebuilt. */
export interface Definitions {
  readonly name: string;
  readonly revision: number;
  readonly settings: Settings;
  /** Keys of the settings that somebody chose; the others may follow from the data. */
  readonly chosen: readonly string[];
  readonly imports: readonly ImportEntry[];
  readonly stages: Readonly<Record<string, string>>;
  readonly aliases: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly entered: Entered;
  readonly notes: Readonly<Record<string, string>>;
  readonly decks: readonly Deck[];
  readonly views: readonly SavedView[];
}

/** Definitions of a workspace nobody has put anything in. */
export function freshDefinitions(folder: string): Definitions {
  return {
    name: basename(folder).replace(/\.quarterdeck$/, ''),
    revision: 0,
    settings: defaultSettings,
    chosen: [],
    imports: [],
    stages: {},
    aliases: {},
    entered: {},
    notes: {},
    decks: [],
    views: [],
  };
}

/** File names of the definitions and of the copy kept from the save before. */
export const definitionsFile = 'workspace.json';
const backupFile = 'workspace.json.bak';

export interface ReadDefinitions {
  readonly definitions: Definitions;
  /** Name the damaged file was kept under, when the backup had to be used. */
  readonly damaged: string | null;
}

/** Reads a workspace's definitions, from the backup when they are damaged. Throws `workspace_foreign`, `workspace_newer`, `workspace_damaged`. */
export async function readDefinitions(folder: string, mayWrite: boolean): Promise<ReadDefinitions> {
  const first = await readOne(join(folder, definitionsFile));
  if (first === 'missing') {
    const backup = await readOne(join(folder, backupFile));
    if (typeof backup === 'string') throw new UserError('workspace_foreign', { folder });
    return { definitions: known(backup, folder), damaged: definitionsFile };
  }
  if (first !== 'damaged') return { definitions: known(first, folder), damaged: null };
  const backup = await readOne(join(folder, backupFile));
  if (typeof backup === 'string')
    throw new UserError('workspace_damaged', {
      folder,
      reason: `${definitionsFile} cannot be read and there is no backup`,
    });
  const kept = `damaged-${definitionsFile}`;
  if (mayWrite) await rename(join(folder, definitionsFile), join(folder, kept));
  return { definitions: known(backup, folder), damaged: kept };
}

async function readOne(path: string): Promise<unknown> {
  const bytes = await readFile(path, 'utf8').catch((error: unknown) =>
    error instanceof Error && 'code' in error && error.code === 'ENOENT' ? null : '',
  );
  if (bytes === null) return 'missing';
  try {
    const data: unknown = JSON.parse(bytes);
    return typeof data === 'object' && data !== null && !Array.isArray(data) ? data : 'damaged';
  } catch {
    return 'damaged';
  }
}

function known(data: unknown, folder: string): Definitions {
  const version = z.object({ minReader: z.number() }).safeParse(data);
  if (version.success && version.data.minReader > format) throw new UserError('workspace_newer', { folder });
  const parsed = definitions.safeParse(data);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new UserError('workspace_damaged', {
      folder,
      reason: `${definitionsFile}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`,
    });
  }
  const { format: _format, minReader: _minReader, settings, chosen, ...rest } = parsed.data;
  return { ...rest, settings: settingsWith(defaultSettings, settings), chosen: chosen ?? Object.keys(settings) };
}

/** Settings with saved ones in place of those before; one this version does not know, or whose value it does not accept, stays as it was. */
export function settingsWith(before: Settings, saved: Readonly<Record<string, string | number>>): Settings {
  return Object.entries(saved).reduce((settings, [key, value]) => {
    try {
      return changeSetting(settings, key, String(value));
    } catch {
      return settings;
    }
  }, before);
}

/** Saves the definitions whole, keeping the ones before as backup. */
export async function writeDefinitions(folder: string, next: Definitions, disk: Disk = realDisk): Promise<void> {
  const path = join(folder, definitionsFile);
  const before = await readFile(path, 'utf8').catch(() => null);
  if (before !== null) await writeWhole(join(folder, backupFile), before, disk);
  await writeWhole(path, `${JSON.stringify({ format, minReader: format, ...next }, null, 2)}\n`, disk);
}
