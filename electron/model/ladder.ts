/** The canonical ladder of a sale, lowest rung first; the index is the rung's rank. */
export const rungs = [
  'lead',
  'contacted',
  'qualified',
  'meeting',
  'presented',
  'proposal',
  'negotiation',
  'won',
  'paid',
] as const;

export type Rung = (typeof rungs)[number];

/** Ways a journey ends without a sale; exits are not rungs. */
export const exits = ['lost', 'no_decision', 'disqualified'] as const;

export type Exit = (typeof exits)[number];

/** What a source stage may be mapped to. */
export type StageTarget = Rung | Exit;

/** Rungs the default funnel shows. */
export const shownRungs: readonly Rung[] = ['lead', 'qualified', 'meeting', 'proposal', 'won'];

/** Rank of a rung, 0 for lead to 8 for paid. */
export function rankOf(rung: Rung): number {
  return rungs.indexOf(rung);
}

/** True for the name of a rung. */
export function isRung(name: string): name is Rung {
  return (rungs as readonly string[]).includes(name);
}

/** True for the name of an exit. */
export function isExit(name: string): name is Exit {
  return (exits as readonly string[]).includes(name);
}
