import type { Table } from '../../model/table';
import { numbersOf, textsOf } from '../../model/table';
import type { Fitted, Options } from '../metric';

/** One step of a plan: from this value of the measure, pay for each unit above it up to its end, and a sum once on reaching it. */
export interface Step {
  readonly measure: string;
  readonly from: number;
  readonly to: number | null;
  readonly rate: number;
  readonly fixed: number;
}

export interface Plan {
  readonly plan: string;
  readonly role: string | null;
  /** Days since 1970, the end not included. */
  readonly startOn: number;
  readonly endOn: number;
  readonly steps: readonly Step[];
}

/** Values of measures somebody reached. */
export type Results = Readonly<Record<string, number>>;

/** Pay of one step at a value of its measure. */
export function stepPay(step: Step, value: number): number {
  if (!(value >= step.from)) return 0;
  return step.rate * (Math.min(value, step.to ?? Infinity) - step.from) + step.fixed;
}

/** Pay of a whole plan; a measure nobody knows pays nothing. */
export function planPay(steps: readonly Step[], results: Results): number {
  return steps.reduce((sum, step) => sum + stepPay(step, results[step.measure] ?? -Infinity), 0);
}

/** All plans with their steps, for the document and for those who read it. */
export function plansOf(gathered: Table): (options: Options) => Fitted {
  const [names, roles, measures] = ['plan', 'role', 'measure'].map((name) => textsOf(gathered, name));
  const number = (name: string, row: number) => {
    const value = numbersOf(gathered, name)[row] ?? NaN;
    return Number.isNaN(value) ? null : value;
  };
  const plans = new Map<string, Plan & { steps: Step[] }>();
  for (let row = 0; row < gathered.length; row++) {
    const plan = names?.[row] ?? '';
    const known = plans.get(plan) ?? {
      plan,
      role: roles?.[row] ?? null,
      startOn: number('period_start', row) ?? -Infinity,
      endOn: number('period_end', row) ?? Infinity,
      steps: [],
    };
    plans.set(plan, known);
    const measure = measures?.[row];
    if (!measure) continue;
    known.steps.push({
      measure,
      from: number('from_value', row) ?? 0,
      to: number('to_value', row),
      rate: number('pay_rate', row) ?? 0,
      fixed: number('pay_fixed', row) ?? 0,
    });
  }
  return () => ({ parameters: {}, extra: { plans: [...plans.values()] } });
}

/** The plans a preparation left in the document. */
export function plansIn(extra: Readonly<Record<string, unknown>>): readonly Plan[] {
  const plans = extra['plans'];
  return Array.isArray(plans) ? (plans as Plan[]) : [];
}

/** Steps from a text `measure:from:to:rate:fixed;…`, where an end, a rate or a sum may be left out; null where it does not read as such. */
export function stepsOf(text: string): readonly Step[] | null {
  const parts = text.split(';').filter((part) => part.trim() !== '');
  const steps = parts.map((part): Step | null => {
    const [measure = '', from = '', to = '', rate = '', fixed = ''] = part.split(':').map((piece) => piece.trim());
    const numbers = [from, to, rate, fixed].map((piece) => (piece === '' ? null : Number(piece)));
    if (!/^(attainment|bookings|count|team)$/.test(measure) || numbers.some((value) => Number.isNaN(value)))
      return null;
    return { measure, from: numbers[0] ?? 0, to: numbers[1] ?? null, rate: numbers[2] ?? 0, fixed: numbers[3] ?? 0 };
  });
  return parts.length > 0 && steps.every((step) => step !== null) ? steps : null;
}
