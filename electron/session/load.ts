import type { DuckDBConnection } from '@duckdb/node-api';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type {
  FileLine,
  FileMap,
  FileReport,
  ImportMap,
  Incoming,
  LoadEvent,
  LoadPlan,
  LoadResult,
  PlanEvent,
  UndoResult,
} from '../contract';
import { change, transaction } from '../db/run';
import { mapFor } from '../import/check-map';
import { partKey } from '../import/load-warning';
import { distrusting, outcomeLines } from '../import/load-file';
import { rejectsCsv } from '../import/rejects';
import { removeTranscripts } from '../import/read';
import { reportOf } from '../import/report';
import type { FilePlan } from '../import/table-plan';
import { firstLines } from '../import/first-lines';
import { UserError } from '../model/errors';
import { diskFault, writeWhole } from '../workspace/disk';
import { keptChangeFile } from './mend';
import { addFile, setRevision } from '../workspace/tables';
import type { Workspace } from '../workspace/workspace';
import { placesOf } from '../workspace/workspace';
import { EventQueue } from './event-queue';
import { keepSources, removeIncoming, safeName } from './keep-sources';
import type { Loaded, LoadInput, LoadStart } from './load-files';
import { incomingPath, loadFiles, questionsOf, refuseOpen, warningsOf } from './load-files';
import { keptText, nextDefinitions } from './kept-import';
import { asideOf } from './set-aside';
import { dropLeftover, takeBack, takeFileBack, withLoaded } from './take-back';
import type { LineOutcome } from './session';

/** Called once new rows are kept, to make what is derived from them anew. */
export type OnDataChanged = () => Promise<void>;

/** Dry run of a load: each file once it is recognised, progress, the plan last. Nothing is kept. */
export async function* runPlan(
  workspace: Workspace,
  files: readonly Incoming[],
  map: ImportMap,
  signal?: AbortSignal,
): AsyncGenerator<PlanEvent, void> {
  const events = new EventQueue<PlanEvent>();
  const work = planLoad(workspace, files, map, signal, (event) => events.push(event)).finally(() => events.end());
  work.catch(() => undefined);
  yield* events.all();
  yield { type: 'planned', plan: await work };
}

/** The plan of a load: what each file is read as, mapped to, and would change. Nothing is kept. */
export async function planLoad(
  workspace: Workspace,
  files: readonly Incoming[],
  map: ImportMap,
  signal?: AbortSignal,
  tell: (event: PlanEvent) => void = () => undefined,
): Promise<LoadPlan> {
  const inputs = await inputsOf(workspace, files);
  return cancelled(() =>
    workspace.database.write(async (connection) => {
      return distrusting((distrusted) =>
        rolledBack(connection, async () => {
          const start = { ...startOf(workspace), distrusted };
          return planOf(await loadFiles(connection, inputs, map, start, control(signal), tell), inputs);
        }),
      );
    }, signal),
  );
}

/** Loads files: progress first, the finished load last. All of them or none. Throws UserError naming file and line; nothing is half written. */
export async function* runLoad(
  workspace: Workspace,
  files: readonly Incoming[],
  map: ImportMap,
  onDataChanged: OnDataChanged,
  signal?: AbortSignal,
): AsyncGenerator<LoadEvent, void> {
  if (workspace.readOnly) throw new UserError('workspace_read_only', { folder: workspace.folder });
  const inputs = await inputsOf(workspace, files);
  const events = new EventQueue<LoadEvent>();
  const work = cancelled(() => loadAndKeep(workspace, inputs, map, events, signal)).finally(() => events.end());
  work.catch(() => undefined);
  yield* events.all();
  const result = await work;
  yield { type: 'progress', file: '', step: 'derive', unit: 'part', done: 0, total: 1 };
  await onDataChanged();
  yield { type: 'progress', file: '', step: 'derive', unit: 'part', done: 1, total: 1 };
  yield { type: 'done', result };
}

