import { takeRows } from '../../analytics/groups';
import { periodLabels } from '../../../renderer/charts/period-labels';
import type { Slide } from '../../model/deck';
import type { Answer } from '../../model/question';
import type { Table } from '../../model/table';
import { numbersOf, textsOf } from '../../model/table';
import { words as wordsIn } from '../../../renderer/i18n';
import type { ChangeFact, Facts } from '../headline/facts';
import { directionOf, figuresIn, standingsOf } from '../headline/facts';
import { changeSentence } from '../headline/speak';
import type { Quarter } from '../quarter';
import { quarterLabel, quarterPlus } from '../quarter';
import type { Point, SideNote, Tone } from './content';
import type { Context, Made, Missing } from './context';
import {
  nameIn,
  nothingIn,
  quarterName,
  questionOf,
  rangeOf,
  reasonText,
  textOf,
  titleOf,
  unitOfValue,
} from './context';

/** Titles of a metric in every language, by which a headline may speak of it. */
export function measureNames(metric: string): readonly string[] {
  return [titleOf(metric, wordsIn('en')), titleOf(metric, wordsIn('ms'))];
}

/** A row of an answer as a point of a picture. */
export function pointOf(context: Context, table: Table, row: number, name: string, tone: Tone): Point {
  const at = (column: string): number | null => {
    const value = numbersOf(table, column)[row];
    return value === undefined || Number.isNaN(value) ? null : value;
  };
  const state = textsOf(table, 'state')[row];
  const n = at('n');
  return {
    name,
    under: n === null ? '' : context.words.t('review.n', { n: textOf(context, 'count', n, { compact: false }) }),
    value: at('value'),
    lower: at('lower'),
    upper: at('upper'),
    weak: state === 'thin' || state === 'immature',
    tone,
  };
}

/** How a measure went, period by period, the deck's quarter in front of those before it. */
export async function periodsSlide(slide: Slide, context: Context): Promise<Made | Missing> {
  const { words, deck } = context;
  const question = questionOf(slide, context);
  const answer = await context.ask(slide.metric, question);
  const missing = nothingIn(answer, words);
  if (missing !== null) return { missing };
  const { table } = answer;
  const [dimension = 'quarter'] = slide.by;
  const labels = textsOf(table, dimension);
  const judged = dimension === 'quarter' ? judgedQuarter(table, deck, startOf(slide)) : null;
  const last = judged?.now ?? labels.length - 1;
  const before = judged?.before ?? last - 1;
  if (Number.isNaN(numbersOf(table, 'value')[last] ?? NaN))
    return { missing: reasonText(textsOf(table, 'reason')[last] ?? 'empty', words) };
  const names = periodLabels(labels, words.locale);
  const points = labels.map((_, row) =>
    pointOf(context, table, row, names[row] ?? '', row === last ? 'now' : row === before ? 'before' : 'context'),
  );
  const fact = changeFact(slide.metric, table, last, before);
  return {
    headline: datedHeadline(changeHeadline(context, answer, fact, last, before), judged, context),
    shown: words.t('review.shown.periods', {
      measure: titleOf(slide.metric, words),
      interval: intervalNote(context, points),
    }),
    picture: {
      kind: 'columns',
      unit: unitOfValue(table),
      currency: answer.currency,
      name: titleOf(slide.metric, words),
      points,
    },
    notes: knownNotes(context, fact, answer),
    facts: { changes: [fact], standings: [], people: false, figures: figuresIn(table, [fact.change]) },
    answer,
    question,
  };
}

function startOf({ over }: Slide): number {
  return over.kind === 'quarters' ? over.back : 0;
}

/** The quarter of a deck that a measure can be judged in: rows of it and of the one before (-1 for a row that is not there). */
export interface Judged {
  readonly now: number;
  readonly before: number;
  /** Quarters it lies before the deck's. */
  readonly back: number;
  /** The deck's own is there, and too young. */
  readonly young: boolean;
}

const farthestBack = 2;

/** The deck's own quarter, so that every slide speaks of the same; where that is too young to judge, the latest before it that is not. */
export function judgedQuarter(table: Table, deck: Quarter, start = 0): Judged {
  const labels = textsOf(table, 'quarter');
  const states = textsOf(table, 'state');
  const rowAt = (back: number): number => labels.indexOf(quarterLabel(quarterPlus(deck, -back)));
  const at = (back: number): Judged => ({
    now: rowAt(back),
    before: rowAt(back + 1),
    back,
    young: states[rowAt(0)] === 'immature',
  });
  for (let back = start; back <= start + farthestBack; back++) {
    const state = states[rowAt(back)];
    if (state !== undefined && state !== 'immature') return at(back);
  }
  return at(start);
}

