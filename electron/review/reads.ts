/** Which fields of a deal or a lead a number can hang on: a correction of another field is no reason why it is told differently. */
import { metricOf } from '../analytics';
import type { Question } from '../model/question';

/** Where a field can be seen: words of a metric's statement, and dimensions it is asked by or narrowed to. */
interface Traces {
  readonly words: readonly string[];
  readonly dimensions: readonly string[];
}

const money: Traces = {
  words: ['amount', 'amount_money', 'worth_money', 'size_money', 'money_note', 'discount', 'list_amount'],
  dimensions: ['size_band'],
};
const under = (name: string): Traces => ({ words: [name], dimensions: [name] });

// Fields that are not named here (days, stages, outcome, keys, and what is new) can move any number.
const traces: Readonly<Record<string, Traces>> = {
  amount: money,
  currency: money,
  list_amount: money,
  discount: money,
  loss_reason: { words: ['loss_reason', 'reason', 'competitor'], dimensions: [] },
  competitor: { words: ['loss_reason', 'reason', 'competitor'], dimensions: [] },
  segment: under('segment'),
  source: under('source'),
  region: under('region'),
  complexity: { words: ['complexity'], dimensions: [] },
  has_reference: { words: ['has_reference'], dimensions: [] },
  probability: { words: ['probability'], dimensions: [] },
  updated_at: { words: ['updated_at'], dimensions: [] },
};

/** Whether a change of that field can move the metric's answer to that question. What cannot be ruled out can. */
export function canMove(field: string, metric: string, { by, filters }: Pick<Question, 'by' | 'filters'>): boolean {
  const { sql, without, prepare, uses } = metricOf(metric);
  if (uses.length > 0) return true;
  const own = field.startsWith('x_') ? under(field) : traces[field];
  if (!own) return true;
  const asked = new Set([...by, ...Object.keys(filters)]);
  if (own.dimensions.some((name) => asked.has(name))) return true;
  const statements = [sql, ...Object.values(without), prepare?.sql ?? ''].map(withoutRemarks).join('\n');
  return own.words.some((word) => new RegExp(`\\b${word}\\b`).test(statements));
}

function withoutRemarks(statement: string): string {
  return statement.replace(/--.*$/gm, '');
}
