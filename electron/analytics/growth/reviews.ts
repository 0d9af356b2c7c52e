import { tQuantile } from '../../stats/distributions';
import type { Settings } from '../../model/settings';
import type { Table } from '../../model/table';
import { numbersOf } from '../../model/table';
import { middleState } from '../finish';
import type { Line } from '../groups';
import { envelopeUnits, groupsOf, tableOf } from '../groups';
import type { FinishContext } from '../metric';

/** Reviews that count as seen before any: they draw a group's rank towards the mean of all. Source: domain specification M49. */
const prior = 10;

/** Mean of the reviews with Student's limits, the share of four and five stars, and a rank score fair to groups with few. Source: domain specification M49. */
export function reviewMeans(raw: Table, { settings }: FinishContext): Table {
  const lines = groupsOf(raw).map(({ by, rows }) => ({ by, line: lineOf(raw, rows[0], settings) }));
  return tableOf(lines, {
    ...envelopeUnits('score'),
    count: 'count',
    good_share: 'ratio',
    ranking: 'score',
    asked: 'count',
    response_rate: 'ratio',
    ask_rate: 'ratio',
    excluded_unanswered: 'count',
    excluded_no_score: 'count',
    excluded_off_scale: 'count',
  });
}

function lineOf(raw: Table, row: number | undefined, settings: Settings): Line {
  const of = (name: string) => (row === undefined ? 0 : (numbersOf(raw, name)[row] ?? 0));
  const n = of('n');
  const half = n > 1 ? (tQuantile(0.975, n - 1) * of('spread')) / Math.sqrt(n) : null;
  return {
    value: n > 0 ? of('mean') : null,
    n,
    lower: half === null ? null : of('mean') - half,
    upper: half === null ? null : of('mean') + half,
    method: half === null ? null : 'student',
    state: middleState(n, settings),
    reason: n > 0 ? null : 'empty',
    count: n,
    good_share: n > 0 ? of('good') / n : null,
    ranking: n > 0 ? (prior * of('overall') + of('total')) / (prior + n) : null,
    asked: of('asked'),
    response_rate: of('asked') > 0 ? of('asked_answered') / of('asked') : null,
    ask_rate: of('customers') > 0 ? of('customers_asked') / of('customers') : null,
    excluded_unanswered: of('excluded_unanswered'),
    excluded_no_score: of('excluded_no_score'),
    excluded_off_scale: of('excluded_off_scale'),
  };
}
