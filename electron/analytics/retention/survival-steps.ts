import { hazardByPeriod } from '../../stats/hazard';
import { kaplanMeier, logRank, stepsWithEvidence, survivalQuantile } from '../../stats/survival';
import type { SurvivalCurve } from '../../stats/survival';
import type { Table } from '../../model/table';
import { numbersOf } from '../../model/table';
import type { Group, GroupLine, Line } from '../groups';
import { envelopeUnits, groupsOf, tableOf } from '../groups';
import { livesOf } from '../lives';
import type { Lives } from '../lives';
import type { FinishContext } from '../metric';
import { daysOf } from '../metric';

/** Longest tenure, in periods, that a hazard is given for. */
const mostPeriods = 60;

/** The survival curve of each group, a line a step; medians, hazard by tenure and, for two groups, their comparison go beside it. Source: domain specification M41, 5.4 to 5.7. */
export async function survivalSteps(raw: Table, context: FinishContext): Promise<Table> {
  const width = daysOf(context.options['tenure']) ?? 90;
  const scale = context.options['limits'] === 'log' ? ('log' as const) : ('log-log' as const);
  const groups: { group: Group; lives: Lives; curve: SurvivalCurve }[] = [];
  for (const group of groupsOf(raw)) {
    await context.turn();
    const lives = livesOf(raw, group.rows, 'life_days');
    groups.push({ group, lives, curve: kaplanMeier(lives, { scale }) });
  }
  await context.turn();
  const labels = ({ by }: Group) => Object.fromEntries(context.by.map((name, i) => [name, by[i] ?? null]));
  const told: Record<string, unknown>[] = [];
  for (const { group, lives, curve } of groups) {
    await context.turn();
    const median = survivalQuantile(curve);
    told.push({
      ...labels(group),
      customers: curve.n,
      median_days: median.value,
      lower: median.lower,
      upper: median.upper,
      hazard: hazards(lives, width),
    });
  }
  context.extra['groups'] = told;
  const [first, second, third] = groups;
  if (first && second && !third) {
    const test = logRank(first.lives, second.lives);
    context.extra['log_rank'] = test && { chi_square: test.chiSquare, df: 1, p: test.p };
  }
  const lines: GroupLine[] = [];
  for (const { group, curve } of groups) {
    await context.turn();
    for (const line of stepsOf(curve, flagsOf(raw, group), context.settings.evidence_at_risk))
      lines.push({ by: group.by, line });
  }
  await context.turn();
  const units = { t_days: 'days', at_risk: 'count', events: 'count', survival: 'ratio' } as const;
  return tableOf(lines, { ...envelopeUnits('ratio'), ...units, from_flags: 'count', excluded_no_score: 'count' });
}

function flagsOf(raw: Table, { rows }: Group) {
  const total = (name: string) => {
    const values = numbersOf(raw, name);
    return rows.reduce((sum, row) => sum + (values[row] ?? 0), 0);
  };
  return { from_flags: total('from_flags'), excluded_no_score: total('excluded_no_score') };
}

function stepsOf(curve: SurvivalCurve, flags: Line, fewest: number): Line[] {
  const drawn = stepsWithEvidence(curve, fewest);
  if (curve.time.length === 0)
    return [{ ...flags, n: curve.n, reason: curve.n > 0 ? 'nobody_left' : 'empty', state: 'ok' }];
  return Array.from(curve.time, (time, i) => ({
    ...flags,
    value: curve.survival[i],
    survival: curve.survival[i],
    numerator: curve.events[i],
    denominator: curve.atRisk[i],
    n: curve.n,
    lower: curve.lower[i],
    upper: curve.upper[i],
    method: 'kaplan-meier',
    state: i < drawn ? 'ok' : 'thin',
    t_days: time,
    at_risk: curve.atRisk[i],
    events: curve.events[i],
  }));
}

function hazards(lives: Lives, width: number) {
  const longest = lives.time.reduce((most, time) => Math.max(most, time), 0);
  const periods = Math.min(mostPeriods, Math.floor(longest / width) + 1);
  return hazardByPeriod(lives, width, periods)
    .filter(({ atRisk }) => atRisk > 0)
    .map(({ period, atRisk, ended, hazard, lower, upper }) => ({
      from_days: period * width,
      to_days: (period + 1) * width,
      at_risk: atRisk,
      events: ended,
      hazard,
      lower,
      upper,
    }));
}
