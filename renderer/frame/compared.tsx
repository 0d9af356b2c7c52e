import { useMemo } from 'react';
import { comparedFollowing, usePeriod, useQuestionAbout } from '../state/use-period';
import type { Period } from '../state/period';
import type { Comparison } from '../state/question';
import { comparisonKinds, useQuestion } from '../state/question';
import { useMetric } from '../state/use-metric';
import { useFormat } from '../ui/use-format';
import { useWords } from '../ui/words';
import type { Change } from './change';
import { againstOf, changeIn, verdictWords } from './change';
import { comparedName } from './period-name';

/** A comparison in force: which one, and the period it means. */
export interface Against {
  readonly kind: Comparison;
  readonly period: Period;
}

/** How a measure changed against one of the compared periods; `known` once that has been answered or refused. */
export interface Compared extends Against {
  readonly change: Change;
  readonly stale: boolean;
  readonly known: boolean;
}

/** The comparisons in force for a period, in a fixed order; none where nothing is compared, as for all of history. */
export function useAgainst(period: Period): readonly Against[] {
  const comparisons = useQuestion((history) => history.asked.comparisons);
  const chosen = usePeriod();
  return useMemo(
    () =>
      comparisonKinds.flatMap((kind) => {
        const compared = comparisons.includes(kind) ? comparedFollowing(period, kind, chosen) : null;
        return compared ? [{ kind, period: compared }] : [];
      }),
    [period, comparisons, chosen],
  );
}

/** How a measure of a period changed against each comparison in force. */
export function useChanges(metric: string, period: Period): readonly Compared[] {
  const against = useAgainst(period);
  const all: Readonly<Record<Comparison, Omit<Compared, 'period'>>> = {
    previous: useChangeAgainst(metric, period, 'previous', against),
    year_before: useChangeAgainst(metric, period, 'year_before', against),
  };
  return against.map((each) => ({ ...all[each.kind], period: each.period }));
}

function useChangeAgainst(metric: string, period: Period, kind: Comparison, against: readonly Against[]) {
  const wanted = against.some((each) => each.kind === kind);
  const about = useQuestionAbout(period, [], { of: metric, against: againstOf(kind) });
  const { answer, stale, problem } = useMetric('measured-change', wanted ? about : undefined);
  const known = answer !== undefined || problem !== undefined;
  return { kind, change: changeIn(answer?.grid.rows[0]), stale, known };
}

/** Verdicts as one line of text each, such as `No clear change from Q1 (33%), difference −7 to +3 points.` */
export function Verdicts({ changes }: { changes: readonly Compared[] }) {
  const words = useWords();
  const formats = useFormat();
  const lines = changes
    .filter(({ known }) => known)
    .map((each) => verdictWords(each.change, 'ratio', comparedName(each, words), words, formats));
  return lines.map(({ text, detail }) => `${[text, detail].filter(Boolean).join(', ')}.`).join(' ');
}
