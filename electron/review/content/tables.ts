import { inkOn, rampColour } from '../../../renderer/charts/ramp';
import { marksOf } from '../../../renderer/charts/theme';
import type { Slide } from '../../model/deck';
import type { Answer } from '../../model/question';
import { numbersOf, textsOf } from '../../model/table';
import { figuresIn, noFacts } from '../headline/facts';
import type { GridCell, GridPicture } from './content';
import type { Context, Made, Missing } from './context';
import { figureCell, nameIn, nothingIn, questionOf, signed, textOf, titleOf } from './context';
import { periodText } from './rates';

const marks = marksOf('light');

const hex = (colour: string): string => colour.replace('#', '').toUpperCase();

/** Customers by the quarter of their first purchase: who still buys, cell by cell. What can still rise is marked and not averaged. */
export async function heatSlide(slide: Slide, context: Context): Promise<Made | Missing> {
  const { words } = context;
  const question = questionOf(slide, context);
  const answer = await context.ask(slide.metric, question);
  const missing = nothingIn(answer, words);
  if (missing !== null) return { missing };
  const cells = heatCells(answer);
  const last = Math.max(...cells.map(({ k }) => k));
  const first = weighted(cells, 1);
  const value = textOf(context, 'ratio', first);
  return {
    headline: words.t(first === null ? 'review.head.heatThin' : 'review.head.heat', { value }),
    shown: words.t('review.shown.heat'),
    picture: heatGrid(cells, Math.min(last, 8), context),
    notes: [
      {
        head: words.t('review.known.head'),
        lines: [
          words.t('review.known.heat'),
          ...(cells.some(({ complete }) => !complete) ? [words.t('review.known.incomplete')] : []),
        ],
      },
    ],
    facts: { ...noFacts, figures: [...figuresIn(answer.table), ...(first === null ? [] : [first, first * 100])] },
    answer,
    question,
    n: [...new Map(cells.map(({ cohort, size }) => [cohort, size] as const)).values()].reduce(
      (sum, size) => sum + size,
      0,
    ),
  };
}

interface HeatCell {
  readonly cohort: string;
  readonly size: number;
  readonly k: number;
  readonly value: number;
  readonly hits: number;
  readonly complete: boolean;
}

function heatCells({ table }: Answer): readonly HeatCell[] {
  const cohorts = textsOf(table, 'cohort');
  const column = (name: string): Float64Array => numbersOf(table, name);
  const [sizes, ks, values, hits, complete] = [
    column('cohort_size'),
    column('k'),
    column('value'),
    column('numerator'),
    column('complete'),
  ];
  return cohorts.flatMap((cohort, row) =>
    cohort === null
      ? []
      : [
          {
            cohort,
            size: sizes[row] ?? 0,
            k: ks[row] ?? 0,
            value: values[row] ?? NaN,
            hits: hits[row] ?? 0,
            complete: complete[row] === 1,
          },
        ],
  );
}

function weighted(cells: readonly HeatCell[], k: number): number | null {
  const judged = cells.filter((cell) => cell.k === k && cell.complete && !Number.isNaN(cell.value));
  const size = judged.reduce((sum, cell) => sum + cell.size, 0);
  return size === 0 ? null : judged.reduce((sum, cell) => sum + cell.value * cell.size, 0) / size;
}

function heatGrid(cells: readonly HeatCell[], last: number, context: Context): GridPicture {
  const { words } = context;
  const cohorts = [...new Set(cells.map(({ cohort }) => cohort))].slice(-10);
  const ks = Array.from({ length: last }, (_, i) => i + 1);
  const at = new Map(cells.map((cell) => [`${cell.cohort}|${cell.k}`, cell] as const));
  const shares = cells.filter(({ k, value }) => k > 0 && !Number.isNaN(value)).map(({ value }) => value);
  const [low, high] = [Math.min(...shares), Math.max(...shares)];
  const cellFor = (cell: HeatCell | undefined): GridCell => {
    if (!cell || Number.isNaN(cell.value)) return { text: '' };
    const shown = figureCell(context, 'ratio', cell.value, { decimals: 0 });
    if (!cell.complete) return signed(shown, { after: '*' });
    const fill = rampColour(high > low ? (cell.value - low) / (high - low) : 1, marks);
    return { ...shown, fill: hex(fill), ink: hex(inkOn(fill, marks)) };
  };
  const width = 0.65 / Math.max(1, ks.length);
  return {
    kind: 'grid',
    columns: [
      { title: words.t('review.firstPurchase'), align: 'left', width: 0.2 },
      { title: words.t('review.customers'), align: 'right', width: 0.15 },
      ...ks.map((k) => ({ title: String(k), align: 'center' as const, width })),
    ],
    rows: [
      ...cohorts.map((cohort): readonly GridCell[] => [
        { text: nameIn(words, cohort) },
        figureCell(context, 'count', at.get(`${cohort}|0`)?.size ?? at.get(`${cohort}|1`)?.size ?? null),
        ...ks.map((k) => cellFor(at.get(`${cohort}|${k}`))),
      ]),
      [
        { text: words.t('review.allWeighted'), strong: true },
        { text: '' },
        ...ks.map((k) => ({ ...figureCell(context, 'ratio', weighted(cells, k), { decimals: 0 }), strong: true })),
      ],
    ],
    rest: cells.some(({ complete, k }) => !complete && k > 0) ? words.t('review.star') : null,
    from: 'cells',
  };
}