/** Takes one import back: its rows, what it had replaced, its decisions, and its source files. Throws `import_missing`. */
export async function undoLoad(
  workspace: Workspace,
  importId: string,
  onDataChanged: OnDataChanged,
): Promise<UndoResult> {
  const removed = await takeBack(workspace, importId);
  await onDataChanged();
  return { import_id: importId, removed };
}

/** Takes one file of an import back as undo does a whole one, and removes it from the disk. Throws `import_missing`. */
export async function forgetSource(
  workspace: Workspace,
  importId: string,
  file: string,
  onDataChanged: OnDataChanged,
): Promise<UndoResult> {
  const removed = await takeFileBack(workspace, importId, file);
  await onDataChanged();
  return { import_id: importId, removed };
}

/** Lines of one outcome of a planned load, at most 1,000. */
export async function loadLines(
  workspace: Workspace,
  incoming: Incoming,
  map: ImportMap,
  outcome: LineOutcome,
  signal?: AbortSignal,
): Promise<readonly FileLine[]> {
  const { path } = await incomingPath(workspace.folder, incoming);
  const own = mapFor(map, incoming.name) ?? {};
  const file = { path, name: incoming.name, part: own.part ?? null, map: own };
  const { zone, currency, now, scratch, importNumber, stages, remembered } = startOf(workspace);
  const decided = new Map(
    Object.entries(stages).map(([stage, target]) => [stage, { target: target || null, confirmed: true }] as const),
  );
  return cancelled(() =>
    workspace.database.write(
      (connection) =>
        distrusting((distrusted) =>
          rolledBack(connection, () => {
            const number = (name: string) => addFile(connection, importNumber, name);
            const place = {
              ground: { zone, currency, now, stages: decided, remembered },
              scratch,
              distrusted,
              addFile: number,
            };
            return outcomeLines(connection, file, place, outcome, control(signal));
          }),
        ),
      signal,
    ),
  );
}

function control(signal: AbortSignal | undefined): { signal?: AbortSignal } {
  return signal ? { signal } : {};
}

/** Work inside a transaction that is taken back whatever happens. */
async function rolledBack<T>(connection: DuckDBConnection, work: () => Promise<T>): Promise<T> {
  await change(connection, 'begin transaction');
  try {
    return await work();
  } finally {
    await connection.run('rollback').catch(() => undefined);
  }
}

// A load that was stopped says so in its own words, whichever part noticed first.
async function cancelled<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const aborted = error instanceof Error && error.name === 'AbortError';
    if (aborted || (error instanceof UserError && error.code === 'query_cancelled'))
      throw new UserError('import_cancelled');
    throw error;
  }
}

async function inputsOf(workspace: Workspace, files: readonly Incoming[]): Promise<LoadInput[]> {
  const inputs: LoadInput[] = [];
  for (const incoming of files) inputs.push({ incoming, path: (await incomingPath(workspace.folder, incoming)).path });
  return inputs;
}

/** What a load in this workspace starts from; its import carries the number of the revision it makes. */
export function startOf(workspace: Workspace): LoadStart {
  const { settings, chosen, stages, aliases, revision, imports } = workspace.definitions;
  return {
    zone: settings.time_zone,
    currency: settings.currency,
    currencyIs: imports.length > 0 ? null : chosen.includes('currency') ? 'chosen' : 'open',
    scratch: placesOf(workspace.folder).tmp,
    distrusted: new Set(),
    importNumber: revision + 1,
    now: new Date().toISOString(),
    remembered: [...imports]
      .reverse()
      .flatMap(({ id, files }) => files.map(({ file, map }) => ({ importId: id, file, map }))),
    stages,
    aliases,
  };
}

