/**
 * How groups are told apart while a large answer is gathered, and how they are shown once it is small: a number or a day is several times as quick to find and to group by as its words.
 * Where a group has no such key, its words are it.
 */
import type { Sql } from '../db/sql';
import { ident, literal, raw, sql } from '../db/sql';
import { unassigned } from '../analytics/labels';

/** Column of the scope that holds a rep's place among the rep ids, -1 for nobody. */
const repKey = 'rep_key';

export interface GroupKey {
  /** SQL over the units. */
  readonly key: string;
  /** SQL over the answer's column that holds the key; null where the key is what is shown. */
  readonly shown: ((key: string) => string) | null;
}

const fiscal = 'cast($fiscal as integer)';
const weekStart = 'cast($week_start as varchar)';

const timeKeys: Readonly<Record<string, GroupKey>> = {
  month: {
    key: `period_start(on_day, 'month', ${weekStart}, ${fiscal})`,
    shown: (key) => `month_label(${key}, ${fiscal}, cast($fiscal_naming as varchar))`,
  },
  quarter: {
    key: `period_start(on_day, 'quarter', ${weekStart}, ${fiscal})`,
    shown: (key) => `fiscal_quarter(${key}, ${fiscal}, cast($fiscal_naming as varchar))`,
  },
};

const repKeys: GroupKey = {
  key: repKey,
  shown: (key) =>
    `case when ${key} is not null then coalesce((select label from derived.rep_labels where rep_no = ${key}), ${literal(unassigned).text}) end`,
};

/** Which of the asked dimensions have a quicker key in this answer. A statement that orders by what it does not give keeps its words, as it cannot be put in order again from outside. */
export function keysOf(by: readonly string[], answer: string, byRep: boolean): ReadonlyMap<string, GroupKey> {
  const order = orderOf(answer);
  if (order === null) return new Map();
  return new Map(
    by.flatMap((name) => {
      const key = name === 'rep' && byRep ? repKeys : timeKeys[name];
      return key ? [[name, key] as const] : [];
    }),
  );
}

// What the answer is ordered by after its groups; null where that is not among its columns.
function orderOf(answer: string): string | null {
  const rest = /\border by by_1, by_2, by_3((?:, \w+)*)$/.exec(answer)?.[1];
  if (rest === undefined) return null;
  const names = rest.split(', ').slice(1);
  return names.every((name) => new RegExp(`\\bas ${name}\\b`).test(answer)) ? rest : null;
}

/** A whole statement with its groups shown as words, in the order of those. */
export function inWords(
  statement: string,
  answer: string,
  by: readonly string[],
  keys: ReadonlyMap<string, GroupKey>,
): string {
  const shown = by.flatMap((name, i) => {
    const column = `by_${i + 1}`;
    const words = keys.get(name)?.shown?.(`gathered.${column}`);
    return words === undefined ? [] : [`${words} as ${column}`];
  });
  if (shown.length === 0) return statement;
  return `select * from (
select gathered.* replace (${shown.join(', ')})
from (
${statement}
) as gathered
)
order by by_1, by_2, by_3${orderOf(answer) ?? ''}`;
}

/** The column of the scope that `repKeys` reads: the place of the rep whom a journey counts for. */
export function repKeyColumn(repColumn: string): Sql {
  const place = repColumn === 'owner_id' ? 'owner_no' : repColumn.replace(/^rep_at_/, 'rep_no_at_');
  return sql`coalesce(fact.${ident(place)}, -1) as ${raw(repKey)}`;
}