/** Columns of a list by its metric, in reading order; other metrics show their first ones. */
const listColumns: Readonly<Record<string, readonly string[]>> = {
  'silent-churn': ['account', 'owner', 'last_on', 'p_left', 'value_at_risk_money'],
};

const mostRows = 8;

/** The largest rows of an answer as a table, with what it leaves out and the total. */
export async function listSlide(slide: Slide, context: Context): Promise<Made | Missing> {
  const { words } = context;
  const question = questionOf(slide, context);
  const answer = await context.ask(slide.metric, question);
  const missing = nothingIn(answer, words);
  if (missing !== null) return { missing };
  const quiet = slide.metric === 'silent-churn';
  const { table } = answer;
  const sortBy = quiet ? 'value_at_risk_money' : 'value';
  const amounts = numbersOf(table, sortBy);
  const bands = textsOf(table, 'band');
  const all = Array.from({ length: table.length }, (_, row) => row).filter((row) => !quiet || bands[row] === 'watch');
  const rows = quiet ? [...all].sort((a, b) => (amounts[b] || 0) - (amounts[a] || 0)) : all;
  if (rows.length === 0) return { missing: words.t('reason.empty') };
  const names =
    listColumns[slide.metric] ??
    table.columns
      .map(({ name }) => name)
      .filter((name) => !hidden.has(name))
      .slice(0, 6);
  const total = rows.reduce((sum, row) => sum + (amounts[row] || 0), 0);
  const money = textOf(context, 'money', total);
  const beyond = rows.slice(mostRows);
  const beyondMoney = beyond.reduce((sum, row) => sum + (amounts[row] || 0), 0);
  const rest =
    beyond.length === 0
      ? null
      : words.t(quiet ? 'review.restMoney' : 'common.more', {
          n: beyond.length,
          money: textOf(context, 'money', beyondMoney),
        });
  return {
    headline: quiet
      ? words.t('review.head.quiet', { n: rows.length, money, basis: textsOf(table, 'basis')[0] ?? 'revenue' })
      : words.t('review.head.list', { measure: titleOf(slide.metric, words), period: periodText(context, slide) }),
    shown: words.t(quiet ? 'review.shown.quiet' : 'review.shown.list', {
      measure: titleOf(slide.metric, words),
      period: periodText(context, slide),
    }),
    picture: listGrid(context, answer, names, rows.slice(0, mostRows), rest),
    notes: quiet ? [{ head: words.t('review.known.head'), lines: [words.t('review.known.quiet')] }] : [],
    facts: { ...noFacts, figures: [...figuresIn(table), rows.length, total] },
    answer,
    question,
    n: all.length,
  };
}

function listGrid(
  context: Context,
  answer: Answer,
  names: readonly string[],
  rows: readonly number[],
  rest: string | null,
): GridPicture {
  const total = names.reduce((sum, name) => sum + (widths[name] ?? 1), 0);
  return {
    kind: 'grid',
    columns: names.map((name) => {
      const column = answer.table.columns.find((each) => each.name === name);
      return {
        title: context.words.find(`column.${name}`) ?? name.replaceAll('_', ' '),
        align: column?.kind === 'number' ? ('right' as const) : ('left' as const),
        width: (widths[name] ?? 1) / total,
      };
    }),
    rows: rows.map((row) => names.map((name) => ({ text: cellText(context, answer, name, row) }))),
    rest,
    from: 'rows',
  };
}

const widths: Readonly<Record<string, number>> = { account: 2.2, owner: 1.5 };
const hidden: ReadonlySet<string> = new Set([
  'level',
  'method',
  'reason',
  'excluded',
  'account_id',
  'numerator',
  'denominator',
]);

function cellText(context: Context, { table }: Answer, name: string, row: number): string {
  const column = table.columns.find((each) => each.name === name);
  if (!column) return '–';
  if (column.kind === 'number') return textOf(context, column.unit, column.values[row] ?? null);
  return nameIn(context.words, column.dictionary[column.codes[row] ?? -1] ?? null);
}
