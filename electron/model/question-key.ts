import type { Question } from './question';

/** What is asked of a metric as text, the same however it was put. */
export function questionKey(metric: string, { from, to, asOf, by, filters, options }: Question): string {
  // Filters and options are the same in whatever order they were named; values within a filter too, but the order of a split is the order of the columns.
  const sorted = (entries: Readonly<Record<string, unknown>>) =>
    Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1));
  const values = Object.fromEntries(Object.entries(filters).map(([name, list]) => [name, [...list].sort()]));
  return JSON.stringify([metric, from, to, asOf, by, sorted(values), sorted(options)]);
}
