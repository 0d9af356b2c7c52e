import { gapWorths, personKey } from '../gap-worth';
import type { PersonWorth } from '../gap-worth';
import type { Group, Line } from '../groups';
import { envelopeUnits, groupsOf, tableOf } from '../groups';
import { leftOutOf, leftOutUnits } from '../left-out';
import type { FinishContext } from '../metric';
import type { SkillCell, SkillTable } from '../skill-board';
import { skillBoard } from '../skill-board';
import type { Settings } from '../../model/settings';
import type { Table } from '../../model/table';
import type { Posterior } from '../../stats/posterior';

/** What a skill says of a person beside the envelope. `measure` tells the scale of a row: ratio, money or pace. */
export const skillColumns = {
  rep: 'label',
  team: 'label',
  role: 'label',
  measure: 'label',
  successes: 'count',
  trials: 'count',
  crude: 'score',
  adjusted: 'score',
  posterior: 'score',
  reference: 'score',
  gap: 'score',
  p_below: 'ratio',
  verdict: 'label',
  more_trials: 'count',
  alone_money: 'money',
  alone_lower_money: 'money',
  alone_upper_money: 'money',
  together_money: 'money',
  together_lower_money: 'money',
  together_upper_money: 'money',
  person_money: 'money',
  person_lower_money: 'money',
  person_upper_money: 'money',
  current_money: 'money',
  effective_trials: 'score',
  entries: 'count',
  mix: 'flag',
  in_ramp: 'flag',
  seniority: 'label',
  tenure_months: 'score',
  belief: 'label',
  belief_a: 'score',
  belief_b: 'score',
} as const;

const verdicts: Readonly<Record<string, string>> = { too_little_evidence: 'too_little' };

/** One line a person and skill: place against the peers, and what closing a gap would bring. Those who left are peers, but not listed. Source: domain specification M54, 7.1 to 7.6. */
export async function skillGap(raw: Table, context: FinishContext): Promise<Table> {
  const { settings, options, extra, turn } = context;
  const reference = options['reference'] === 'p75' ? 'p75' : 'median';
  const skills: Record<string, unknown>[] = [];
  const lines: ReturnType<typeof linesOf> = [];
  for (const group of groupsOf(raw)) {
    const board = await skillBoard(raw, group.rows, { reference, settings }, turn);
    const worths = await gapWorths(board, raw, turn);
    skills.push(...board.map((table) => summaryOf(table, group)));
    for (const table of board) lines.push(...linesOf(raw, table, group, worths, settings));
  }
  extra['skills'] = skills;
  return tableOf(lines, { ...envelopeUnits('score'), skill: 'label', ...skillColumns, ...leftOutUnits });
}

function summaryOf({ role, skill, measure, verdict, p, peers }: SkillTable, { by }: Group): Record<string, unknown> {
  const asked = by.filter((label) => label !== null);
  return { ...(asked.length > 0 ? { by: asked } : {}), role, skill, measure, verdict, p, peers };
}

function linesOf(
  raw: Table,
  table: SkillTable,
  { by }: Group,
  worths: ReadonlyMap<string, PersonWorth>,
  settings: Settings,
): { readonly by: Group['by']; readonly line: Line }[] {
  return table.cells
    .filter(({ person }) => person.isCurrent)
    .map((cell) => ({
      by,
      line: {
        ...lineOf(cell, settings),
        ...worthOf(cell, worths.get(personKey(table.role, cell.person.rep))),
        ...leftOutOf(raw, [cell]),
        ...reasonOf(raw, cell),
      },
    }));
}

function lineOf(cell: SkillCell, settings: Settings): Line {
  const { person, finding, measure, posterior } = cell;
  const told = tell(measure);
  const reference = finding?.reference ?? null;
  return {
    skill: cell.skill,
    rep: person.rep,
    team: person.team,
    role: person.role,
    measure,
    value: finding && told(finding.mean),
    numerator: cell.successes,
    denominator: cell.trials,
    n: cell.trials,
    lower: finding && told(finding.lower),
    upper: finding && told(finding.upper),
    method: finding && methods[measure],
    ...stateOf(cell, settings),
    successes: cell.successes,
    trials: cell.trials,
    crude: cell.crude,
    adjusted: cell.adjusted,
    posterior: finding && told(finding.mean),
    reference: reference === null ? null : told(reference),
    gap: finding && reference !== null ? told(reference) - told(finding.mean) : null,
    p_below: finding?.probabilityBelow,
    verdict: finding ? (verdicts[finding.finding] ?? finding.finding) : 'too_little',
    more_trials: finding?.moreEvidence,
    effective_trials: cell.effectiveTrials,
    entries: cell.entries,
    mix: cell.mix,
    in_ramp: person.inRamp,
    seniority: person.level,
    tenure_months: person.tenureMonths,
    ...beliefOf(posterior),
  };
}

const methods = { ratio: 'beta-binomial', money: 'normal-normal', pace: 'gamma-poisson' } as const;

function tell(measure: SkillCell['measure']): (figure: number) => number {
  return measure === 'money' ? Math.exp : (figure) => figure;
}

function stateOf({ trials, entries, measure, effectiveTrials }: SkillCell, settings: Settings): Line {
  if (trials === 0) return { state: entries > 0 ? 'immature' : 'ok', reason: entries > 0 ? 'not_mature' : 'empty' };
  const enough = measure === 'money' ? 10 : measure === 'pace' ? 30 : settings.evidence_n;
  return { state: (measure === 'pace' ? trials : effectiveTrials) < enough ? 'thin' : 'ok', reason: null };
}

function beliefOf(posterior: Posterior | null): Line {
  switch (posterior?.family) {
    case 'beta':
      return { belief: 'beta', belief_a: posterior.a, belief_b: posterior.b };
    case 'normal':
      return { belief: 'log-normal', belief_a: posterior.mean, belief_b: posterior.sd };
    case 'gamma':
      return { belief: 'gamma', belief_a: posterior.shape, belief_b: posterior.rate };
    case undefined:
      return {};
  }
}

function worthOf({ skill }: SkillCell, worth: PersonWorth | undefined): Line {
  const own = worth?.bySkill.get(skill);
  return {
    alone_money: own?.alone,
    alone_lower_money: own?.aloneInterval.lower,
    alone_upper_money: own?.aloneInterval.upper,
    together_money: own?.share,
    together_lower_money: own?.shareInterval.lower,
    together_upper_money: own?.shareInterval.upper,
    current_money: own?.current ?? worth?.current,
    person_money: worth?.together,
    person_lower_money: worth && worth.bySkill.size > 0 ? worth.lower : null,
    person_upper_money: worth && worth.bySkill.size > 0 ? worth.upper : null,
  };
}

// Where nothing could be judged because no step is recorded, that is the reason.
function reasonOf(raw: Table, cell: SkillCell): Line {
  const bare = cell.trials === 0 && Number(leftOutOf(raw, [cell])['excluded_no_stage_events'] ?? 0) > 0;
  return bare ? { reason: 'no_stage_events' } : {};
}
