import type { Said, SaidSlide, Slide } from '../../model/deck';
import type { Answer, Question } from '../../model/question';
import type { Unit } from '../../model/units';
import { isUnit } from '../../model/units';
import { noFacts } from '../headline/facts';
import { quarterLabel } from '../quarter';
import { formatPeriod } from '../../../renderer/i18n/format';
import type { GridCell, GridPicture, WordsPicture } from './content';
import type { Arrival, Context, Made, Missing } from './context';
import { nameIn, textOf, titleOf } from './context';
import { figuresSaid } from './said';

/** One earlier number that is told differently today. */
export interface ChangedFigure {
  readonly metric: string;
  readonly key: string;
  readonly before: string;
  readonly now: string;
  readonly reasons: readonly string[];
}

/** Which numbers of the earlier review are told differently today, and why: late entries, corrected rows, changed settings. */
export async function changedSlide(_slide: Slide, context: Context): Promise<Made | Missing> {
  const { words, earlier } = context;
  if (!earlier?.said) return { missing: words.t('review.noEarlier') };
  const found = await changedFigures(earlier.said, context);
  const period = formatPeriod(quarterLabel(earlier), words.locale);
  const at = textOf(context, 'date', earlier.said.at.slice(0, 10));
  return {
    headline: words.t('review.head.changed', { n: found.length, period }),
    shown: words.t('review.shown.changed', { period, at }),
    picture: found.length === 0 ? nothingChanged(earlier.said, at, context) : changedGrid(found, context),
    notes: [],
    facts: { ...noFacts, figures: [found.length] },
    answer: null,
    question: null,
  };
}

/** In a sentence instead of a table without rows: what was asked again. */
function nothingChanged(said: Said, at: string, { words }: Context): WordsPicture {
  const n = said.slides.reduce((sum, { figures }) => sum + figures.length, 0);
  return {
    kind: 'words',
    paragraphs: [{ head: words.t('review.unchanged.head'), lines: [words.t('review.unchanged.line', { n, at })] }],
  };
}

const most = 9;

function changedGrid(found: readonly ChangedFigure[], { words }: Context): GridPicture {
  return {
    kind: 'grid',
    columns: [
      { title: words.t('review.figure'), align: 'left', width: 0.32 },
      { title: words.t('review.then'), align: 'right', width: 0.13 },
      { title: words.t('review.today'), align: 'right', width: 0.13 },
      { title: words.t('review.why'), align: 'left', width: 0.42 },
    ],
    rows: found
      .slice(0, most)
      .map(({ metric, key, before, now, reasons }): readonly GridCell[] => [
        { text: key === '' ? titleOf(metric, words) : `${titleOf(metric, words)}, ${key}` },
        { text: before },
        { text: now, strong: true },
        { text: reasons.join('; ') },
      ]),
    rest: found.length > most ? words.t('common.more', { n: found.length - most }) : null,
    from: 'cells',
  };
}

/** The figures of a kept deck that print differently today. */
export async function changedFigures(said: Said, context: Context): Promise<readonly ChangedFigure[]> {
  const settings = changedSettings(said, context);
  const out: ChangedFigure[] = [];
  for (const slide of said.slides) {
    if (!context.frame.metrics.has(slide.metric)) continue;
    const question = askedIn(slide);
    const answer = await context.ask(slide.metric, question);
    const different = differences(slide, answer, context);
    if (different.length === 0) continue;
    const reasons = [...(await arrivalsText(slide.metric, question, context)), ...settings];
    const given = reasons.length > 0 ? reasons : [context.words.t('review.because.other')];
    for (const each of different)
      if (!out.some(({ metric, key, before }) => metric === slide.metric && key === each.key && before === each.before))
        out.push({ metric: slide.metric, ...each, reasons: given });
  }
  return out;
}

function askedIn({ from, to, asOf, by, filters, options }: SaidSlide): Question {
  return { from, to, asOf, by, filters, options };
}

function differences(
  slide: SaidSlide,
  answer: Answer,
  context: Context,
): readonly Pick<ChangedFigure, 'key' | 'before' | 'now'>[] {
  // Figures that were kept without the names that tell them apart can be held against nothing.
  if (new Set(slide.figures.map(({ key }) => key)).size < slide.figures.length) return [];
  const unit: Unit = isUnit(slide.unit) ? slide.unit : 'score';
  const now = new Map(figuresSaid(answer).map((figure) => [figure.key, figure] as const));
  const print = (value: number | null): string => textOf(context, unit, value);
  const keys = new Set([...slide.figures.map(({ key }) => key), ...now.keys()]);
  const before = new Map(slide.figures.map((figure) => [figure.key, figure] as const));
  return [...keys].flatMap((key) => {
    const [a, b] = [before.get(key), now.get(key)];
    const [then, today] = [a?.value ?? null, b?.value ?? null];
    if (
      then === today ||
      (print(then) === print(today) && Math.abs((then ?? 0) - (today ?? 0)) < 1e-9 * Math.max(1, Math.abs(then ?? 0)))
    )
      return [];
    const precise = print(then) === print(today);
    const text = (value: number | null): string =>
      precise
        ? textOf(context, unit, value, { compact: false, ...(unit === 'ratio' && { decimals: 2 }) })
        : print(value);
    return text(then) === text(today)
      ? []
      : [
          {
            key: key
              .split(' · ')
              .map((part) => (part === '' ? '' : nameIn(context.words, part)))
              .filter(Boolean)
              .join(', '),
            before: text(then),
            now: text(today),
          },
        ];
  });
}

async function arrivalsText(metric: string, question: Question, context: Context): Promise<readonly string[]> {
  const { words } = context;
  const arrivals = await context.arrivals(question, metric);
  return arrivals.map(({ kind, file, ids }: Arrival) => {
    const shown = ids.slice(0, 4).join(', ');
    const more = ids.length > 4 ? ` ${words.t('common.more', { n: ids.length - 4 })}` : '';
    return words.t(kind === 'late' ? 'review.because.late' : 'review.because.corrected', {
      n: ids.length,
      file,
      ids: `${shown}${more}`,
    });
  });
}

function changedSettings({ settings }: Said, { frame, words }: Context): readonly string[] {
  return Object.entries(frame.settings)
    .filter(([key, value]) => key !== 'language' && key in settings && settings[key] !== value)
    .map(([key, value]) =>
      words.t('review.because.setting', {
        name: key.replaceAll('_', ' '),
        before: String(settings[key]),
        now: String(value),
      }),
    );
}
