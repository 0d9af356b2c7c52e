import type { Rung } from '../../model/ladder';
import { rankOf } from '../../model/ladder';

/** A skill: a measured step of the ladder with the role it belongs to. Source: domain specification 7.1. */
export interface Skill {
  readonly id: string;
  readonly role: string;
  readonly from: Rung;
  readonly to: Rung;
  /** Days a trial is given to succeed. */
  readonly windowDays: number;
}

/** The skills that are steps of the ladder, by role, in the order of the chain. */
export const stepSkills: readonly Skill[] = [
  { id: 'reach', role: 'sdr', from: 'lead', to: 'contacted', windowDays: 30 },
  { id: 'qualify', role: 'sdr', from: 'contacted', to: 'qualified', windowDays: 60 },
  { id: 'discover', role: 'ae', from: 'qualified', to: 'meeting', windowDays: 60 },
  { id: 'present', role: 'ae', from: 'meeting', to: 'presented', windowDays: 60 },
  { id: 'propose', role: 'ae', from: 'presented', to: 'proposal', windowDays: 60 },
  { id: 'close', role: 'ae', from: 'proposal', to: 'won', windowDays: 90 },
];

/** The skills as the list parameter that the statement reads: one JSON text a skill. */
export function skillParameter(skills: readonly Skill[]): readonly string[] {
  return skills.map(({ id, role, from, to, windowDays }) =>
    JSON.stringify({ id, role, from: rankOf(from), to: rankOf(to), window: windowDays }),
  );
}
