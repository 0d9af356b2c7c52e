import { ident, join, literal, raw, sql } from '../db/sql';
import type { Sql } from '../db/sql';
import { plainName } from './recognise/names';
import type { FilePlan, TablePlan } from './table-plan';

/** Name of a typed value while a row is made. */
export function held(field: string): Sql {
  return ident(`v_${field}`);
}

/** Name of a raw cell while a row is made. */
export function cellName(index: number): Sql {
  return ident(`c${index}`);
}

/** What a record must meet to become a row, with the reason it is left out for where it does not. */
export interface RowCondition {
  readonly kept: Sql;
  readonly reason: Sql;
}

/** Reason of an activity that nobody has done yet, or will. */
export const planned = 'planned, not done';

/** Reason of a record that its system keeps in its recycle bin. */
export const deleted = 'deleted in the source';

/** How the reason of a record begins that is about something else; what, follows. */
export const ofAnother = 'of another ';

/** How the reason of a record begins that lacks what its table needs; the field follows. */
export const lacking = 'no ';

/** The conditions on a table's rows; `atIsDate` tells whether an activity's moment is a day only. */
export function rowConditions(plan: FilePlan, table: TablePlan, atIsDate: Sql | null): RowCondition[] {
  const cells = (field: string) => (table.sources.get(field) ?? []).map(cellName);
  return [
    ...table.needs.map((field) => ({ kept: sql`${held(field)} is not null`, reason: literal(lacking + field) })),
    ...cells('deleted').map((cell) => ({
      kept: sql`not coalesce(try_cast(${cell} as boolean), false)`,
      reason: literal(deleted),
    })),
    ...keptValues(plan).map(([index, list]) => ({
      kept: sql`lower(${cellName(index)}) in (${join(list.map((word) => literal(word.toLowerCase())))})`,
      reason: reasonOfAnother(plan, index),
    })),
    ...droppedValues(plan).map(([index, list]) => ({
      kept: sql`coalesce(lower(${cellName(index)}) not in (${join(list.map((word) => literal(word.toLowerCase())))}), true)`,
      reason: reasonOfAnother(plan, index),
    })),
    ...(table.table === 'activities' ? doneConditions(plan, table, cells('done'), atIsDate) : []),
  ];
}

// An activity counts once it is done: not while its own mark says otherwise, nor before its time.
function doneConditions(plan: FilePlan, table: TablePlan, marks: readonly Sql[], atIsDate: Sql | null): RowCondition[] {
  const marked = marks.map((cell) => ({
    kept: sql`not coalesce(regexp_full_match(lower(trim(${cell})), ${literal(notDone)}), false)`,
    reason: literal(planned),
  }));
  if (!plan.leavesFuture || !table.sources.has('at')) return marked;
  return [...marked, { kept: isPast(plan, held('at'), atIsDate ?? raw('false')), reason: literal(planned) }];
}

/** True for a moment that has come by the time of the import, and for one that is not known. */
export function isPast({ now, zone }: Pick<FilePlan, 'now' | 'zone'>, at: Sql, isDate: Sql): Sql {
  const moment = sql`timestamp ${literal(now.replace(/Z$/, ''))}`;
  const today = sql`cast(timezone(${literal(zone)}, timezone('UTC', ${moment})) as date)`;
  return sql`coalesce(case when ${isDate} then cast(${at} as date) <= ${today} else ${at} <= ${moment} end, true)`;
}

const notDone =
  'false|no|n|0|0[.]0|open|planned|scheduled|to ?do|to-do|not started|in progress|pending|draft|deferred|waiting.*|upcoming|overdue|cancell?ed|' +
  'belum( selesai)?|dirancang|dijadualkan|dibatalkan|offen|geplant|abgebrochen|ouvert|planifiée?|annulée?|abiert[oa]|planificad[oa]|cancelad[oa]|abert[oa]|planejad[oa]|apert[oa]|pianificat[oa]|annullat[oa]|gepland|geannuleerd';

function reasonOfAnother({ source }: FilePlan, index: number): Sql {
  return sql`${literal(ofAnother)} || ${literal(source.header[index] ?? '')} || ': ' || coalesce(${cellName(index)}, '')`;
}

/** What a warehouse says of versions of a record that are no longer in force. */
const outOfForce = {
  _fivetran_active: ['false', 'f', '0', 'no'],
  _fivetran_deleted: ['true', 't', '1', 'yes'],
} as const;

function keptValues(plan: FilePlan): [number, readonly string[]][] {
  return byIndex(plan, plan.format?.keep ?? {});
}

function droppedValues(plan: FilePlan): [number, readonly string[]][] {
  return byIndex(plan, { ...outOfForce, ...plan.format?.drop });
}

function byIndex(
  { source }: FilePlan,
  lists: Readonly<Record<string, readonly string[]>>,
): [number, readonly string[]][] {
  return Object.entries(lists).flatMap(([word, list]): [number, readonly string[]][] => {
    const index = source.header.findIndex((name) => plainName(name) === plainName(word));
    return index < 0 ? [] : [[index, list]];
  });
}
