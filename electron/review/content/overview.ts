import type { Slide } from '../../model/deck';
import type { Question } from '../../model/question';
import type { Table } from '../../model/table';
import { columnOf, numbersOf, textsOf, withColumns } from '../../model/table';
import type { ChangeFact } from '../headline/facts';
import { figuresIn } from '../headline/facts';
import { quarterLabel, quarterPlus } from '../quarter';
import type { GridCell } from './content';
import type { Context, Made, Missing } from './context';
import { figureCell, nothingIn, overQuarters, quarterName, questionOf, rangeOf, titleOf, unitOfValue } from './context';
import { changeFact, changeHeadline, differenceText, judgedQuarter } from './rates';

/** The measures of the first page, in its three pillars: win, keep, grow. */
const measures = [
  'bookings',
  'win-rate',
  'cycle-length',
  'renewal-rate',
  'revenue-retention',
  'satisfaction',
  'referral-rate',
] as const;

const promoters = 'satisfaction';

interface Line {
  readonly cells: readonly GridCell[];
  readonly fact: ChangeFact;
  readonly sentence: string;
  readonly figures: readonly number[];
  readonly question: Question;
  readonly answer: Made['answer'];
}

/** How the quarter went, one line a measure: figure, interval, the quarter before, and what may be said of the change. */
export async function overviewSlide(slide: Slide, context: Context): Promise<Made | Missing> {
  const { words, frame } = context;
  const known = measures.filter((metric) => frame.metrics.has(metric));
  const lines: Line[] = [];
  for (const metric of known) {
    const line = await measureLine(metric, slide, context);
    if (line) lines.push(line);
  }
  const [first] = lines;
  if (!first) return { missing: words.t('reason.empty') };
  const rate = lines.find(({ answer }) => answer?.metric === 'win-rate');
  const sentences = [first, ...(rate && rate !== first ? [rate] : [])].map(({ sentence }) => sentence);
  return {
    headline: sentences.join(' '),
    shown: words.t('review.shown.overview', { period: quarterName(context), before: quarterName(context, 1) }),
    picture: {
      kind: 'grid',
      columns: [
        { title: words.t('review.measure'), align: 'left', width: 0.22 },
        { title: quarterName(context), align: 'right', width: 0.13 },
        { title: words.t('review.interval'), align: 'right', width: 0.16 },
        { title: quarterName(context, 1), align: 'right', width: 0.13 },
        { title: words.t('review.change'), align: 'left', width: 0.36 },
      ],
      rows: lines.map(({ cells }) => cells),
      rest: null,
      from: 'cells',
    },
    notes: [],
    facts: {
      changes: [...(rate ? [rate.fact] : []), ...lines.filter((line) => line !== rate).map(({ fact }) => fact)],
      standings: [],
      people: false,
      figures: lines.flatMap(({ figures }) => figures),
    },
    answer: first.answer,
    isWhole: true,
    question: first.question,
    more: lines.slice(1).flatMap(({ question, answer }) => (answer ? [{ question, answer }] : [])),
  };
}

async function measureLine(metric: string, slide: Slide, context: Context): Promise<Line | null> {
  const { words, deck } = context;
  const question: Question = { ...overQuarters(questionOf(slide, context), context, 2), by: ['quarter'], options: {} };
  const answer = await context.ask(metric, question);
  if (nothingIn(answer, words) !== null) return null;
  const table = pointsOf(metric, answer.table);
  const labels = textsOf(table, 'quarter');
  const [now, before] = [labels.indexOf(quarterLabel(deck)), labels.indexOf(quarterLabel(quarterPlus(deck, -1)))];
  const values = numbersOf(table, 'value');
  if (Number.isNaN(values[now] ?? NaN)) return null;
  const unit = unitOfValue(table);
  const fact = changeFact(metric, table, now, before);
  const state = textsOf(table, 'state')[now];
  const weak = state === 'thin' || state === 'immature';
  const sentence = changeHeadline(context, { ...answer, table }, fact, now, before);
  return {
    fact,
    sentence,
    figures: figuresIn(table, [fact.change]),
    question,
    answer,
    cells: [
      { text: metric === promoters ? words.t('growth.nps') : titleOf(metric, words) },
      { ...figureCell(context, unit, values[now] ?? null), strong: !weak, ...(weak && { ink: '8E9197' }) },
      { text: rangeOf(context, unit, numbersOf(table, 'lower')[now] ?? NaN, numbersOf(table, 'upper')[now] ?? NaN) },
      figureCell(context, unit, values[before] ?? null),
      { text: state === 'immature' ? await earlierText(metric, question, context) : changeText(context, fact, unit) },
    ],
  };
}

// The score of promoters is said in points, as everywhere: 28 and not 0.28.
function pointsOf(metric: string, table: Table): Table {
  if (metric !== promoters) return table;
  const scaled = ['value', 'lower', 'upper'].flatMap((name) => {
    const column = columnOf(table, name);
    return column?.kind === 'number' ? [{ ...column, values: column.values.map((value) => value * 100) }] : [];
  });
  return withColumns(table, scaled);
}

// The same quarter, and the same verdict, that the measure's own slide speaks of.
async function earlierText(metric: string, question: Question, context: Context): Promise<string> {
  const { words, deck } = context;
  const told = await context.ask(metric, overQuarters(question, context, 8));
  const table = pointsOf(metric, told.table);
  const judged = judgedQuarter(table, deck);
  const fact = changeFact(metric, table, judged.now, judged.before);
  const verdict = changeText(context, fact, unitOfValue(table));
  if (judged.back === 0 || fact.direction === 'nothing') return words.t('review.verdict.thin');
  const [period, against] = [judged.back, judged.back + 1].map((back) => quarterName(context, back, true));
  return words.t('review.verdict.young', { period: period ?? '', against: against ?? '', verdict });
}

function changeText(context: Context, fact: ChangeFact, unit: ReturnType<typeof unitOfValue>): string {
  const { t } = context.words;
  const range = differenceText(context, fact, unit);
  const verdict = t(`review.verdict.${fact.direction}`);
  return range === '' || fact.direction === 'thin' ? verdict : t('review.verdict.with', { verdict, range });
}
