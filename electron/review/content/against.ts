import type { Slide } from '../../model/deck';
import type { Question } from '../../model/question';
import { numbersOf, textsOf } from '../../model/table';
import { figuresIn, noFacts } from '../headline/facts';
import type { Context, Made, Missing } from './context';
import { nameIn, nothingIn, questionOf, textOf } from './context';
import { periodText } from './rates';

/** What was reached beside what was set: for teams their own targets, those of their people where teams have none. */
export async function againstSlide(slide: Slide, context: Context): Promise<Made | Missing> {
  const [dimension = 'team'] = slide.by;
  const people = questionOf(slide, context);
  if (dimension !== 'team') return against(slide, context, people, dimension);
  const teams = { ...people, options: { targets: 'teams', ...people.options } };
  const made = await against(slide, context, teams, dimension);
  return 'missing' in made ? against(slide, context, people, dimension) : made;
}

async function against(slide: Slide, context: Context, question: Question, dimension: string): Promise<Made | Missing> {
  const { words } = context;
  const answer = await context.ask(slide.metric, question);
  const missing = nothingIn(answer, words);
  if (missing !== null) return { missing };
  const { table } = answer;
  const [actual, target] = [numbersOf(table, 'actual_money'), numbersOf(table, 'target_money')];
  const groups = textsOf(table, dimension);
  const rows = groups.flatMap((name, row) =>
    name === null || name === 'Unassigned' || !((target[row] ?? NaN) > 0) ? [] : [row],
  );
  if (rows.length === 0)
    return { missing: words.t('reason.missing', { table: words.find('table.targets') ?? 'targets' }) };
  const isOfPeople = dimension === 'team' && question.options['targets'] !== 'teams';
  const sorted = [...rows].sort((a, b) => context.byName(groups[a], groups[b])).slice(0, 12);
  const sums = [actual, target].map((column) => rows.reduce((sum, row) => sum + (column[row] || 0), 0));
  const [done = 0, set = 1] = sums;
  const share = textOf(context, 'ratio', done / set);
  return {
    headline: words.t(isOfPeople ? 'review.head.againstPeople' : 'review.head.against', {
      share,
      period: periodText(context, slide),
    }),
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
          ...(isOfPeople ? [words.t('review.known.withoutTarget')] : []),
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
    n: null,
  };
}