async function planOf(loaded: Loaded, inputs: readonly LoadInput[]): Promise<LoadPlan> {
  const files: LoadPlan['files'][number][] = [];
  const map: Record<string, FileMap> = {};
  const targets = Object.fromEntries(
    loaded.stages.flatMap(({ stage, target }) => (target === null ? [] : [[stage, target] as const])),
  );
  for (const file of loaded.files) {
    const { path } = file.input;
    files.push({ ...reportOf(file, null, asideOf(file)), ...(await firstLines(path)), reused: reusedOf(file.plan) });
    const staged = ['opportunities', 'stage_events'].includes(file.plan.main?.table ?? '') || file.plan.also.length > 0;
    map[partKey(file.plan.source.name, file.plan.source.part)] = staged
      ? { ...file.plan.map, stages: targets }
      : file.plan.map;
  }
  const using = (table: string) => loaded.files.find(({ plan }) => plan.main?.table === table)?.plan.source.name;
  const offers = loaded.offers.map(({ table, alias, id, usedIn }) => ({
    file: using(usedIn) ?? inputs[0]?.incoming.name ?? '',
    kind: 'alias' as const,
    table,
    subject: alias,
    choices: [id, ''],
    suggested: id,
  }));
  return {
    files,
    stages: [...loaded.stages],
    questions: [...questionsOf(loaded), ...offers],
    warnings: warningsOf(loaded),
    map,
  };
}

function reusedOf({ recalled }: FilePlan): LoadPlan['files'][number]['reused'] {
  return recalled && { file: recalled.file, added: recalled.added, gone: recalled.gone };
}

async function loadAndKeep(
  workspace: Workspace,
  inputs: readonly LoadInput[],
  map: ImportMap,
  events: EventQueue<LoadEvent>,
  signal: AbortSignal | undefined,
): Promise<LoadResult> {
  const start = startOf(workspace);
  const id = String(start.importNumber);
  const folder = join(placesOf(workspace.folder).sources, id);
  await dropLeftover(workspace);
  try {
    const stored = await keepSources(folder, id, inputs);
    const loaded = await workspace.database.write(
      (connection) =>
        distrusting((distrusted) =>
          transaction(connection, async () => {
            const own = { ...start, distrusted };
            const done = await loadFiles(connection, inputs, map, own, control(signal), (event) => {
              if (event.type === 'progress') events.push(event);
            });
            refuseOpen(done);
            await setRevision(connection, start.importNumber);
            return done;
          }),
        ),
      signal,
    );
    const before = workspace.definitions;
    const next = nextDefinitions(before, start, loaded, stored);
    const files = await keepOrTakeBack(workspace, id, async () => {
      const reports = await reportsOf(workspace.folder, folder, id, loaded);
      await writeWhole(join(folder, keptChangeFile), keptText(next));
      await workspace.keep(withLoaded(before, next));
      return reports;
    });
    for (const { path } of inputs) await removeIncoming(workspace, path);
    return { import_id: id, files, warnings: warningsOf(loaded) };
  } catch (error) {
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
    throw diskFault(error, workspace.folder);
  } finally {
    await removeTranscripts(start.scratch);
  }
}

async function reportsOf(workspaceFolder: string, folder: string, id: string, loaded: Loaded): Promise<FileReport[]> {
  const reports: FileReport[] = [];
  for (const [index, file] of loaded.files.entries()) {
    if (file.rejects.length === 0) {
      reports.push(reportOf(file, null, asideOf(file)));
      continue;
    }
    const name = `rejects-${index + 1}-${safeName(file.plan.source.name.replace(/\.[^.]*$/, ''))}.csv`;
    await writeWhole(join(folder, name), rejectsCsv(file.rejects));
    reports.push(reportOf(file, join(workspaceFolder, 'sources', id, name), null));
  }
  return reports;
}

// The rows are in the database but not yet kept: when that fails they go again, at the next load at the latest.
async function keepOrTakeBack<T>(workspace: Workspace, id: string, keep: () => Promise<T>): Promise<T> {
  try {
    return await keep();
  } catch (error) {
    await takeBack(workspace, id, true).catch(() => undefined);
    throw error;
  }
}
