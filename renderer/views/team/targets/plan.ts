/** Incentive plans as the view edits them: steps of a measure, as one text that the engine reads. */
import type { MetricAnswer } from '../../../state/use-metric';
import { extraRows } from '../../../frame/extra';
import { numberIn, textIn } from '../../../frame/answers';

/** One step: from this value of its measure on, pay for each unit up to its end, and a sum once. Figures as typed; empty for none. */
export interface Step {
  readonly measure: string;
  readonly from: string;
  readonly to: string;
  readonly rate: string;
  readonly fixed: string;
}

export type StepField = Exclude<keyof Step, 'measure'>;

export interface Plan {
  readonly plan: string;
  readonly steps: readonly Step[];
}

/** Measures whose values are shares, so that a person types percent. */
const shares: ReadonlySet<string> = new Set(['attainment', 'team']);

/** The plans an answer tells of, in the order they came into force. */
export function plansOf(answer: MetricAnswer | undefined): readonly Plan[] {
  return extraRows(answer, 'plans').map((row) => {
    const steps: unknown = row['steps'];
    return { plan: textIn(row, 'plan') ?? '', steps: Array.isArray(steps) ? steps.flatMap(stepOf) : [] };
  });
}

function stepOf(value: unknown): readonly Step[] {
  if (typeof value !== 'object' || value === null || !('measure' in value)) return [];
  const row = { ...value } as Readonly<Record<string, string | number | null>>;
  const text = (name: string): string => {
    const number = numberIn(row, name);
    return number === null || number === 0 ? '' : String(number);
  };
  return [
    { measure: String(row['measure']), from: text('from'), to: text('to'), rate: text('rate'), fixed: text('fixed') },
  ];
}

/** Steps as the engine reads them: `measure:from:to:rate:fixed;…`. */
export function stepsText(steps: readonly Step[]): string {
  return steps.map(({ measure, from, to, rate, fixed }) => [measure, from, to, rate, fixed].join(':')).join(';');
}

/** Steps of such a text. */
export function stepsIn(text: string): readonly Step[] {
  return text.split(';').map((part) => {
    const [measure = '', from = '', to = '', rate = '', fixed = ''] = part.split(':');
    return { measure, from, to, rate, fixed };
  });
}

/** True where the ends of a step are typed in percent. */
export function isShare({ measure }: Step, field: StepField): boolean {
  return shares.has(measure) && (field === 'from' || field === 'to');
}

/** A figure of a step as a person types it; its shares in percent, without what floating point adds. */
export function typedFigure(step: Step, field: StepField): string {
  const text = step[field];
  return text === '' || !isShare(step, field) ? text : String(Number((Number(text) * 100).toFixed(6)));
}

/** A step with one figure changed as it was typed. */
export function withFigure(step: Step, field: StepField, typed: string): Step {
  const value = typed === '' || !isShare(step, field) ? typed : String(Number((Number(typed) / 100).toFixed(8)));
  return { ...step, [field]: value };
}
