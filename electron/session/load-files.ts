import { because } from '../model/evidence';
import type { DuckDBConnection } from '@duckdb/node-api';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type {
  FileMap,
  ImportMap,
  Incoming,
  LoadProgress,
  LoadWarning,
  OpenQuestion,
  SeenFile,
  SetAsideFile,
} from '../contract';
import { whileWatching } from '../db/watch';
import { mapFor } from '../import/check-map';
import type { StageInUse } from '../import/decide-stages';
import { stagesInUse, writeStageMap } from '../import/decide-stages';
import type { FileToLoad, LoadedFile } from '../import/load-file';
import { partKey, warningOf } from '../import/load-warning';
import { loadFile } from '../import/load-file';
import type { AliasOffer } from '../import/offer-aliases';
import { offerAliases } from '../import/offer-aliases';
import { partsOf } from '../import/read';
import type { Decision, ReadControl } from '../import/read';
import type { Remembered } from '../import/recall';
import { reportingCurrency } from '../import/reporting-currency';
import type { FilePlan, StageDecision } from '../import/table-plan';
import { isOfWorkspace } from '../import/tell-decisions';
import { UserError } from '../model/errors';
import { isExit } from '../model/ladder';
import { remark } from '../model/remarks';
import type { Remark } from '../model/remarks';
import type { TableName } from '../model/tables';
import { addFile, refreshViews, setAliases } from '../workspace/tables';
import { asideOf, isOfContent, unreadable } from './set-aside';

/** Files of one load with where they lie: copied into `incoming/`, or kept in `sources/`. */
export interface LoadInput {
  readonly incoming: Incoming;
  readonly path: string;
}

/** What one load starts from. */
export interface LoadStart {
  readonly zone: string;
  readonly currency: string;
  /** Where nothing was imported yet: whether somebody chose the currency, or the data may say it. Null later: it stays as it is. */
  readonly currencyIs: 'open' | 'chosen' | null;
  /** Folder for files written while loading. */
  readonly scratch: string;
  readonly distrusted: ReadonlySet<string>;
  readonly importNumber: number;
  /** The moment of the import, ISO 8601 in UTC. */
  readonly now: string;
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
  /** The currency that figures are told in from now on; null where the load does not settle it. */
  readonly currency: string | null;
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
  tell: (event: LoadProgress | { readonly type: 'seen'; readonly file: SeenFile }) => void = () => undefined,
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
    ground: { zone: start.zone, currency: start.currency, now: start.now, stages, remembered: start.remembered },
    scratch: start.scratch,
    distrusted: start.distrusted,
    addFile: (name: string) => addFile(connection, start.importNumber, name),
  };
  const files: Loaded['files'][number][] = [];
  for (const { file, input } of targets) {
    const bytes = (await stat(input.path)).size;
    const toldOf = (step: 'read' | 'load', done: number, total = bytes): void =>
      tell({ type: 'progress', file: file.name, step, unit: 'bytes', done, total });
    toldOf('read', 0);
    const watched: ReadControl = { ...control, onProgress: (done, total) => toldOf('read', done, total) };
    const seen = (plan: FilePlan): void => tell({ type: 'seen', file: { ...recognisedAs(plan), bytes } });
    const work = whileWatching(
      connection,
      (share) => toldOf('load', Math.round(share * bytes)),
      () => loadFile(connection, file, { ...place, seen }, watched),
    );
    const loaded = await work.catch((error: unknown) => {
      if (targets.length > 1 && isOfContent(error, file)) return unreadable(file, error, start);
      throw error;
    });
    files.push({ ...loaded, input });
    toldOf('load', bytes);
  }
  await setAliases(connection, confirmed.aliases);
  await refreshViews(connection);
  const used = await stagesInUse(connection, confirmed.stages);
  await writeStageMap(connection, used);
  const currency = await currencyOf(connection, start);
  const offers = await offerAliases(connection, tablesOf(files));
  return { files: withCurrency(files, currency), stages: used, offers, currency: currency?.chosen ?? null, confirmed };
}

