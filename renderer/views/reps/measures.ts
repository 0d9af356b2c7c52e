import type { MessageKey } from '../../i18n';
import type { ComparedUnit } from '../../state/question';
import { isPeople } from './unit';

/** One row of the comparison: a metric with its options, and how it is named and judged. */
export interface MeasureModel {
  readonly id: string;
  readonly metric: string;
  readonly options: Readonly<Record<string, string>>;
  readonly kind: 'rate' | 'money' | 'days';
  readonly title: MessageKey;
  readonly note: MessageKey;
  /** Rungs named in the note of a step. */
  readonly step?: readonly [from: string, to: string];
}

function step(id: 'discover' | 'propose' | 'close', from: string, to: string): MeasureModel {
  const options = { from, to, window: '90d' };
  return {
    id,
    metric: 'cohort-conversion',
    options,
    kind: 'rate',
    title: `reps.${id}`,
    note: 'reps.stepNote',
    step: [from, to],
  };
}

function plain(
  metric: 'win-rate' | 'conversation-conversion' | 'bookings' | 'cycle-length',
  kind: MeasureModel['kind'],
  note: MessageKey,
): MeasureModel {
  return { id: metric, metric, options: {}, kind, title: `metric.${metric}.title`, note };
}

/** What the view's own sentence is about. */
export const winRate = plain('win-rate', 'rate', 'reps.winRateNote');

/** How a measure is asked of what stands side by side: a rate of people with what it would be on the mix of deals the others have. */
export function askedOf(
  { kind, metric, options }: MeasureModel,
  unit: ComparedUnit,
): Pick<MeasureModel, 'metric' | 'options'> {
  return kind === 'rate' && isPeople(unit)
    ? { metric: 'mix-adjustment', options: { of: metric, ...options } }
    : { metric, options };
}

/** What people are compared by, in reading order: conversations only where there are any, steps only between rungs that stages stand on. */
export function measuresFor(conversations: boolean, rungs: readonly string[]): readonly MeasureModel[] {
  const taken = ({ step }: MeasureModel): boolean => (step ?? []).every((rung) => rungs.includes(rung));
  return [
    winRate,
    ...(conversations ? [plain('conversation-conversion', 'rate', 'reps.conversationNote')] : []),
    ...[
      step('discover', 'qualified', 'meeting'),
      step('propose', 'meeting', 'proposal'),
      step('close', 'proposal', 'won'),
    ].filter(taken),
    plain('bookings', 'money', 'reps.bookingsNote'),
    plain('cycle-length', 'days', 'reps.cycleNote'),
  ];
}
