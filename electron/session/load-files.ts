import type { DuckDBConnection } from '@duckdb/node-api';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileMap, ImportMap, Incoming, LoadWarning, OpenQuestion } from '../contract';
import { mapFor } from '../import/check-map';
import type { StageInUse } from '../import/decide-stages';
import { stagesInUse, writeStageMap } from '../import/decide-stages';
import type { FileToLoad, LoadedFile } from '../import/load-file';
import { loadFile } from '../import/load-file';
import type { AliasOffer } from '../import/offer-aliases';
import { offerAliases } from '../import/offer-aliases';
import { partsOf } from '../import/read';
import type { ReadControl } from '../import/read';
import type { Remembered } from '../import/recall';
import type { StageDecision } from '../import/table-plan';
import { UserError } from '../model/errors';
import { isExit } from '../model/ladder';
import type { TableName } from '../model/tables';
import { addFile, refreshViews, setAliases } from '../workspace/tables';

/** Files of one load with where they lie: copied into `incoming/`, or kept in `sources/`. */
export interface LoadInput {
  readonly incoming: Incoming;
  readonly path: string;
}

/** What one load starts from. */
export interface LoadStart {
  readonly zone: string;
  readonly currency: string;
  /** Folder for files written while loading. */
  readonly scratch: string;
  readonly distrusted: ReadonlySet<string>;
  readonly importNumber: number;
  /** Mappings of earlier files, newest first, for those whose header comes again. */
  readonly remembered: readonly Remembered[];
  /** Stages and aliases that people confirmed before this load. */
  readonly stages: Readonly<Record<string, string>>;
  readonly aliases: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** A load whose rows are in the tables of a transaction that is not yet committed. */
export interface Loaded {
  readonly files: readonly (LoadedFile & { readonly input: LoadInput })[];
  readonly stages: readonly StageInUse[];
  readonly offers: readonly AliasOffer[];
  /** Confirmed stages and aliases, those of this load's mapping included. */
  readonly confirmed: Pick<LoadStart, 'stages' | 'aliases'>;
}

/** Loads files one after the other inside the transaction that is open on the connection. Throws UserError naming the file. */
export async function loadFiles(
  connection: DuckDBConnection,
  inputs: readonly LoadInput[],
  map: ImportMap,
  start: LoadStart,
  control: ReadControl,
  onFile: (file: string, step: 'read' | 'load', done: number, total: number) => void = () => undefined,
): Promise<Loaded> {
  const targets = await filesToLoad(inputs, map, start.scratch, control);
  const confirmed = confirmedBy(
    targets.map(({ file }) => file.map),
    start,
  );
  const stages = new Map(
    Object.entries(confirmed.stages).map(([stage, target]): [string, StageDecision] => [
      stage,
      { target: target || null, confirmed: true },
    ]),
  );
  const place = {
    ground: { zone: start.zone, currency: start.currency, stages, remembered: start.remembered },
    scratch: start.scratch,
    distrusted: start.distrusted,
    addFile: (name: string) => addFile(connection, start.importNumber, name),
  };
  const files: Loaded['files'][number][] = [];
  for (const { file, input } of targets) {
    onFile(file.name, 'read', 0, 1);
    const watched: ReadControl = { ...control, onProgress: (done, total) => onFile(file.name, 'read', done, total) };
    files.push({ ...(await loadFile(connection, file, place, watched)), input });
    onFile(file.name, 'load', 1, 1);
  }
  await setAliases(connection, confirmed.aliases);
  await refreshViews(connection);
  const used = await stagesInUse(connection, confirmed.stages);
  await writeStageMap(connection, used);
  return { files, stages: used, offers: await offerAliases(connection, tablesOf(files)), confirmed };
}

/** Tables that the files of a load brought rows of. */
export function tablesOf(files: readonly LoadedFile[]): ReadonlySet<TableName> {
  return new Set(
    files.flatMap(({ plan }) => [plan.main, ...plan.also].flatMap((table) => (table ? [table.table] : []))),
  );
}

async function filesToLoad(
  inputs: readonly LoadInput[],
  map: ImportMap,
  scratch: string,
  control: ReadControl,
): Promise<{ file: FileToLoad; input: LoadInput }[]> {
  const out: { file: FileToLoad; input: LoadInput }[] = [];
  for (const input of inputs) {
    const { name } = input.incoming;
    const own = mapFor(map, name);
    const parts = own?.part === undefined ? await partsToLoad(input.path, scratch, control) : [own.part];
    const single = parts.length <= 1 && own?.part === undefined;
    for (const part of single ? [null] : parts) {
      const entry: FileMap = (part === null ? undefined : mapFor(map, partKey(name, part))) ?? own ?? {};
      out.push({ file: { path: input.path, name, part, map: entry }, input });
    }
  }
  return out;
}

// Sheets that the workbook does not show hold lists for its own use; whoever wants one names it.
async function partsToLoad(path: string, scratch: string, control: ReadControl): Promise<string[]> {
  const parts = await partsOf(path, scratch, control);
  const shown = parts.filter(({ hidden, empty }) => hidden !== true && empty !== true);
  return (shown.length > 0 ? shown : parts).map(({ name }) => name);
}

/** How a mapping calls one part of a file. */
export function partKey(name: string, part: string | null): string {
  return part === null ? name : `${name}#${part}`;
}

function confirmedBy(maps: readonly FileMap[], start: LoadStart): Loaded['confirmed'] {
  const stages = { ...start.stages };
  const aliases: Record<string, Record<string, string>> = Object.fromEntries(
    Object.entries(start.aliases).map(([table, names]) => [table, { ...names }] as const),
  );
  for (const map of maps) {
    Object.assign(stages, map.stages);
    for (const [table, names] of Object.entries(map.aliases ?? {})) aliases[table] = { ...aliases[table], ...names };
  }
  return { stages, aliases };
}

/** Questions of a load that a person should answer; those that must be answered first stop it. */
export function questionsOf(loaded: Loaded): OpenQuestion[] {
  const [first] = loaded.files;
  const anyFile = first?.plan.source.name ?? '';
  const open = loaded.stages.filter((stage) => stage.target === null);
  return [
    ...loaded.files.flatMap(({ plan }) => plan.questions),
    ...loaded.files.filter(isUnknown).map(({ plan }): OpenQuestion => ({
      file: plan.source.name,
      kind: 'table',
      subject: '',
      choices: [],
      suggested: null,
    })),
    ...open.map(({ stage }): OpenQuestion => ({
      file: anyFile,
      kind: 'stages',
      subject: stage,
      choices: [],
      suggested: null,
    })),
    ...endsQuestion(loaded),
  ];
}

// Which stages end a deal is confirmed once, where no flag of the file's own says so. The question has no subject: it is about all of them.
function endsQuestion({ files, stages }: Loaded): OpenQuestion[] {
  const file = files.find(({ plan }) => plan.main?.sources.has('stage') || plan.main?.sources.has('to_stage'));
  const flagged = files.some(({ plan }) => plan.main?.sources.has('is_won'));
  const unconfirmed = stages.some(({ target, confirmed }) => !confirmed && target !== null && isEnding(target));
  if (!file || flagged || !unconfirmed) return [];
  return [{ file: file.plan.source.name, kind: 'stages', subject: '', choices: [], suggested: null }];
}

function isEnding(target: string): boolean {
  return target === 'won' || target === 'paid' || isExit(target);
}

/** True for a file of which no table of the model could be made out. */
export function isUnknown({ plan, file }: LoadedFile): boolean {
  return plan.main === null && plan.object === 'unknown' && file.map.table === undefined;
}

/** Warnings of a load as a whole, beside those of its files. */
export function warningsOf(loaded: Loaded): LoadWarning[] {
  const warnings = loaded.files.flatMap((file) => file.warnings);
  for (const { plan } of loaded.files) {
    if (plan.main === null)
      warnings.push({
        code: 'not_data',
        message: `${plan.source.name}: ${plan.object.toLowerCase()}, left out`,
        count: 1,
      });
  }
  for (const { stage, rows, target } of loaded.stages) {
    if (target === null)
      warnings.push({ code: 'unknown_stage', message: `stage ${stage} stands on no rung yet`, count: rows });
  }
  for (const { table, alias, id, rows } of loaded.offers) {
    warnings.push({
      code: 'alias_offer',
      message: `${alias} is not in ${table}; it looks like ${id}. Not joined unless confirmed`,
      count: rows,
    });
  }
  return warnings;
}

/** Throws when a load must not go on: a file nobody recognised, or a question whose wrong answer would falsify rows. */
export function refuseOpen(loaded: Loaded): void {
  for (const file of loaded.files) {
    const { source, questions } = file.plan;
    if (isUnknown(file))
      throw new UserError('nothing_recognised', { file: source.name, found: source.header.join(', ') });
    const open = questions.find(({ kind }) => kind === 'dates' || kind === 'numbers');
    if (open)
      throw new UserError('question_open', {
        file: source.name,
        kind: open.kind,
        subject: open.subject,
        choices: open.choices.join(', '),
        key: open.kind === 'dates' ? 'date_order' : 'decimal',
      });
  }
}

/** Path of an incoming file, and its size in bytes. Throws `file_missing`. */
export async function incomingPath(folder: string, incoming: Incoming): Promise<{ path: string; bytes: number }> {
  const path = join(folder, 'incoming', incoming.stored);
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new UserError('file_missing', { file: incoming.name });
  return { path, bytes: found.size };
}