function recognisedAs({ source, system, object, main, confidence }: FilePlan): Omit<SeenFile, 'bytes'> {
  const { name, part, header } = source;
  return { file: name, part, system, object, table: main?.table ?? null, confidence, columns: header };
}

async function currencyOf(connection: DuckDBConnection, { currencyIs, currency }: LoadStart): Promise<Decision | null> {
  const found = currencyIs === null ? null : await reportingCurrency(connection);
  if (found === null || currencyIs === 'open') return found;
  return { what: found.what, chosen: currency, evidence: because('chosen_in_settings') };
}

// Said of the file that brought it; amounts of other files that name no currency are in it too.
function withCurrency(files: Loaded['files'], decision: Decision | null): Loaded['files'] {
  if (decision === null) return files;
  const brings = ({ plan: { main } }: LoadedFile) =>
    (main?.sources.has('currency') ?? false) || (main?.constants.has('currency') ?? false);
  const teller = files.find(brings) ?? files[0];
  return files.map((file) => {
    const decisions = file.plan.decisions.map((other) =>
      isOfWorkspace(other) ? { ...other, chosen: decision.chosen } : other,
    );
    return { ...file, plan: { ...file.plan, decisions: file === teller ? [...decisions, decision] : decisions } };
  });
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
  // What a file that cannot be opened is refused for is said when it is loaded.
  const parts = await partsOf(path, scratch, control).catch((error: unknown) => {
    if (isOfContent(error, { map: {} })) return [];
    throw error;
  });
  const shown = parts.filter(({ hidden, empty }) => hidden !== true && empty !== true);
  return (shown.length > 0 ? shown : parts).map(({ name }) => name);
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
    ...loaded.files.flatMap((file) => tableQuestion(file, loaded)),
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

// A table nobody recognised can be mapped by hand; the load waits for that only where it has nothing else.
function tableQuestion(file: LoadedFile, { files }: Loaded): OpenQuestion[] {
  if (asideOf(file)?.code !== 'nothing_recognised') return [];
  const { name, part } = file.plan.source;
  const question = { file: partKey(name, part), kind: 'table', subject: '', choices: [], suggested: null } as const;
  return [files.some(({ plan }) => plan.main !== null) ? { ...question, mayBeLeft: true } : question];
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

/** Warnings of a load as a whole, beside those of its files. */
export function warningsOf(loaded: Loaded): LoadWarning[] {
  const warnings = loaded.files.flatMap((file) => file.warnings);
  for (const file of loaded.files) {
    const { source, main, object } = file.plan;
    const name = partKey(source.name, source.part);
    const aside = asideOf(file);
    if (aside) warnings.push(warningOf(name, asideRemark(aside), 1, 'set_aside'));
    else if (main === null) warnings.push(warningOf(name, remark('not_data', { object: object.toLowerCase() })));
  }
  for (const { stage, rows, target } of loaded.stages) {
    if (target === null) warnings.push(warningOf(null, remark('unknown_stage', { stage }), rows));
  }
  for (const { table, alias, id, rows } of loaded.offers)
    warnings.push(warningOf(null, remark('alias_offer', { alias, table, id }), rows));
  return warnings;
}

/** Throws when a load must not go on: nothing of it can come in, or a question is open whose wrong answer would falsify rows. */
export function refuseOpen(loaded: Loaded): void {
  const aside = loaded.files.map(asideOf);
  const [first] = aside.filter((reason) => reason !== null);
  if (first && loaded.files.every(({ plan }) => plan.main === null)) throw new UserError(first.code, first.args);
  for (const file of loaded.files) {
    const { source, questions } = file.plan;
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

function asideRemark({ code, args }: SetAsideFile): Remark {
  const found = String(args['found'] ?? '').slice(0, 200);
  return code === 'nothing_recognised'
    ? remark('set_aside_unknown', { found })
    : remark('set_aside', { fault: code.replaceAll('_', ' ') });
}
