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
  /** What the lane of rates is explained by. */
  readonly rates: Explained;
  readonly stale: boolean;
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
    ofPrevious: ({ from, rung }) => ({ ...rates, where: { from_rung: from, to_rung: rung } }),
    rates,
    stale: false,
  };
}
