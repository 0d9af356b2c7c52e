import { renderSvg } from '../../../renderer/charts/direct';
import { sourceFlow } from '../../../renderer/charts/source-flow';
import { numberColumn, tableOf, textColumn } from '../../../renderer/charts/table';
import { marksOf } from '../../../renderer/charts/theme';
import type { Slide } from '../../model/deck';
import type { Answer } from '../../model/question';
import { numbersOf, textsOf } from '../../model/table';
import { figuresIn, noFacts } from '../headline/facts';
import type { FallsPicture, SideNote } from './content';
import type { Context, Made, Missing } from './context';
import { nameIn, nothingIn, questionOf, textOf, titleOf } from './context';
import { dimensionText, periodText } from './rates';

const levels: ReadonlySet<string> = new Set(['open_start', 'open_end']);
const comes: ReadonlySet<string> = new Set(['new', 'reopened', 'pulled_in']);
const takes: ReadonlySet<string> = new Set(['shrunk', 'pushed_out', 'won', 'lost', 'no_decision', 'disqualified']);

/** What came into the open deals and what left them, from the first day of the quarter to its last. */
export async function waterfallSlide(slide: Slide, context: Context): Promise<Made | Missing> {
  const { words } = context;
  const question = questionOf(slide, context);
  const answer = await context.ask(slide.metric, question);
  const missing = nothingIn(answer, words);
  if (missing !== null) return { missing };
  const steps = stepsOf(answer, context);
  const moved = steps.filter(({ level }) => !level);
  const largest = [...moved].sort((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from)).slice(0, 2);
  const money = (value: number): string => textOf(context, 'money', value);
  const buckets = textsOf(answer.table, 'bucket');
  const amounts = numbersOf(answer.table, 'amount_money');
  const amountOf = (bucket: string): string => money(amounts[buckets.indexOf(bucket)] || 0);
  return {
    headline: words.t('review.head.waterfall', {
      won: amountOf('won'),
      pushed: amountOf('pushed_out'),
      end: amountOf('open_end'),
      period: periodText(context, slide),
    }),
    shown: words.t('review.shown.waterfall', { period: periodText(context, slide) }),
    picture: { kind: 'falls', unit: 'money', currency: answer.currency, name: titleOf(slide.metric, words), steps },
    notes: [
      {
        head: words.t('review.known.head'),
        lines: largest.map(({ name, from, to, count }) =>
          words.t('review.known.moved', { name, money: money(Math.abs(to - from)), n: count ?? 0 }),
        ),
      },
    ],
    facts: { ...noFacts, figures: figuresIn(answer.table) },
    answer,
    question,
    n: dealsIn(answer),
  };
}

// The deals that were open at the start or came in later.
function dealsIn({ table }: Answer): number {
  const deals = numbersOf(table, 'deals');
  return textsOf(table, 'bucket').reduce(
    (sum, bucket, row) => sum + (bucket === 'open_start' || comes.has(bucket ?? '') ? deals[row] || 0 : 0),
    0,
  );
}

function stepsOf({ table }: Answer, { words }: Context): FallsPicture['steps'] {
  const buckets = textsOf(table, 'bucket');
  const amounts = numbersOf(table, 'amount_money');
  const deals = numbersOf(table, 'deals');
  let running = 0;
  return buckets.flatMap((bucket, row) => {
    const amount = amounts[row] || 0;
    const level = bucket !== null && levels.has(bucket);
    if (!level && amount === 0) return [];
    const from = level ? 0 : running;
    const to = level ? amount : running + (bucket !== null && takes.has(bucket) ? -amount : amount);
    running = to;
    const n = deals[row];
    return [
      {
        name: words.find(`review.bucket.${bucket}`) ?? nameIn(words, bucket),
        from,
        to,
        level,
        count: n === undefined || Number.isNaN(n) ? null : n,
      },
    ];
  });
}

const monthDays = 30.4375;
const mostPoints = 60;