// A sentence about another quarter than the deck's says so, and why.
function datedHeadline(sentence: string, judged: Judged | null, context: Context): string {
  if (!judged || judged.back === 0) return sentence;
  const period = quarterName(context, judged.back);
  return judged.young
    ? context.words.t('review.head.young', { period, sentence, young: quarterName(context) })
    : context.words.t('review.head.earlier', { period, sentence });
}

const lessIsBetter: ReadonlySet<string> = new Set([
  'cycle-length',
  'stage-duration',
  'won-to-paid',
  'time-to-first-contact',
  'churn-rate',
]);

/** What changed between two rows of a measure. */
export function changeFact(metric: string, table: Table, now: number, before: number): ChangeFact {
  return { measures: measureNames(metric), less: lessIsBetter.has(metric), ...directionOf(table, now, before) };
}

/** The sentence that two rows of an answer allow. */
export function changeHeadline(
  context: Context,
  { metric, table, by }: Answer,
  fact: ChangeFact,
  now: number,
  before: number,
): string {
  const unit = unitOfValue(table);
  const values = numbersOf(table, 'value');
  const { words } = context;
  const label = (row: number, short: boolean): string => {
    const text = textsOf(table, by[0] ?? '')[row] ?? null;
    return text === null ? '' : shortened(nameIn(words, text), short);
  };
  return changeSentence(
    fact.direction,
    {
      measure: titleOf(metric, words),
      now: textOf(context, unit, values[now] ?? null),
      before: textOf(context, unit, values[before] ?? null),
      period: label(now, false),
      against: label(before, true),
      range: differenceText(context, fact, unit),
    },
    words,
  );
}

function shortened(name: string, short: boolean): string {
  return short ? name.replace(/ (?:FY|TK)\d{2}$/, '') : name;
}

/** The interval of a difference, in points for shares. */
export function differenceText(context: Context, { change }: ChangeFact, unit: ReturnType<typeof unitOfValue>): string {
  if (!change || change.lower === null || change.upper === null) return '';
  const range = rangeOf(context, unit, change.lower, change.upper, {
    sign: true,
    bare: unit === 'ratio' || unit === 'days',
  });
  return unit === 'ratio'
    ? context.words.t('review.points', { range })
    : unit === 'days'
      ? context.words.t('review.days', { range })
      : range;
}

function intervalNote({ words }: Context, points: readonly Point[]): string {
  const shown = points.some(({ lower, upper }) => lower !== null && upper !== null);
  const weak = points.some((point) => point.weak);
  return [...(shown ? [words.t('review.shown.lines')] : []), ...(weak ? [words.t('review.shown.hollow')] : [])].join(
    ' ',
  );
}

/** What is known for sure about a change. */
export function knownNotes(context: Context, fact: ChangeFact, answer: Answer): readonly SideNote[] {
  const { words } = context;
  const unit = unitOfValue(answer.table);
  const { change, direction } = fact;
  if (!change || change.value === null) return [];
  const value = textOf(context, unit, change.value, { sign: true, bare: unit === 'ratio' || unit === 'days' });
  const written =
    unit === 'ratio'
      ? words.t('review.points', { range: value })
      : unit === 'days'
        ? words.t('review.days', { range: value })
        : value;
  const range = differenceText(context, fact, unit);
  const first =
    range === ''
      ? words.t('review.known.plain', { value: written })
      : words.t('review.known.difference', { value: written, range });
  return [{ head: words.t('review.known.head'), lines: [first, words.t(`review.known.${direction}`)] }];
}

