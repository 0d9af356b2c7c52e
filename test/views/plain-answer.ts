/** Answers to the metrics that the invented company has no units for: rows with the declared keys and columns, each filled by its unit, so that a view finds every column the engine promises. */
import { metricOf } from '../../electron/analytics';
import type { Question } from '../../electron/model/question';
import { envelope } from '../../electron/model/question';
import type { Column, Table } from '../../electron/model/table';
import { numberColumn, textColumn } from '../../electron/model/table';
import type { Unit } from '../../electron/model/units';
import { day } from './company';
import type { FakeRow } from './fake-team';
import { rewardAnswers, rewardExtras } from './fake-rewards';
import { teamRows } from './fake-team';
import { fakePeople } from './fake-trials';

const dimensionValues: Readonly<Record<string, readonly string[]>> = {
  rep: ['Farid Hakim', 'Kamala Devi', 'Priya Nair', 'Suresh Kumar', 'Tan Mei Ling'],
  team: ['Central', 'North'],
  segment: ['SMB', 'Government'],
  source: ['Referral', 'Website', 'Directory'],
  quarter: ['2025Q3', '2025Q4', '2026Q1', '2026Q2', '2026Q3'],
};

/** Texts that stand in answers in place of the invented company's. */
export const plainTexts = {
  account_id: ['A1', 'A2', 'A3'],
  account: ['Hotel Seri Klang', 'Klinik Kesihatan Ampang', 'Cetak Maju Sepang'],
  owner: ['Tan Mei Ling', 'Farid Hakim', 'Priya Nair'],
  programme: ['Opening calls', 'Motivation day', 'Product basics'],
} as const;

const keyValues: Readonly<Record<string, readonly string[]>> = {
  account_id: plainTexts.account_id,
  cohort: ['2025Q4', '2026Q1', '2026Q2'],
  k: ['0', '1', '2'],
  t_days: ['30', '60', '90'],
  reading: ['points', 'relative'],
  item: ['lost_without_conversation', 'unpaid_invoice'],
  programme: fakePeople.programmes,
  skill: ['close'],
};

const texts: Readonly<Record<string, readonly (string | null)[]>> = {
  account: plainTexts.account,
  owner: plainTexts.owner,
  band: ['watch'],
  basis: ['margin'],
};

const figures: Readonly<Record<Unit, number>> = {
  ratio: 0.42,
  count: 40,
  days: 21,
  money: 12_500,
  score: 1.4,
  index: 1.1,
  date: day('2026-08-14'),
  instant: Date.parse('2026-08-14T03:00:00Z'),
  flag: 0,
  label: NaN,
};

/** What some answers say beside their rows. */
const extras: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'training-coverage': {
    sameness: [{ role: 'ae', people: 3, required: 1, full_set: 1, full_set_share: 1 / 3, mean_overlap: 0.4 }],
  },
  'silent-churn': {
    groups: [
      {
        ...{ customers: 60, watch: 3, likely_left: 12, silent: 8, lower: 0.39, upper: 0.86 },
        value_at_risk_money: 437_500,
        watch_money: 412_000,
        basis: 'margin',
      },
    ],
    back_test: {
      hidden_days: 92,
      predicted: 0.41,
      actual: 0.4,
      bins: [
        { customers: 30, predicted: 0.2, actual: 0.18, lower: 0.1, upper: 0.3 },
        { customers: 30, predicted: 0.7, actual: 0.72, lower: 0.6, upper: 0.8 },
      ],
    },
  },
};

/** The table of a plain answer: a row for each value of the asked dimensions and of the metric's keys. */
export function plainTable(id: string, question: Question): Table {
  const metric = metricOf(id);
  const rows = combined([
    ...question.by.map((name) => dimensionValues[name] ?? ['Unknown']),
    ...metric.keys.map((key) => keyValues[key] ?? ['1']),
  ]);
  const given = teamRows(id, question) ?? rewardAnswers[id];
  const named = [...question.by, ...metric.keys];
  const units: Readonly<Record<string, Unit>> = {
    value: metric.unit,
    numerator: 'count',
    denominator: 'count',
    n: 'count',
    lower: metric.unit,
    upper: metric.unit,
    level: 'ratio',
    ...metric.columns,
  };
  const columns = Object.entries(units)
    .filter(([name]) => !named.includes(name))
    .map(([name, unit]) => filled(name, unit, rows.length));
  if (given) return toldTable(given, named, units);
  const keys = named.map((name, at): Column => {
    const values = rows.map((row) => row[at] ?? '');
    const unit = metric.columns[name] ?? 'label';
    return unit === 'label' ? textColumn(name, 'label', values) : numberColumn(name, unit, values.map(Number));
  });
  const plain: Readonly<Record<string, string | null>> = {
    method: 'wilson',
    state: 'ok',
    reason: null,
    excluded: '{}',
  };
  const said = Object.entries(plain).map(([name, text]) =>
    textColumn(name, 'label', new Array<string | null>(rows.length).fill(text)),
  );
  const all = [...keys, ...columns, ...said.filter(({ name }) => !named.includes(name))];
  const order = [...named, ...envelope];
  const place = ({ name }: Column): number => (order.includes(name) ? order.indexOf(name) : order.length);
  return { length: rows.length, columns: all.sort((a, b) => place(a) - place(b)) };
}

/** What a plain answer says beside its rows. */
export function plainExtra(id: string): { readonly extra?: Readonly<Record<string, unknown>> } {
  const extra = extras[id] ?? rewardExtras[id];
  return extra ? { extra } : {};
}

/** Rows that were written down, under the columns the metric declares. */
function toldTable(rows: readonly FakeRow[], named: readonly string[], units: Readonly<Record<string, Unit>>): Table {
  const texts = [...named, 'method', 'state', 'reason', 'excluded'];
  const all = { ...Object.fromEntries(texts.map((name) => [name, 'label' as const])), ...units };
  const usual: FakeRow = { state: 'ok', excluded: '{}' };
  const columns = Object.entries(all).map(([name, unit]): Column => {
    const cells = rows.map((row) => row[name] ?? usual[name] ?? null);
    if (unit === 'label')
      return textColumn(
        name,
        unit,
        cells.map((cell) => (cell === null ? null : String(cell))),
      );
    return numberColumn(
      name,
      unit,
      cells.map((cell) => (cell === null ? null : Number(cell))),
    );
  });
  return { length: rows.length, columns };
}

function filled(name: string, unit: Unit, length: number): Column {
  const known = texts[name];
  if (unit === 'label') {
    return textColumn(
      name,
      'label',
      Array.from({ length }, (_, row) => known?.[row % known.length] ?? null),
    );
  }
  const scale = name === 'lower' ? 0.9 : name === 'upper' ? 1.1 : name === 'complete' ? Infinity : 1;
  const value = scale === Infinity ? 1 : figures[unit] * scale;
  return numberColumn(
    name,
    unit,
    Array.from({ length }, (_, row) => (unit === 'money' || unit === 'count' ? value * (row + 1) : value)),
  );
}

function combined(lists: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return lists.reduce<readonly (readonly string[])[]>(
    (rows, list) => rows.flatMap((row) => list.map((value) => [...row, value])),
    [[]],
  );
}