/** Share of customers still there as time goes by, with its interval. */
export async function curveSlide(slide: Slide, context: Context): Promise<Made | Missing> {
  const { words } = context;
  const question = questionOf(slide, context);
  const answer = await context.ask(slide.metric, question);
  const missing = nothingIn(answer, words);
  if (missing !== null) return { missing };
  const days = numbersOf(answer.table, 't_days');
  const rows = Array.from(days).flatMap((day, row) => (Number.isNaN(day) ? [] : [row]));
  if (rows.length < 2) return { missing: words.t('reason.empty') };
  const { xs, at } = stepped(days, rows);
  const column = (name: string): (number | null)[] => {
    const values = numbersOf(answer.table, name);
    return at.map((row) => (row < 0 ? 1 : Number.isNaN(values[row] ?? NaN) ? null : (values[row] ?? null)));
  };
  const year = at[xs.findLastIndex((x) => x <= 12)] ?? -1;
  const [value, lower, upper] = ['survival', 'lower', 'upper'].map(
    (name) => numbersOf(answer.table, name)[year] ?? NaN,
  );
  const long = (xs.at(-1) ?? 0) >= 12 && year >= 0;
  const survival = column('survival');
  const once = 1 - (survival[0] ?? 1);
  const range = words.t('review.range', {
    lower: textOf(context, 'ratio', lower ?? null),
    upper: textOf(context, 'ratio', upper ?? null),
  });
  const known = [
    ...(long ? [words.t('review.known.curve', { range })] : []),
    ...(once > 0 ? [words.t('review.known.once', { value: textOf(context, 'ratio', once) })] : []),
  ];
  return {
    headline: words.t(long ? 'review.head.curve' : 'review.head.curveShort', {
      value: textOf(context, 'ratio', value ?? null),
    }),
    shown: words.t('review.shown.curve'),
    picture: {
      kind: 'curves',
      unit: 'ratio',
      currency: answer.currency,
      axis: words.t('review.months'),
      xs,
      series: [
        { name: words.t('review.still'), values: survival },
        { name: words.t('review.lower'), values: column('lower') },
        { name: words.t('review.upper'), values: column('upper') },
      ],
    },
    notes: [{ head: words.t('review.known.head'), lines: known }],
    facts: { ...noFacts, figures: [...figuresIn(answer.table), 12, once * 100] },
    answer,
    question,
  };
}

// A value for every month that has one: the last step at or before it.
function stepped(days: Float64Array, rows: readonly number[]): { xs: readonly number[]; at: readonly number[] } {
  const last = (days[rows.at(-1) ?? 0] ?? 0) / monthDays;
  const every = Math.max(1, Math.ceil(last / mostPoints));
  const xs = Array.from({ length: Math.floor(last / every) + 1 }, (_, i) => i * every);
  const at = xs.map(
    (x) => rows.findLast((row) => (days[row] ?? 0) <= x * monthDays + 1e-9 && (x > 0 || days[row] === 0)) ?? -1,
  );
  return { xs, at };
}

const flowWidth = 640;
const flowHeight = 400;

/** Where wins come from: each group's deals, won and not won, as bands. */
export async function pictureSlide(slide: Slide, context: Context): Promise<Made | Missing> {
  const { words } = context;
  const question = questionOf(slide, context);
  const answer = await context.ask(slide.metric, question);
  const missing = nothingIn(answer, words);
  if (missing !== null) return { missing };
  const [dimension = 'source'] = slide.by;
  const names = textsOf(answer.table, dimension).map((name) => nameIn(words, name));
  const [hits, sizes] = [numbersOf(answer.table, 'numerator'), numbersOf(answer.table, 'denominator')];
  const flows = names.flatMap((name, row) => [
    { from: name, to: words.t('label.won'), value: hits[row] || 0 },
    { from: name, to: words.t('review.notWon'), value: (sizes[row] || 0) - (hits[row] || 0) },
  ]);
  const kept = flows.filter(({ value }) => value > 0);
  if (kept.length === 0) return { missing: words.t('reason.empty') };
  const table = tableOf(
    textColumn(
      'from',
      kept.map(({ from }) => from),
    ),
    textColumn(
      'to',
      kept.map(({ to }) => to),
    ),
    numberColumn(
      'value',
      'count',
      kept.map(({ value }) => value),
    ),
  );
  const option = sourceFlow(table, {}, { nameOf: (node) => node }, words.locale, marksOf('light'));
  const won = Array.from(hits).reduce((sum, n) => sum + (n || 0), 0);
  const closed = Array.from(sizes).reduce((sum, n) => sum + (n || 0), 0);
  const notes: readonly SideNote[] = [
    { head: words.t('review.known.head'), lines: [words.t('review.known.flow', { won, closed })] },
  ];
  const by = dimensionText(context, dimension);
  return {
    headline: words.t('review.head.flow', { won, by, period: periodText(context, slide) }),
    shown: words.t('review.shown.flow', { by, period: periodText(context, slide) }),
    picture: {
      kind: 'drawn',
      svg: renderSvg(option, { width: flowWidth, height: flowHeight }, 'light'),
      width: flowWidth,
      height: flowHeight,
    },
    notes,
    facts: { ...noFacts, figures: [...figuresIn(answer.table), won, closed] },
    answer,
    question,
  };
}
