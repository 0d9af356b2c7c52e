/** Who was missed, as work: one task a person or customer, with what is lacking and whose it is. Pure. */
import type { Row } from '../../../engine';
import { numberIn, textIn } from '../../../frame/answers';

export const personKinds = ['events', 'target', 'training', 'coaching', 'recognition'] as const;
export const customerKinds = ['owner', 'touch', 'survey'] as const;

export type PersonKind = (typeof personKinds)[number];
export type CustomerKind = (typeof customerKinds)[number];
export type Kind = PersonKind | CustomerKind;

export interface Task<Lacking extends Kind = Kind> {
  readonly subject: string;
  readonly id: string;
  /** Whose task it is: the manager of a person, the owner of a customer; null where nobody is named. */
  readonly owner: string | null;
  readonly lacking: readonly Lacking[];
  readonly money: number | null;
}

/** Tasks out of the engine's rows, without what was set aside; `wanted` keeps those that lack one thing. */
export function tasksOf<Lacking extends Kind>(
  rows: readonly Row[],
  kinds: readonly Lacking[],
  aside: ReadonlySet<string> = new Set(),
  wanted: Lacking | 'any' = 'any',
): readonly Task<Lacking>[] {
  return rows.flatMap((row) => {
    const [subject, id] = [textIn(row, 'subject'), textIn(row, 'subject_id')];
    if (subject === null || id === null) return [];
    const lacking = kinds.filter((kind) => isLacking(row, kind) && !aside.has(asideKey(id, kind)));
    if (lacking.length === 0 || (wanted !== 'any' && !lacking.includes(wanted))) return [];
    const ofCustomer = (kinds as readonly string[]).includes('owner');
    const owner = textIn(row, ofCustomer ? 'rep' : 'manager');
    return [
      { subject, id, owner: owner === 'Unassigned' ? null : owner, lacking, money: numberIn(row, 'value_money') },
    ];
  });
}

/** How many lack each thing, whatever was set aside. */
export function countsOf<Lacking extends Kind>(
  rows: readonly Row[],
  kinds: readonly Lacking[],
): ReadonlyMap<Lacking, number> {
  return new Map(kinds.map((kind) => [kind, rows.filter((row) => isLacking(row, kind)).length] as const));
}

/** What is remembered of one thing set aside for one person or customer. */
export function asideKey(id: string, kind: Kind): string {
  return `${kind} ${id}`;
}

function isLacking(row: Row, kind: Kind): boolean {
  const has = row[`has_${kind}`];
  return has === false || has === 0;
}
