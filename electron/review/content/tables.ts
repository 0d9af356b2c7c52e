import { inkOn, rampColour } from '../../../renderer/charts/ramp';
import { marksOf } from '../../../renderer/charts/theme';
import type { Slide } from '../../model/deck';
import type { Answer } from '../../model/question';
import { numbersOf, textsOf } from '../../model/table';
import { figuresIn, noFacts } from '../headline/facts';
import type { GridCell, GridPicture } from './content';
import type { Context, Made, Missing } from './context';
import { nameIn, nothingIn, questionOf, textOf, titleOf, unitOfValue } from './context';
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
    const text = textOf(context, 'ratio', cell.value, { decimals: 0 });
    if (!cell.complete) return { text: `${text}*` };
    const fill = rampColour(high > low ? (cell.value - low) / (high - low) : 1, marks);
    return { text, fill: hex(fill), ink: hex(inkOn(fill, marks)) };
  };
  const width = 0.7 / Math.max(1, ks.length);
  return {
    kind: 'grid',
    columns: [
      { title: words.t('review.firstPurchase'), align: 'left', width: 0.17 },
      { title: words.t('review.customers'), align: 'right', width: 0.13 },
      ...ks.map((k) => ({ title: String(k), align: 'center' as const, width })),
    ],
    rows: [
      ...cohorts.map((cohort): readonly GridCell[] => [
        { text: nameIn(words, cohort) },
        { text: textOf(context, 'count', at.get(`${cohort}|0`)?.size ?? at.get(`${cohort}|1`)?.size ?? null) },
        ...ks.map((k) => cellFor(at.get(`${cohort}|${k}`))),
      ]),
      [
        { text: words.t('review.allWeighted'), strong: true },
        { text: '' },
        ...ks.map((k) => ({ text: textOf(context, 'ratio', weighted(cells, k), { decimals: 0 }), strong: true })),
      ],
    ],
    rest: cells.some(({ complete, k }) => !complete && k > 0) ? words.t('review.star') : null,
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
  const all = Array.from({ length: table.length }, (_, row) => row).filter(
    (row) => !quiet || bands[row] === 'watch' || bands[row] === 'probably_gone',
  );
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
  return {
    headline: quiet
      ? words.t('review.head.quiet', { n: rows.length, money })
      : words.t('review.head.list', { measure: titleOf(slide.metric, words), period: periodText(context, slide) }),
    shown: words.t(quiet ? 'review.shown.quiet' : 'review.shown.list', {
      measure: titleOf(slide.metric, words),
      period: periodText(context, slide),
    }),
    picture: {
      kind: 'grid',
      columns: names.map((name) => {
        const column = table.columns.find((each) => each.name === name);
        return {
          title: words.find(`column.${name}`) ?? name.replaceAll('_', ' '),
          align: column?.kind === 'number' ? ('right' as const) : ('left' as const),
          width: (widths[name] ?? 1) / names.reduce((sum, each) => sum + (widths[each] ?? 1), 0),
        };
      }),
      rows: rows.slice(0, mostRows).map((row) => names.map((name) => ({ text: cellText(context, answer, name, row) }))),
      rest:
        rows.length > mostRows
          ? words.t(quiet ? 'review.restMoney' : 'common.more', {
              n: rows.length - mostRows,
              money: textOf(
                context,
                'money',
                rows.slice(mostRows).reduce((sum, row) => sum + (amounts[row] || 0), 0),
              ),
            })
          : null,
    },
    notes: quiet ? [{ head: words.t('review.known.head'), lines: [words.t('review.known.quiet')] }] : [],
    facts: { ...noFacts, figures: [...figuresIn(table), rows.length, total] },
    answer,
    question,
    n: all.length,
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

/** A cell of an answer as text. */
export function cellText(context: Context, { table }: Answer, name: string, row: number): string {
  const column = table.columns.find((each) => each.name === name);
  if (!column) return '–';
  if (column.kind === 'number') return textOf(context, column.unit, column.values[row] ?? null);
  return nameIn(context.words, column.dictionary[column.codes[row] ?? -1] ?? null);
}

/** Who needs help with what: people in the order of the alphabet, every cell a question and no verdict on a person. */
export async function matrixSlide(slide: Slide, context: Context): Promise<Made | Missing> {
  const { words } = context;
  const question = questionOf(slide, context);
  const answer = await context.ask(slide.metric, question);
  const missing = nothingIn(answer, words);
  if (missing !== null) return { missing };
  const { table } = answer;
  const [reps, skills, verdicts] = [textsOf(table, 'rep'), textsOf(table, 'skill'), textsOf(table, 'verdict')];
  const people = [...new Set(reps.flatMap((rep) => rep ?? []))]
    .filter((rep) => context.deck.rep === null || rep === context.deck.rep)
    .sort((a, b) => a.localeCompare(b));
  const columns = [...new Set(skills.flatMap((skill) => skill ?? []))];
  if (people.length === 0) return { missing: words.t('reason.empty') };
  const rowAt = new Map(reps.map((rep, row) => [`${rep}|${skills[row]}`, row] as const));
  const spoken = people.filter((rep) =>
    columns.some((skill) => ['gap', 'strength'].includes(verdicts[rowAt.get(`${rep}|${skill}`) ?? -1] ?? '')),
  );
  const shown = (spoken.length > 0 ? spoken : people).slice(0, 12);
  const gaps = reps.filter((rep, row) => verdicts[row] === 'gap' && rep !== null && people.includes(rep)).length;
  return {
    headline: words.t('review.head.matrix', { gaps }),
    shown: words.t('review.shown.matrix'),
    picture: {
      kind: 'grid',
      columns: [
        { title: words.t('dimension.rep'), align: 'left', width: 0.24 },
        ...columns.map((skill) => ({
          title: words.find(`skill.${skill}`) ?? skill.replaceAll(/[_-]/g, ' '),
          align: 'center' as const,
          width: 0.76 / columns.length,
        })),
      ],
      rows: shown.map((rep) => [
        { text: rep },
        ...columns.map((skill) => skillCell(context, answer, rowAt.get(`${rep}|${skill}`))),
      ]),
      rest: people.length > shown.length ? words.t('review.quietRows', { n: people.length - shown.length }) : null,
    },
    notes: [{ head: words.t('review.known.head'), lines: [words.t('review.known.matrix')] }],
    facts: {
      ...noFacts,
      people: true,
      standings: people.map((name) => ({ name, above: [], below: [] })),
      figures: [...figuresIn(table), gaps],
    },
    answer,
    question,
  };
}

function skillCell(context: Context, { table }: Answer, row: number | undefined): GridCell {
  if (row === undefined) return { text: '' };
  const verdict = textsOf(table, 'verdict')[row];
  const unit = table.columns.find(({ name }) => name === 'posterior')?.unit ?? unitOfValue(table);
  const text = textOf(context, unit, numbersOf(table, 'posterior')[row] ?? null);
  if (verdict === 'gap') return { text: `▼ ${text}`, fill: hex(marks.diverging.lowSoft), ink: hex(marks.ink) };
  if (verdict === 'strength') return { text: `▲ ${text}`, fill: hex(marks.diverging.highSoft), ink: hex(marks.ink) };
  if (verdict === 'too_little') return { text: '–', ink: hex(marks.ink3) };
  return { text, ink: hex(marks.ink2) };
}

const praised = ['met_target', 'improved_below_target', 'steady_strong'] as const;

/** People named for good and for nothing else, each with what they did. */
export async function praiseSlide(slide: Slide, context: Context): Promise<Made | Missing> {
  const { words, deck } = context;
  const question = questionOf(slide, context);
  const answer = await context.ask(slide.metric, question);
  const missing = nothingIn(answer, words);
  if (missing !== null) return { missing };
  const [reps, lists, skills] = [
    textsOf(answer.table, 'rep'),
    textsOf(answer.table, 'list'),
    textsOf(answer.table, 'skill'),
  ];
  const groups = praised.map((list) => ({
    list,
    rows: lists.flatMap((each, row) => (each === list && (deck.rep === null || reps[row] === deck.rep) ? [row] : [])),
  }));
  const filled = groups.filter(({ rows }) => rows.length > 0);
  if (filled.length === 0) return { missing: words.t('review.nobodyYet') };
  const names = new Set(filled.flatMap(({ rows }) => rows.flatMap((row) => reps[row] ?? [])));
  const lines = filled.flatMap(({ list, rows }) => {
    const people = [...new Set(rows.flatMap((row) => reps[row] ?? []))].sort((a, b) => a.localeCompare(b));
    return people.map((rep): readonly GridCell[] => [
      { text: words.t(`review.list.${list}`) },
      { text: rep, strong: true },
      {
        text: [
          ...new Set(rows.filter((row) => reps[row] === rep).map((row) => skillText(context, skills[row] ?? null))),
        ]
          .filter(Boolean)
          .join(', '),
      },
    ]);
  });
  const most = 10;
  return {
    headline: words.t('review.head.praise', { n: names.size }),
    shown: words.t('review.shown.praise'),
    picture: {
      kind: 'grid',
      columns: [
        { title: words.t('review.for'), align: 'left', width: 0.36 },
        { title: words.t('dimension.rep'), align: 'left', width: 0.3 },
        { title: words.t('review.skill'), align: 'left', width: 0.34 },
      ],
      rows: lines.slice(0, most),
      rest: lines.length > most ? words.t('common.more', { n: lines.length - most }) : null,
    },
    notes: [{ head: words.t('review.thanks'), lines: [words.t('review.known.praise')] }],
    facts: {
      ...noFacts,
      people: true,
      standings: [...names].map((name) => ({ name, above: [], below: [] })),
      figures: [...figuresIn(answer.table), names.size],
    },
    answer,
    question,
  };
}

function skillText({ words }: Context, skill: string | null): string {
  return skill === null ? '' : (words.find(`skill.${skill}`) ?? skill.replaceAll(/[_-]/g, ' '));
}

/** What was reached beside what was set. */
export async function againstSlide(slide: Slide, context: Context): Promise<Made | Missing> {
  const { words } = context;
  const question = questionOf(slide, context);
  const answer = await context.ask(slide.metric, question);
  const missing = nothingIn(answer, words);
  if (missing !== null) return { missing };
  const [dimension = 'team'] = slide.by;
  const { table } = answer;
  const [actual, target] = [numbersOf(table, 'actual_money'), numbersOf(table, 'target_money')];
  const groups = textsOf(table, dimension);
  const rows = groups.flatMap((name, row) =>
    name === null || name === 'Unassigned' || !((target[row] ?? NaN) > 0) ? [] : [row],
  );
  if (rows.length === 0)
    return { missing: words.t('reason.missing', { table: words.find('table.targets') ?? 'targets' }) };
  const sorted = [...rows].sort((a, b) => (groups[a] ?? '').localeCompare(groups[b] ?? '')).slice(0, 12);
  const sums = [actual, target].map((column) => rows.reduce((sum, row) => sum + (column[row] || 0), 0));
  const [done = 0, set = 1] = sums;
  const share = textOf(context, 'ratio', done / set);
  return {
    headline: words.t('review.head.against', { share, period: periodText(context, slide) }),
    shown: words.t('review.shown.against', { period: periodText(context, slide) }),
    picture: {
      kind: 'groups',
      unit: 'money',
      currency: answer.currency,
      names: sorted.map((row) => nameIn(words, groups[row] ?? null)),
      series: [
        { name: words.t('review.reached'), values: sorted.map((row) => actual[row] ?? null) },
        { name: words.t('review.target'), values: sorted.map((row) => target[row] ?? null) },
      ],
      stacked: false,
    },
    notes: [
      {
        head: words.t('review.known.head'),
        lines: [
          words.t('review.known.against', { done: textOf(context, 'money', done), set: textOf(context, 'money', set) }),
        ],
      },
    ],
    facts: {
      ...noFacts,
      people: dimension === 'rep',
      figures: [...figuresIn(table), ...actual, ...target, done, set, (done / set) * 100],
    },
    answer,
    question,
  };
}
