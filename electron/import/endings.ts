import { join, literal, raw, sql } from '../db/sql';
import type { Sql } from '../db/sql';
import { isStatusReason } from './recognise/names';
import { held } from './row-conditions';
import type { FilePlan, TablePlan } from './table-plan';

/** True for rows whose sale is over: by their own flag, else by what their stage stands for. */
export function closedCondition(plan: FilePlan, table: TablePlan): Sql {
  const terminal = [...plan.stages]
    .filter(([, { target }]) => target !== null && endings.has(target))
    .map(([stage]) => literal(stage));
  const byStage =
    table.sources.has('stage') && terminal.length > 0
      ? sql`coalesce(${held('stage')} in (${join(terminal)}), false)`
      : raw('false');
  if (table.sources.has('is_closed')) return sql`coalesce(${held('is_closed')}, ${byStage})`;
  if (table.sources.has('is_won')) return sql`(coalesce(${held('is_won')}, false) or ${byStage})`;
  return byStage;
}

/** True where reasons of loss come from a column that says why any sale stands where it does, lost or not. */
export function mixesReasons(plan: FilePlan, table: TablePlan): boolean {
  const [index = -1] = table.sources.get('loss_reason') ?? [];
  return isStatusReason(plan.source.header[index] ?? '');
}

/** True for rows whose sale is over and not won. */
export function lostCondition(plan: FilePlan, table: TablePlan): Sql {
  const winning = [...plan.stages]
    .filter(([, { target }]) => target === 'won' || target === 'paid')
    .map(([stage]) => literal(stage));
  const byStage =
    table.sources.has('stage') && winning.length > 0
      ? sql`coalesce(${held('stage')} in (${join(winning)}), false)`
      : raw('false');
  const won = table.sources.has('is_won') ? sql`coalesce(${held('is_won')}, ${byStage})` : byStage;
  return sql`${closedCondition(plan, table)} and not ${won}`;
}

const endings: ReadonlySet<string> = new Set(['won', 'paid', 'lost', 'no_decision', 'disqualified']);
