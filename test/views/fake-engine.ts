/** An engine without a process: the contract's calls answered from the invented company, for tests of the page. */
import type { EnteredGrid, LoadPlan, MetricAsk, SavedView, WorkspaceState } from '../../electron/contract';
import { catalogue, optionsOf } from '../../electron/analytics';
import { arrowOf } from '../../electron/db/arrow';
import type { Answer, Part, Question } from '../../electron/model/question';
import type { Table } from '../../electron/model/table';
import { numberColumn, textColumn } from '../../electron/model/table';
import { lineReason } from '../../electron/model/remarks';
import { withView } from '../../electron/model/saved-view';
import { isTableName, tableModel } from '../../electron/model/tables';
import { AnswersTogether } from '../../electron/session/answers-together';
import type { Engine } from '../../renderer/engine';
import { problemOf } from '../../renderer/engine';
import type { Journey } from './company';
import { journeys, ladder } from './company';
import type { FakeUnit } from './fake-metrics';
import { dimensionOf, fakeAnswer, settings, unitsOf } from './fake-metrics';
import { fakePlan } from './fake-plan';

export interface FakeOptions {
  readonly journeys?: readonly Journey[];
  /** Rows of tables in place of the company's own. */
  readonly tables?: Readonly<Record<string, number>>;
  /** Trials of skills in place of the invented floor's. */
  readonly trials?: Table;
  /** Rungs the company's stages stand on, in place of all. */
  readonly rungs?: readonly string[];
  /** What answers say beside their rows, in place of what they would, by metric. */
  readonly extras?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** The workspace the fake engine has open. */
export function fakeWorkspace(options: FakeOptions = {}): WorkspaceState {
  const all = options.journeys ?? company;
  const tables = options.tables ?? {
    opportunities: all.length,
    leads: all.length,
    activities: all.length * 4,
    orders: 0,
    targets: 40,
    payouts: 40,
    incentive_plans: 2,
    trainings: 24,
    coachings: 12,
    recognitions: 6,
  };
  return {
    open: true,
    folder: '/invented/Pejabat Prima.quarterdeck',
    name: 'Pejabat Prima Sdn Bhd',
    readOnly: false,
    revision: 1,
    asOf: '2026-09-30T15:59:59.999Z',
    settings: Object.fromEntries(Object.entries(settings).map(([key, value]) => [key, String(value)])),
    tables: Object.entries(tables).map(([name, rows]) => ({ name, rows })),
    typed: [{ name: 'reps', rows: 1 }],
    sources: [
      {
        import_id: '7',
        file: 'opportunities.csv',
        table: 'opportunities',
        rows: all.length,
        imported_at: '2026-10-01T02:15:00Z',
      },
    ],
    checks: [],
    notices: [],
    stages: [{ stage: 'Rundingan', target: 'negotiation', confirmed: false }],
    extraDimensions: [],
    views: [],
    rungs: options.rungs ?? ['lead', 'qualified', 'meeting', 'proposal', 'won', 'lost'],
  };
}

const company = journeys();

interface Fake {
  readonly engine: Engine;
  /** What was asked, in order. */
  readonly calls: string[];
  /** How it answers a metric. */
  readonly answer: Answers;
}

/** A stand-in for the engine. */
export function fakeEngine(options: FakeOptions = {}): Fake {
  const all = options.journeys ?? company;
  const calls: string[] = [];
  const told = <T>(name: string, value: T): Promise<T> => tell(name, Promise.resolve(value));
  const tell = <T>(name: string, value: Promise<T>): Promise<T> => {
    calls.push(name);
    return value;
  };
  const state = fakeWorkspace(options);
  let views: readonly SavedView[] = state.views;
  const answer: Answers = ({ metric, question }) => {
    const given = fakeAnswer(all, metric, question, options.trials);
    const extra = options.extras?.[metric];
    const told = given.then((whole) => ({ ...whole, total: whole.table.length, ...(extra && { extra }) }));
    return tell(`answer:${metric}:${JSON.stringify(question.options)}`, told);
  };
  const engine = {
    engine: { hello: () => told('hello', { version: '0.1.0', duckdb: '1.5.5' }) },
    workspace: {
      open: () => told('open', { ...state, remembered: [] }),
      close: () => told('close', undefined),
      state: () => told('state', state),
      setting: () => told('setting', state),
      view: ({ id, view }: { id: string; view: SavedView | null }) =>
        told(`view:${view?.name ?? ''}`, (views = withView(views, id, view))),
      values: ({ dimension, search }: { dimension: string; search: string }) =>
        told(`values:${dimension}`, valuesOf(all, dimension, search)),
    },
    entered: {
      grid: ({ table }: { table: string }) => told(`grid:${table}`, fakeGrid(table)),
      save: ({ table, rows }: { table: string; rows: readonly unknown[] }) =>
        told(`save:${table}:${rows.length}`, state),
      notes: () => told('notes', {}),
      note: () => told('note', undefined),
    },
    files: {
      plan: () => told('plan', planning(fakePlan)),
      load: () => told('load', loading()),
      undo: ({ importId }: { importId: string }) => told('undo', { import_id: importId, removed: {} }),
      forget: ({ importId, file }: { importId: string; file: string }) =>
        told(`forget ${file}`, { import_id: importId, removed: {} }),
      lines: () =>
        told('lines', [{ line: 12, reason: 'no key', because: lineReason('no_key'), text: ';Toner;Rundingan' }]),
    },
    metrics: {
      list: () => told('list', catalogue()),
      ...answerCalls(answer),
      rows: (input: RowsInput) => told(`rows:${input.metric}`, rowsOf(all, input)),
    },
    sql: {
      run: ({ text, explain }: { text: string; explain: boolean }) =>
        told('sql', { arrow: arrowOf(sqlTable(text, explain)), count: 3, cut: false, milliseconds: 4 }),
      tables: () => told('tables', sqlTables()),
      functions: () => told('functions', sqlFunctions),
    },
  };
  // oRPC's client types carry more than calls; the page uses the calls alone.
  return { engine: engine as unknown as Engine, calls, answer };
}

type Answers = (asked: MetricAsk, signal: AbortSignal) => Promise<Answer & { readonly total: number }>;

/** The calls by which the page asks metrics, answered from one function. */
export function answerCalls(answer: Answers) {
  const together = new AnswersTogether(answer, problemOf);
  return {
    answer: async (asked: MetricAsk, { signal }: { signal: AbortSignal }) => {
      const { table, sql: _, ...frame } = await answer(asked, signal);
      return { ...frame, arrow: arrowOf(table) };
    },
    statements: async (asked: MetricAsk, { signal }: { signal: AbortSignal }) => (await answer(asked, signal)).sql,
    answers: ({ batch, asked }: { batch: string; asked: readonly MetricAsk[] }, { signal }: { signal: AbortSignal }) =>
      Promise.resolve(together.tell(batch, asked, signal)),
    withdraw: ({ batch, places }: { batch: string; places: readonly number[] }) =>
      Promise.resolve(together.withdraw(batch, places)),
  };
}

interface RowsInput {
  readonly metric: string;
  readonly question: Question;
  readonly where: Readonly<Record<string, string | null>>;
  readonly part: Part;
  readonly offset: number;
  readonly limit: number;
}

function rowsOf(all: readonly Journey[], { metric, question, where, part, offset, limit }: RowsInput) {
  const options = optionsOf(metric, question.options);
  const pair = where['from_rung'] ? { ...options, from: where['from_rung'], to: where['to_rung'] ?? '' } : options;
  const keys = Object.entries(where).filter(([name]) => !name.endsWith('_rung') && name !== 'left_out');
  const units = unitsOf(all, metric, question, pair)
    .filter((unit) => keys.every(([name, value]) => dimensionOf(unit.journey, name, unit.on) === value))
    .filter((unit) =>
      part === 'excluded'
        ? unit.leftOut !== null && (where['left_out'] ?? unit.leftOut) === unit.leftOut
        : unit.leftOut === null && (part === 'denominator' || unit.hit === (part === 'numerator')),
    );
  return { arrow: arrowOf(unitTable(units.slice(offset, offset + limit))), count: units.length };
}

function unitTable(units: readonly FakeUnit[]): Table {
  const text = (name: string, read: (unit: FakeUnit) => string | null) => textColumn(name, 'label', units.map(read));
  return {
    length: units.length,
    columns: [
      text('journey_id', ({ journey }) => journey.journey_id),
      text('account', ({ journey }) => journey.account),
      text('rep', ({ journey }) => journey.rep),
      text('source', ({ journey }) => journey.source),
      numberColumn(
        'on_day',
        'date',
        units.map(({ on }) => on),
      ),
      numberColumn(
        'step_days',
        'days',
        units.map(({ days }) => days),
      ),
      numberColumn(
        'amount_money',
        'money',
        units.map(({ journey }) => journey.amount),
      ),
      text('outcome', ({ journey }) => journey.outcome),
      text('left_out', ({ leftOut }) => leftOut),
      numberColumn(
        'hit',
        'flag',
        units.map(({ hit }) => (hit ? 1 : 0)),
      ),
    ],
  };
}

function valuesOf(all: readonly Journey[], dimension: string, search: string) {
  const counts = new Map<string, number>();
  for (const journey of all) {
    const value = dimensionOf(journey, dimension, journey.reached[0] ?? 0);
    if (value.toLowerCase().includes(search.toLowerCase())) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].map(([value, rows]) => ({ value, rows })).sort((a, b) => b.rows - a.rows);
}

function sqlTable(text: string, explain: boolean): Table {
  if (explain) return { length: 1, columns: [textColumn('explain_value', 'label', ['SEQ_SCAN'])] };
  return {
    length: 3,
    columns: [
      textColumn('rung', 'label', ladder.slice(0, 3)),
      numberColumn(text.slice(0, 6), 'count', [1_284, 693, 471]),
    ],
  };
}

const sqlFunctions = [
  { name: 'in_period', takes: ['on_day'], about: '', own: true },
  { name: 'date_trunc', takes: ['part', 'timestamp'], about: '', own: false },
];

function sqlTables() {
  return (['opportunities', 'leads', 'accounts'] as const).map((name) => ({
    name,
    columns: tableModel(name).fields.map((field) => ({ name: field.name, type: field.type, about: '' })),
  }));
}

/** The events of a dry run that ends with a plan. */
export async function* planning(plan: LoadPlan) {
  await Promise.resolve();
  yield { type: 'planned' as const, plan };
}

async function* loading() {
  await Promise.resolve();
  yield {
    type: 'progress' as const,
    file: 'opportunities.csv',
    step: 'load' as const,
    unit: 'bytes' as const,
    done: 4_000_000,
    total: 8_800_000,
  };
  yield { type: 'done' as const, result: { import_id: '8', files: fakePlan.files, warnings: [] } };
}

/** Two people were imported, and one of them was typed over; other tables are empty. */
export function fakeGrid(table: string): EnteredGrid {
  const model = isTableName(table) ? tableModel(table) : tableModel('reps');
  const fields = model.fields.map(({ name, type, required, references, values }) => ({
    name,
    type,
    required,
    references,
    values,
  }));
  const imported =
    table === 'reps'
      ? [
          { rep_id: 'r1', name: 'Aminah', role: 'ae' },
          { rep_id: 'r2', name: 'Badrul' },
        ]
      : [];
  const typed = table === 'reps' ? [{ rep_id: 'r2', role: 'sdr' }] : [];
  return { fields, key: model.key, typed, imported, importedCount: imported.length };
}
