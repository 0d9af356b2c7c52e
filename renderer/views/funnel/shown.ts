import type { BehindMark } from '../../frame/picture';
import type { Explained } from '../../state/screen';
import type { FunnelStep } from './steps';
import type { ComparedSteps, FunnelData } from './use-funnel';

/** What the lanes draw: how many journeys reached each step, or their money. */
export interface Shown {
  readonly unit: 'count' | 'money';
  readonly currency: string;
  readonly steps: readonly FunnelStep[];
  readonly compared: readonly ComparedSteps[];
  /** What each share of a step is explained by. */
  readonly ofFirst: (step: FunnelStep) => Explained;
  readonly ofPrevious: (step: FunnelStep) => Explained;
  /** The journeys that a bar counts, or whose money it is. */
  readonly behind: (rung: string) => BehindMark | null;
  /** What the lane of rates is explained by. */
  readonly rates: Explained;
  readonly stale: boolean;
}

/** The journeys behind a bar: the first is of those who came in, the others of those who got that far, young ones too. */
export function behindBar({ steps, questionTo }: FunnelData, rung: string): BehindMark | null {
  const at = steps.findIndex((step) => step.rung === rung);
  const to = steps[Math.max(1, at)];
  if (at < 0 || !to) return null;
  return { metric: 'cohort-conversion', question: questionTo(to.rung), part: at === 0 ? 'entered' : 'reached' };
}

/** The funnel in journeys. */
export function countsShown(funnel: FunnelData): Shown {
  const rates = { metric: 'stage-conversion', question: funnel.pairs.question };
  return {
    unit: 'count',
    currency: '',
    steps: funnel.steps,
    compared: funnel.compared,
    ofFirst: ({ rung }) => ({ metric: 'cohort-conversion', question: funnel.questionTo(rung) }),
    behind: (rung) => behindBar(funnel, rung),
    ofPrevious: ({ from, rung }) => ({ ...rates, where: { from_rung: from, to_rung: rung } }),
    rates,
    stale: false,
  };
}
