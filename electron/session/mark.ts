/** What a mark of an answer stands for: its own values as filters, options, a run and conditions over the units. */
import type { MetricDeclaration, Options, Run } from '../analytics/metric';
import type { Question } from '../model/question';
import { reasonKey } from './gaps';
import type { RowsRequest } from './session';

/** The two rungs of a step, as options. */
export function rungsOf(where: RowsRequest['where']): Record<string, string> {
  const out: Record<string, string> = {};
  if (where['from_rung']) out['from'] = where['from_rung'];
  if (where['to_rung']) out['to'] = where['to_rung'];
  return out;
}

/** The run whose labels the mark bears, as far as it names them; rungs named apart become options. */
export function runOf(runs: readonly Run[], where: RowsRequest['where']): Run | undefined {
  const bears = ([name, label]: [string, string]) => where[name] === undefined || where[name] === label;
  return runs.find(({ labels }) => Object.entries(labels).every(bears)) ?? runs[0];
}

/** Keys of a mark that are no label of a run: columns of the units. */
export function keyConditions(
  metric: MetricDeclaration,
  run: Run | undefined,
  options: Options,
  { where, part }: RowsRequest,
): string[] {
  const sharing = typeof metric.shared === 'function' ? metric.shared(options) : metric.shared;
  const shared = sharing === true ? metric.keys : sharing || [];
  const narrowing = metric.keys.filter((name) => part === 'numerator' || !shared.includes(name));
  const reason = part === 'excluded' ? [reasonKey] : [];
  return [...narrowing, ...ownOf(metric), ...reason].filter(
    (name) => where[name] !== undefined && !(name in (run?.labels ?? {})),
  );
}

// What a mark may be narrowed by that is no key of the answer, such as a span of days.
function ownOf({ narrows, keys }: MetricDeclaration): readonly string[] {
  return Object.keys(narrows).filter((name) => !keys.includes(name));
}

/** What is asked about a mark alone: its own values are filters. */
export function markQuestion(
  metric: MetricDeclaration,
  request: RowsRequest,
): { question: Question; options: Options } {
  const filters: Record<string, readonly string[]> = { ...request.question.filters };
  for (const [name, value] of Object.entries(request.where)) {
    if (name === 'from_rung' || name === 'to_rung' || name === reasonKey) continue;
    if (metric.keys.includes(name) || name in metric.narrows) continue;
    const allowed = filters[name];
    filters[name] = value === null || (allowed && !allowed.includes(value)) ? [] : [value];
  }
  return { question: { ...request.question, by: [], filters }, options: request.question.options };
}