/** A rate by groups, each with its interval; the overall rate dashed. Sums stand as bars. */
export async function groupsSlide(slide: Slide, context: Context): Promise<Made | Missing> {
  const { words } = context;
  const question = questionOf(slide, context);
  const answer = await context.ask(slide.metric, question);
  const missing = nothingIn(answer, words);
  if (missing !== null) return { missing };
  const [dimension = 'team'] = slide.by;
  const people = dimension === 'rep';
  const shown = inReadingOrder(answer, dimension, people ? context.byName : null);
  if (shown.rows.length === 0) return { missing: words.t('reason.empty') };
  const { table } = answer;
  const texts = textsOf(table, dimension);
  const names = shown.rows.map((row) => nameIn(words, texts[row] ?? null));
  const points = shown.rows.map((row, i) => pointOf(context, table, row, names[i] ?? '', 'plain'));
  const whole = await context.ask(slide.metric, { ...question, by: [] });
  const overall = numbersOf(whole.table, 'value')[0] ?? NaN;
  const unit = unitOfValue(table);
  const differs = answer.homogeneity ? answer.homogeneity.verdict === 'differs' : true;
  const standings = unit === 'ratio' ? standingsOf(takeRows(table, shown.rows), names, differs) : [];
  const facts: Facts = { changes: [], standings, people, figures: figuresIn(table).concat(figuresIn(whole.table)) };
  const measure = titleOf(slide.metric, words);
  const by = dimensionText(context, dimension);
  const head = { unit, currency: answer.currency, name: measure, points };
  return {
    headline: groupsHeadline(context, facts, measure, by),
    shown: words.t('review.shown.groups', { measure, by, period: periodText(context, slide) }),
    picture:
      unit === 'ratio' || unit === 'days'
        ? {
            kind: 'dots',
            ...head,
            reference: Number.isNaN(overall) ? null : { name: words.t('review.all'), value: overall },
          }
        : { kind: 'bars', ...head },
    notes: standingNotes(context, facts, answer, shown.more),
    facts,
    answer,
    question,
  };
}

/** A dimension's name in words, lower case. */
export function dimensionText({ words }: Context, dimension: string): string {
  return (
    words.find(`dimension.${dimension}`) ?? dimension.replace(/^x_/, '').replaceAll('_', ' ')
  ).toLocaleLowerCase();
}

/** The stretch of time of a slide in words. */
export function periodText(context: Context, slide: Slide): string {
  const { words } = context;
  const question = questionOf(slide, context);
  const { over } = slide;
  if (over.kind === 'quarters') {
    const name = quarterName(context, over.back);
    return over.count === 1 ? name : words.t('period.quarters', { count: over.count, last: name });
  }
  if (question.from === null || question.to === null) return words.t('review.toEnd', { period: quarterName(context) });
  return words.t('period.fromTo', {
    from: textOf(context, 'date', question.from),
    to: textOf(context, 'date', dayBefore(question.to)),
  });
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

const mostGroups = 8;

// Persons stand in the order of the alphabet, because no order of theirs is a ranking; anything else by its size.
function inReadingOrder(
  { table }: Answer,
  dimension: string,
  byName: Context['byName'] | null,
): { rows: readonly number[]; more: number } {
  const names = textsOf(table, dimension);
  const n = numbersOf(table, 'n');
  const values = numbersOf(table, 'value');
  const rows = names.flatMap((name, row) =>
    name === null || name === 'Unassigned' || Number.isNaN(values[row] ?? NaN) ? [] : [row],
  );
  const largest = [...rows].sort((a, b) => (n[b] ?? 0) - (n[a] ?? 0)).slice(0, mostGroups);
  const shown = byName ? largest.sort((a, b) => byName(names[a], names[b])) : largest;
  return { rows: shown, more: rows.length - shown.length };
}

function groupsHeadline({ words }: Context, { standings, people }: Facts, measure: string, by: string): string {
  const first = standings.find(({ above }) => above.length > 0 && above.length === standings.length - 1);
  if (first) return words.t('review.head.ahead', { first: first.name, measure });
  const pair = standings.find(({ above }) => above.length > 0);
  if (pair && !people) return words.t('review.head.pair', { first: pair.name, second: pair.above.join(', '), measure });
  return words.t('review.head.noDifference', { measure, by });
}

function standingNotes(
  { words }: Context,
  { standings, people }: Facts,
  { homogeneity }: Answer,
  more: number,
): readonly SideNote[] {
  const said = standings.filter(({ above }) => above.length > 0);
  const lines =
    said.length === 0 || people
      ? [words.t('review.known.overlap')]
      : said.map(({ name, above }) => words.t('review.known.above', { first: name, second: above.join(', ') }));
  const spread = homogeneity?.verdict === 'no_difference' ? [words.t('review.known.chance')] : [];
  const rest = more > 0 ? [words.t('common.more', { n: more })] : [];
  return [{ head: words.t('review.known.head'), lines: [...lines, ...spread, ...rest] }];
}
