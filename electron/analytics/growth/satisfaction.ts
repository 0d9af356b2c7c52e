import { zOf } from '../../stats/distributions';
import { wilson } from '../../stats/intervals';
import type { Settings } from '../../model/settings';
import type { Table } from '../../model/table';
import { numbersOf } from '../../model/table';
import { enough } from '../finish';
import type { Line } from '../groups';
import { envelopeUnits, groupsOf, tableOf } from '../groups';
import type { FinishContext } from '../metric';

const level = 0.95;

/** NPS as promoters less detractors with its normal limits, or CSAT as the share content with Wilson's; beside it how many answered. Source: domain specification M50. */
export function satisfaction(raw: Table, { options, settings }: FinishContext): Table {
  const nps = options['kind'] !== 'csat';
  const lines = groupsOf(raw).map(({ by, rows }) => ({ by, line: lineOf(raw, rows[0], nps, settings) }));
  return tableOf(lines, {
    ...envelopeUnits('score'),
    promoters: 'count',
    detractors: 'count',
    asked: 'count',
    response_rate: 'ratio',
    accounts_answered: 'count',
    coverage: 'ratio',
    excluded_unanswered: 'count',
    excluded_no_score: 'count',
    excluded_other_scale: 'count',
    excluded_off_scale: 'count',
    excluded_earlier_answer: 'count',
  });
}

function lineOf(raw: Table, row: number | undefined, nps: boolean, settings: Settings): Line {
  const of = (name: string) => (row === undefined ? 0 : (numbersOf(raw, name)[row] ?? 0));
  const [n, promoters, detractors] = [of('n'), of('promoters'), of('detractors')];
  const found = nps ? npsOf(promoters, detractors, n) : csatOf(promoters, n);
  const reference = nps ? 0.5 : promoters / Math.max(1, n);
  return {
    ...found,
    n,
    numerator: nps ? null : promoters,
    denominator: nps ? null : n,
    state: n > 0 && enough(n, reference, settings) ? 'ok' : 'thin',
    reason: n > 0 ? null : 'empty',
    promoters,
    detractors: nps ? detractors : null,
    asked: of('asked'),
    response_rate: of('asked') > 0 ? of('asked_answered') / of('asked') : null,
    accounts_answered: of('accounts_answered'),
    coverage: of('customers') > 0 ? of('customers_answered') / of('customers') : null,
    excluded_unanswered: of('excluded_unanswered'),
    excluded_no_score: of('excluded_no_score'),
    excluded_other_scale: of('excluded_other_scale'),
    excluded_off_scale: of('excluded_off_scale'),
    excluded_earlier_answer: of('excluded_earlier_answer'),
  };
}

// Variance (p + d - (p - d)^2) / n of a difference of two shares of one whole.
function npsOf(promoters: number, detractors: number, n: number): Line {
  if (n === 0) return {};
  const [p, d] = [promoters / n, detractors / n];
  const half = zOf(level) * Math.sqrt((p + d - (p - d) ** 2) / n);
  return { value: p - d, lower: Math.max(-1, p - d - half), upper: Math.min(1, p - d + half), method: 'normal' };
}

function csatOf(content: number, n: number): Line {
  const limits = wilson(content, n, level);
  return limits ? { value: content / n, lower: limits.lower, upper: limits.upper, method: 'wilson' } : {};
}
