/** Everybody's trials in every skill, as the engine would gather them of an invented sales floor: what all that is read off skills is worked out from, by the engine's own rules. */
import { metricOf } from '../../electron/analytics';
import { finish } from '../../electron/analytics/finish';
import type { Question } from '../../electron/model/question';
import type { Settings } from '../../electron/model/settings';
import type { Column, Table } from '../../electron/model/table';
import { numberColumn, rowsOf, textColumn } from '../../electron/model/table';

interface Trial {
  readonly rep: string;
  readonly role: string;
  readonly skill: string;
  readonly trials: number;
  readonly successes: number;
  /** Mean log amount of won deals, for `value`. */
  readonly log?: number;
}

/** A name of forty letters, as there are. */
export const longName = 'Wan Nur Aisyah Humaira binti Wan Mahmood';

/** Whom the skills are about, by role, and what programmes there are for them. */
export const fakePeople = {
  ae: [
    'Aisyah Rahman',
    'Azman Yusof',
    'Farid Hakim',
    'Kamala Devi',
    'Lim Jia Hui',
    'Nurul Izzati',
    'Priya Nair',
    'Siti Khadijah',
    'Suresh Kumar',
    longName,
  ],
  sdr: ['Chong Wei', 'Devi Anand', 'Hafiz Osman', 'Kavitha Raman', 'Zul Karim'],
  programmes: ['Closing with confidence'],
} as const;

/** Wins of 120 proposals: Farid far below, Azman and Priya ahead, the others alike. */
const wins = [48, 68, 20, 49, 47, 50, 67, 46, 48, 49] as const;

/** Every skill metric's trials; `alike` gives everybody the same luck. */
export function fakeTrials(alike = false): Table {
  const ae = fakePeople.ae.flatMap((rep, i): Trial[] => [
    { rep, role: 'ae', skill: 'discover', trials: 200, successes: 140 + (i % 3) },
    { rep, role: 'ae', skill: 'propose', trials: 150, successes: 117 + (i % 2) },
    { rep, role: 'ae', skill: 'close', trials: 120, successes: alike ? 48 : (wins[i] ?? 48) },
    { rep, role: 'ae', skill: 'value', trials: 45, successes: 45, log: 9 + (i % 4) / 100 },
  ]);
  const sdr = fakePeople.sdr.map((rep, i): Trial => ({
    rep,
    role: 'sdr',
    skill: 'reach',
    trials: 200,
    successes: 140 + i,
  }));
  return tableOfTrials([...ae, ...sdr]);
}

function tableOfTrials(rows: readonly Trial[]): Table {
  const text = (name: string, read: (row: Trial) => string | null): Column => textColumn(name, 'label', rows.map(read));
  const number = (name: string, read: (row: Trial) => number): Column =>
    numberColumn(name, name.endsWith('money') ? 'money' : 'count', rows.map(read));
  const texts = ['by_1', 'by_2', 'by_3', 'segment', 'source', 'size_group', 'manager_id'];
  const zero = ['mentees', 'in_ramp', 'not_mature', 'open', 'no_stage_events', 'no_amount', 'no_fx', 'negative'];
  return {
    length: rows.length,
    columns: [
      ...texts.map((name) => text(name, () => null)),
      text('skill', ({ skill }) => skill),
      text('role', ({ role }) => role),
      text('own_role', ({ role }) => role),
      text('rep', ({ rep }) => rep),
      text('rep_id', ({ rep }) => rep),
      text('team', () => 'Central'),
      text('level', () => 'senior'),
      ...zero.map((name) => number(['mentees', 'in_ramp'].includes(name) ? name : `excluded_${name}`, () => 0)),
      number('excluded_no_account', () => 0),
      number('is_current', () => 1),
      numberColumn(
        'tenure_months',
        'score',
        rows.map(() => 60),
      ),
      number('employed_days', () => 365),
      number('period_days', () => 365),
      number('trials', ({ trials }) => trials),
      number('successes', ({ successes }) => successes),
      number('entries', ({ trials }) => trials),
      number('log_sum', ({ log = 0, trials }) => log * trials),
      number('log_squares', ({ log = 0, trials }) => (log * log + 0.25) * trials),
      number('hit_money', ({ successes }) => successes * 8_000),
      number('all_money', ({ trials }) => trials * 8_000),
    ],
  };
}

const read: ReadonlySet<string> = new Set(['skill-gap', 'mentors', 'next-goal']);

/** True for a metric that is read off the trials of skills. */
export function isOfTrials(id: string): boolean {
  return read.has(id);
}

/** Answer of such a metric, with what it says beside its rows; a filter on people chooses among the rows. */
export async function trialsAnswer(
  id: string,
  question: Question,
  settings: Settings,
  options: Readonly<Record<string, string>>,
  raw = fakeTrials(),
): Promise<{ readonly table: Table; readonly extra: Record<string, unknown> }> {
  const extra: Record<string, unknown> = { programmes: { close: fakePeople.programmes } };
  const turn = () => Promise.resolve();
  const table = await finish(metricOf(id), raw, { options, settings, by: [], empty: new Set(), extra, turn });
  const wanted = rowsOf(table).flatMap((row, at) =>
    Object.entries(question.filters).every(([name, values]) => !(name in row) || values.includes(String(row[name])))
      ? [at]
      : [],
  );
  return { table: rowsAt(table, wanted), extra };
}

function rowsAt({ columns }: Table, rows: readonly number[]): Table {
  return {
    length: rows.length,
    columns: columns.map((column) =>
      column.kind === 'text'
        ? { ...column, codes: Int32Array.from(rows, (row) => column.codes[row] ?? -1) }
        : { ...column, values: Float64Array.from(rows, (row) => column.values[row] ?? NaN) },
    ),
  };
}
