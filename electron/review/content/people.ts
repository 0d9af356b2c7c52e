import { marksOf } from '../../../renderer/charts/theme';
import type { Slide } from '../../model/deck';
import type { Answer } from '../../model/question';
import { numbersOf, textsOf } from '../../model/table';
import type { Unit } from '../../model/units';
import { figuresIn, noFacts } from '../headline/facts';
import { widthOf } from '../draw/width';
import type { GridCell, GridPicture } from './content';
import type { Context, Made, Missing } from './context';
import { figureCell, nothingIn, questionOf, signed } from './context';

const marks = marksOf('light');

/** People a slide has room for. */
const mostPeople = 12;

const hex = (colour: string): string => colour.replace('#', '').toUpperCase();

/** Who needs help with what: people in the order of the alphabet, every cell a question and no verdict on a person. */
export async function matrixSlide(slide: Slide, context: Context): Promise<Made | Missing> {
  const { words, deck } = context;
  const question = questionOf(slide, context);
  const answer = await context.ask(slide.metric, question);
  const missing = nothingIn(answer, words);
  if (missing !== null) return { missing };
  const { table } = answer;
  const [reps, skills, verdicts] = [textsOf(table, 'rep'), textsOf(table, 'skill'), textsOf(table, 'verdict')];
  const people = [...new Set(reps.flatMap((rep) => rep ?? []))]
    .filter((rep) => deck.rep === null || rep === deck.rep)
    .sort(context.byName);
  const asked = [...new Set(skills.flatMap((skill) => skill ?? []))];
  if (people.length === 0) return { missing: words.t('reason.empty') };
  const rowOf = rowsByMark(answer);
  const verdictOn = (rep: string, skill: string): string => verdicts[rowOf(rep, skill) ?? -1] ?? '';
  const stands = (rep: string, skill: string): boolean => ['gap', 'strength'].includes(verdictOn(rep, skill));
  const spoken = people.filter((rep) => asked.some((skill) => stands(rep, skill)));
  const hasGap = (rep: string): boolean => asked.some((skill) => verdictOn(rep, skill) === 'gap');
  const shown = spoken.length > 0 ? firstListed(spoken, hasGap, mostPeople) : people.slice(0, mostPeople);
  const more = Math.max(0, spoken.length - shown.length);
  const rest = [
    ...(more > 0 ? [words.t('review.standingRows', { n: more })] : []),
    ...(people.length > shown.length + more
      ? [words.t('review.quietRows', { n: people.length - shown.length - more })]
      : []),
  ];
  // A skill in which nobody shown stands out is in line for all of them.
  const telling = asked.filter((skill) => shown.some((rep) => stands(rep, skill)));
  const columns = telling.length > 0 ? telling : asked.slice(0, 9);
  const count = (verdict: string): number =>
    reps.filter((rep, row) => verdicts[row] === verdict && rep !== null && people.includes(rep)).length;
  const [gaps, strengths] = [count('gap'), count('strength')];
  return {
    headline:
      deck.rep === null
        ? words.t('review.head.matrix', { gaps })
        : words.t('review.head.person', { rep: deck.rep, gaps, strengths }),
    shown: words.t('review.shown.matrix'),
    picture:
      deck.rep === null
        ? teamGrid(context, answer, rest, shown, columns)
        : personGrid(context, answer, deck.rep, asked),
    notes: [{ head: words.t('review.known.head'), lines: [words.t('review.known.matrix')] }],
    facts: {
      ...noFacts,
      people: true,
      standings: people.map((name) => ({ name, above: [], below: [] })),
      figures: [...figuresIn(table), gaps, strengths],
    },
    answer,
    question,
    n: null,
  };
}

/** People of a list that is too long, in its order: whom the headline counts come before the others. */
function firstListed(
  people: readonly string[],
  isCounted: (person: string) => boolean,
  most: number,
): readonly string[] {
  const first = new Set([...people.filter(isCounted), ...people.filter((person) => !isCounted(person))].slice(0, most));
  return people.filter((person) => first.has(person));
}

function rowsByMark({ table }: Answer): (rep: string, skill: string) => number | undefined {
  const skills = textsOf(table, 'skill');
  const rows = new Map(textsOf(table, 'rep').map((rep, row) => [`${rep}|${skills[row]}`, row] as const));
  return (rep, skill) => rows.get(`${rep}|${skill}`);
}

/** The least room in which a head stands on two lines, no word of it broken. */
function onTwoLines(title: string): number {
  const parts = title.split(' ');
  return Math.min(
    ...parts.map((_, i) => Math.max(widthOf(parts.slice(0, i).join(' '), 14), widthOf(parts.slice(i).join(' '), 14))),
  );
}

// Columns as wide as their heads and cells, so that no word is broken.
function teamGrid(
  context: Context,
  answer: Answer,
  rest: readonly string[],
  shown: readonly string[],
  skills: readonly string[],
): GridPicture {
  const { words } = context;
  const rowOf = rowsByMark(answer);
  const rows = shown.map((rep): readonly GridCell[] => [
    { text: rep },
    ...skills.map((skill) => skillCell(context, answer, skill, rowOf(rep, skill))),
  ]);
  const titles = [words.t('dimension.rep'), ...skills.map((skill) => skillText(context, skill))];
  return {
    kind: 'grid',
    columns: titles.map((title, i) => ({
      title,
      align: i === 0 ? ('left' as const) : ('center' as const),
      width:
        Math.max(
          onTwoLines(title),
          ...rows.map((cells) => Math.min(i === 0 ? 156 : 200, widthOf(cells[i]?.text ?? '', 15))),
        ) + 12,
    })),
    rows,
    rest: rest.length > 0 ? rest.join('; ') : null,
    from: 'cells',
  };
}

