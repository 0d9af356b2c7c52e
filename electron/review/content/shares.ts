import { takeRows } from '../../analytics/groups';
import { newcombe } from '../../stats/intervals';
import type { Slide } from '../../model/deck';
import type { Answer } from '../../model/question';
import type { Table } from '../../model/table';
import { numbersOf, textsOf } from '../../model/table';
import { figuresIn, sharesStanding } from '../headline/facts';
import type { SideNote } from './content';
import type { Context, Made, Missing } from './context';
import { nameIn, nothingIn, overQuarters, quarterName, questionOf, textOf, titleOf } from './context';
import { periodText, pointOf } from './rates';

/** Shares of one whole by their reason, the largest first. */
export async function sharesSlide(slide: Slide, context: Context): Promise<Made | Missing> {
  const { words } = context;
  const question = questionOf(slide, context);
  const answer = await context.ask(slide.metric, question);
  const missing = nothingIn(answer, words);
  if (missing !== null) return { missing };
  const { table } = answer;
  const reasons = textsOf(table, 'reason');
  const rows = reasons.flatMap((reason, row) => (reason === null || reason === 'empty' ? [] : [row])).slice(0, 10);
  if (rows.length === 0) return { missing: words.t('reason.empty') };
  const names = rows.map((row) => nameIn(words, reasons[row] ?? null));
  const shown = takeRows(table, rows);
  const hits = numbersOf(shown, 'numerator');
  const points = rows.map((row, i) => pointOf(context, table, row, names[i] ?? '', 'plain'));
  const standings = sharesStanding(shown, names);
  const [first] = standings;
  const total = numbersOf(shown, 'denominator')[0] ?? 0;
  const alone = first !== undefined && first.above.length === standings.length - 1;
  const args = {
    first: names[0] ?? '',
    second: names[1] ?? '',
    count: textOf(context, 'count', hits[0] ?? null),
    other: textOf(context, 'count', hits[1] ?? null),
    total: textOf(context, 'count', total),
  };
  return {
    headline: words.t(alone || names.length < 2 ? 'review.head.topReason' : 'review.head.twoReasons', args),
    shown: words.t('review.shown.shares', {
      measure: titleOf(slide.metric, words),
      period: periodText(context, slide),
    }),
    picture: {
      kind: 'bars',
      unit: 'ratio',
      currency: answer.currency,
      name: titleOf(slide.metric, words),
      points: points.map((point, i) => ({ ...point, under: textOf(context, 'count', hits[i] ?? null) })),
    },
    notes: [
      {
        head: words.t('review.known.head'),
        lines: [words.t(alone ? 'review.known.reasonAlone' : 'review.known.reasonShared', args)],
      },
    ],
    facts: { changes: [], standings, people: false, figures: figuresIn(table) },
    answer,
    question,
  };
}

/** Which share of those at a step reaches the next. */
export async function stepsSlide(slide: Slide, context: Context): Promise<Made | Missing> {
  const { words } = context;
  const question = questionOf(slide, context);
  const answer = await context.ask(slide.metric, question);
  const missing = nothingIn(answer, words);
  if (missing !== null) return { missing };
  const { table } = answer;
  const [from, to] = [textsOf(table, 'from_rung'), textsOf(table, 'to_rung')];
  const names = to.map((rung, row) =>
    words.t('review.step', { from: nameIn(words, from[row] ?? null), to: nameIn(words, rung) }),
  );
  // A step that nobody came to has no column.
  const entered = numbersOf(table, 'n');
  const rows = names.flatMap((_, row) => (entered[row] === 0 ? [] : [row]));
  const points = rows.map((row) => pointOf(context, table, row, names[row] ?? '', 'plain'));
  const days = answer.settings['window']?.replace('d', '') ?? '';
  return {
    headline: stepsHeadline(context, table, names),
    shown: words.t('review.shown.steps', { days, period: periodText(context, slide) }),
    picture: { kind: 'columns', unit: 'ratio', currency: answer.currency, name: titleOf(slide.metric, words), points },
    notes: await stepNotes(slide, context, answer),
    facts: { changes: [], standings: [], people: false, figures: figuresIn(table) },
    answer,
    question,
    n: null,
  };
}

// The step at which the smallest share goes on, together with those that chance may have put behind it.
function stepsHeadline(context: Context, table: Table, names: readonly string[]): string {
  const { words } = context;
  const [values, hits, sizes] = [
    numbersOf(table, 'value'),
    numbersOf(table, 'numerator'),
    numbersOf(table, 'denominator'),
  ];
  const states = textsOf(table, 'state');
  const judged = names
    .flatMap((_, row) => (Number.isNaN(values[row] ?? NaN) || states[row] !== 'ok' ? [] : [row]))
    .sort((a, b) => (values[a] ?? 1) - (values[b] ?? 1));
  const [lowest] = judged;
  if (lowest === undefined) return words.t('review.head.stepsThin');
  const apart = (row: number): boolean =>
    (newcombe(hits[row] ?? 0, sizes[row] ?? 0, hits[lowest] ?? 0, sizes[lowest] ?? 0)?.lower ?? -1) > 0;
  const close = judged.filter((row) => row === lowest || !apart(row));
  const value = (row: number | undefined): string => textOf(context, 'ratio', values[row ?? -1] ?? null);
  if (close.length === 1) return words.t('review.head.step', { step: names[lowest] ?? '', value: value(lowest) });
  const [, second] = close;
  if (close.length === 2)
    return words.t('review.head.steps', {
      step: names[lowest] ?? '',
      value: value(lowest),
      second: names[second ?? -1] ?? '',
      other: value(second),
    });
  return words.t('review.head.stepsClose', {
    step: names[lowest] ?? '',
    value: value(lowest),
    n: close.length - 1,
  });
}

async function stepNotes(slide: Slide, context: Context, answer: Answer): Promise<readonly SideNote[]> {
  const { words } = context;
  const { table } = answer;
  const medians = numbersOf(table, 'median_days');
  const [from, to] = [textsOf(table, 'from_rung'), textsOf(table, 'to_rung')];
  const times = Array.from(medians).flatMap((days, row) =>
    Number.isNaN(days)
      ? []
      : [
          words.t('review.known.stepDays', {
            step: words.t('review.step', {
              from: nameIn(words, from[row] ?? null),
              to: nameIn(words, to[row] ?? null),
            }),
            days: textOf(context, 'days', days),
          }),
        ],
  );
  const young = await context.ask(slide.metric, overQuarters(questionOf(slide, context), context, 1));
  const immature = numbersOf(young.table, 'immature').reduce((sum, n) => sum + (n || 0), 0);
  const note =
    immature > 0 && young.period.start !== answer.period.start
      ? [words.t('review.known.young', { period: quarterName(context) })]
      : [];
  return [
    { head: words.t('review.known.time'), lines: times },
    ...(note.length > 0 ? [{ head: words.t('review.known.head'), lines: note }] : []),
  ];
}
