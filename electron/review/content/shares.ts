import { takeRows } from '../../analytics/groups';
import { newcombe } from '../../stats/intervals';
import type { Slide } from '../../model/deck';
import type { Answer } from '../../model/question';
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
  const points = to.map((rung, row) =>
    pointOf(
      context,
      table,
      row,
      words.t('review.step', { from: nameIn(words, from[row] ?? null), to: nameIn(words, rung) }),
      'plain',
    ),
  );
  const [hits, sizes] = [numbersOf(table, 'numerator'), numbersOf(table, 'denominator')];
  const judged = points.flatMap((point, row) => (point.value === null || point.weak ? [] : [row]));
  const lowest = [...judged].sort((a, b) => (points[a]?.value ?? 1) - (points[b]?.value ?? 1))[0];
  const apart =
    lowest !== undefined &&
    judged.every(
      (row) =>
        row === lowest ||
        (newcombe(hits[row] ?? 0, sizes[row] ?? 0, hits[lowest] ?? 0, sizes[lowest] ?? 0)?.lower ?? -1) > 0,
    );
  const days = answer.settings['window']?.replace('d', '') ?? '';
  const step = lowest === undefined ? '' : (points[lowest]?.name ?? '');
  const value = lowest === undefined ? '' : textOf(context, 'ratio', points[lowest]?.value ?? null);
  return {
    headline:
      lowest === undefined
        ? words.t('review.head.stepsThin')
        : words.t(apart ? 'review.head.step' : 'review.head.steps', { step, value }),
    shown: words.t('review.shown.steps', { days, period: periodText(context, slide) }),
    picture: { kind: 'columns', unit: 'ratio', currency: answer.currency, name: titleOf(slide.metric, words), points },
    notes: await stepNotes(slide, context, answer),
    facts: { changes: [], standings: [], people: false, figures: figuresIn(table) },
    answer,
    question,
  };
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