// One person's skills below each other, every one of them, with where they stand in words.
function personGrid(context: Context, answer: Answer, rep: string, skills: readonly string[]): GridPicture {
  const { words } = context;
  const rowOf = rowsByMark(answer);
  const verdicts = textsOf(answer.table, 'verdict');
  const own = skills.filter((skill) => rowOf(rep, skill) !== undefined);
  return {
    kind: 'grid',
    columns: [
      { title: words.t('review.skill'), align: 'left', width: 0.4 },
      { title: words.t('column.posterior'), align: 'center', width: 0.2 },
      { title: words.t('column.verdict'), align: 'left', width: 0.4 },
    ],
    rows: own.map((skill) => {
      const row = rowOf(rep, skill);
      const verdict = verdicts[row ?? -1] ?? '';
      return [
        { text: skillText(context, skill) },
        skillCell(context, answer, skill, row),
        { text: words.find(`label.${verdict}`) ?? verdict },
      ];
    }),
    rest: null,
    from: 'cells',
  };
}

// Most skills are shares; what a deal is worth is money, the pace a number of acts a day.
const skillUnits: Readonly<Record<string, Unit>> = { value: 'money', pace: 'score' };

function skillCell(context: Context, { table }: Answer, skill: string, row: number | undefined): GridCell {
  if (row === undefined) return { text: '' };
  const verdict = textsOf(table, 'verdict')[row];
  const unit = skillUnits[skill] ?? 'ratio';
  const shown = figureCell(context, unit, numbersOf(table, 'posterior')[row] ?? null, {
    ...(unit !== 'money' && { decimals: unit === 'ratio' ? 0 : 1 }),
  });
  if (verdict === 'gap')
    return { ...signed(shown, { before: '▼\u00a0' }), fill: hex(marks.diverging.lowSoft), ink: hex(marks.ink) };
  if (verdict === 'strength')
    return { ...signed(shown, { before: '▲\u00a0' }), fill: hex(marks.diverging.highSoft), ink: hex(marks.ink) };
  if (verdict === 'too_little') return { text: '–', ink: hex(marks.ink3) };
  return { ...shown, ink: hex(marks.ink2) };
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
  const parts = filled.map(({ list, rows }) => praiseLines(context, list, rows, reps, skills));
  const lines = parts.flat();
  const shares = sharedOut(
    parts.map(({ length }) => length),
    10,
  );
  const named = parts.flatMap((part, i) => part.slice(0, shares[i]));
  return {
    headline: praiseHead(context, names.size, lines.length),
    shown: words.t('review.shown.praise'),
    picture: {
      kind: 'grid',
      columns: [
        { title: words.t('review.for'), align: 'left', width: 0.36 },
        { title: words.t('dimension.rep'), align: 'left', width: 0.3 },
        { title: words.t('review.skill'), align: 'left', width: 0.34 },
      ],
      rows: named,
      rest: lines.length > named.length ? words.t('common.more', { n: lines.length - named.length }) : null,
      from: 'cells',
    },
    notes: [{ head: words.t('review.thanks'), lines: [words.t('review.known.praise')] }],
    facts: {
      ...noFacts,
      people: true,
      standings: [...names].map((name) => ({ name, above: [], below: [] })),
      figures: [...figuresIn(answer.table), names.size, lines.length],
    },
    answer,
    question,
    n: null,
  };
}

// Somebody on two lists has two lines: where there are more lines than people, both numbers are told.
function praiseHead({ words, deck }: Context, people: number, lines: number): string {
  if (deck.rep !== null) return words.t('review.head.praiseOne', { rep: deck.rep });
  return words.t(lines > people ? 'review.head.praiseTwice' : 'review.head.praise', { n: people, lines });
}

// One line a person, with everything they are named for.
function praiseLines(
  context: Context,
  list: (typeof praised)[number],
  rows: readonly number[],
  reps: readonly (string | null)[],
  skills: readonly (string | null)[],
): readonly (readonly GridCell[])[] {
  const people = [...new Set(rows.flatMap((row) => reps[row] ?? []))].sort(context.byName);
  return people.map((rep) => {
    const own = rows.filter((row) => reps[row] === rep).map((row) => skillText(context, skills[row] ?? null));
    return [
      { text: context.words.t(`review.list.${list}`) },
      { text: rep, strong: true },
      { text: [...new Set(own)].filter(Boolean).join(', ') },
    ];
  });
}

/** How many of each list are shown where there is room for so many: short lists whole, the long ones share what is left. */
export function sharedOut(lengths: readonly number[], room: number): readonly number[] {
  const shares = lengths.map(() => 0);
  for (let left = room; left > 0; left--) {
    const open = lengths.flatMap((length, i) => ((shares[i] ?? 0) < length ? [i] : []));
    const [least] = open.sort((a, b) => (shares[a] ?? 0) - (shares[b] ?? 0) || a - b);
    if (least === undefined) break;
    shares[least] = (shares[least] ?? 0) + 1;
  }
  return shares;
}

function skillText({ words }: Context, skill: string | null): string {
  return skill === null ? '' : (words.find(`skill.${skill}`) ?? skill.replaceAll(/[_-]/g, ' '));
}
