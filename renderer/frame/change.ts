import type { Row } from '../engine';
import type { Words } from '../i18n';
import type { Comparison } from '../state/question';
import type { Formats } from '../ui/use-format';
import { numberIn, textIn } from './answers';

/** What may be said of a change; higher and lower only where the engine's own verdict says improved or declined. */
export interface Change {
  readonly kind: 'higher' | 'lower' | 'no_clear_change' | 'cannot_tell' | 'none';
  readonly now: number | null;
  readonly before: number | null;
  readonly difference: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly n: number | null;
}

/** The change in a row of `measured-change`; `none` where there is no row or nothing to compare with. */
export function changeIn(row: Row | undefined): Change {
  const figures = {
    now: numberIn(row, 'now'),
    before: numberIn(row, 'before'),
    difference: numberIn(row, 'value'),
    lower: numberIn(row, 'lower'),
    upper: numberIn(row, 'upper'),
    n: numberIn(row, 'n'),
  };
  return { kind: kindOf(row, figures.difference), ...figures };
}

function kindOf(row: Row | undefined, difference: number | null): Change['kind'] {
  if (!row || difference === null) return 'none';
  const state = textIn(row, 'state');
  if (state === 'thin' || state === 'immature' || state === 'unavailable') return 'cannot_tell';
  const verdict = textIn(row, 'verdict');
  if (verdict !== 'improved' && verdict !== 'declined') return 'no_clear_change';
  return difference > 0 ? 'higher' : 'lower';
}

/** The engine's option for a comparison. */
export function againstOf(comparison: Comparison): 'previous' | 'last_year' {
  return comparison === 'previous' ? 'previous' : 'last_year';
}

/** A verdict in words, with the line below it; both empty where nothing is compared. */
export interface VerdictWords {
  readonly text: string;
  readonly detail: string;
  /** False where nothing can be said, so that it is printed in grey. */
  readonly said: boolean;
}

/** Verdict of a change of a rate or of days against a period, which is named. */
export function verdictWords(
  change: Change,
  unit: 'ratio' | 'days',
  period: string,
  words: Words,
  formats: Formats,
): VerdictWords {
  const { t } = words;
  if (change.kind === 'none') return { text: t('verdict.none', { period }), detail: '', said: false };
  const value = unit === 'ratio' ? formats.ratio(change.before) : formats.days(change.before);
  const before = t('verdict.before', { period, value });
  const range =
    unit === 'ratio'
      ? formats.range('ratio', change.lower, change.upper, { sign: true })
      : formats.range('days', change.lower, change.upper, { sign: true });
  const detail = change.lower === null ? '' : t(unit === 'ratio' ? 'verdict.points' : 'verdict.days', { range });
  switch (change.kind) {
    case 'higher':
      return { text: t(unit === 'days' ? 'verdict.longer' : 'verdict.higher', { before }), detail, said: true };
    case 'lower':
      return { text: t(unit === 'days' ? 'verdict.shorter' : 'verdict.lower', { before }), detail, said: true };
    case 'no_clear_change':
      return { text: t('verdict.no_clear_change', { before }), detail, said: true };
    case 'cannot_tell':
      return { text: t('verdict.cannot_tell'), detail: t('verdict.thin', { n: change.n ?? 0 }), said: false };
  }
}
