import type { Table } from '../../charts/table';
import { numberColumn, tableOf, textColumn } from '../../charts/table';
import type { Row } from '../../engine';
import { numberIn, textIn } from '../../frame/answers';

interface Node {
  readonly account: string;
  readonly referredBy: string | null;
  readonly won: boolean;
  readonly value: number | null;
}

/** Recommendations as the tree draws them: accounts by id, each below the one that named it first, and the names of the accounts. */
export interface Chain {
  readonly table: Table;
  readonly names: ReadonlyMap<string, string>;
}

/** Givers first with all they gave, until so many leaves stand; whoever was named and named others in turn stands within. */
export function chainOf(rows: readonly Row[], mostLeaves: number): Chain {
  const names = new Map<string, string>();
  const given = new Map<string, Row[]>();
  for (const row of rows) {
    const giver = textIn(row, 'from_account') ?? '';
    names.set(giver, textIn(row, 'from_name') ?? giver);
    given.set(giver, [...(given.get(giver) ?? []), row]);
  }
  const nodes = new Map<string, Node>();
  let leaves = 0;
  for (const [giver, theirs] of given) {
    if (leaves > 0 && leaves + theirs.length > mostLeaves) continue;
    leaves += theirs.length;
    if (!nodes.has(giver)) nodes.set(giver, { account: giver, referredBy: null, won: true, value: null });
    for (const row of theirs) addTaker(nodes, names, giver, row);
  }
  return { names, table: tableIn([...nodes.values()]) };
}

function addTaker(nodes: Map<string, Node>, names: Map<string, string>, giver: string, row: Row): void {
  const account = textIn(row, 'to_account') ?? `recommendation ${String(row['referral_id'])}`;
  const name = textIn(row, 'to_name');
  if (name !== null) names.set(account, name);
  const before = nodes.get(account);
  if (before && before.referredBy !== null) return;
  nodes.set(account, { account, referredBy: giver, won: row['became'] === true, value: numberIn(row, 'value') });
}

function tableIn(nodes: readonly Node[]): Table {
  return tableOf(
    textColumn(
      'account',
      nodes.map(({ account }) => account),
    ),
    textColumn(
      'referred_by',
      nodes.map(({ referredBy }) => referredBy),
    ),
    textColumn(
      'state',
      nodes.map(({ won }) => (won ? 'won' : 'open')),
    ),
    numberColumn(
      'value',
      'money',
      nodes.map(({ value }) => value),
    ),
  );
}
