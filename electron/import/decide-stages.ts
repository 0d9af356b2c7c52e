import type { DuckDBConnection } from '@duckdb/node-api';
import { change, query } from '../db/run';
import { numbersOf, textsOf } from '../model/table';
import { guessStage } from './recognise/stages';
import type { StageDecision } from './table-plan';

/** A stage that stands in the data, how often, and what it stands for. */
export interface StageInUse extends StageDecision {
  readonly stage: string;
  readonly rows: number;
}

/** Every stage of the data with its decision: what a person confirmed, else what its name, else what its usual probability suggests. */
export async function stagesInUse(
  connection: DuckDBConnection,
  confirmed: Readonly<Record<string, string>>,
): Promise<StageInUse[]> {
  const found = await query(
    connection,
    `with used as (
        select stage, probability, 1 as is_current from opportunities where stage is not null
        union all select to_stage, null, 0 from stage_events where to_stage is not null
      ),
      counted as (
        select stage, count(*) as n, sum(is_current) as current, avg(case when probability > 1 then probability / 100 else probability end)::double as probability
        from used group by stage
      )
      select stage, case when current > 0 then current else n end as n, probability from counted order by n desc, stage`,
  );
  const rows = numbersOf(found, 'n');
  const probabilities = numbersOf(found, 'probability');
  return textsOf(found, 'stage').map((name, i) => {
    const stage = name ?? '';
    const told = Object.hasOwn(confirmed, stage) ? confirmed[stage] : undefined;
    const probability = probabilities[i] ?? NaN;
    const target =
      told === undefined ? guessStage(stage, Number.isNaN(probability) ? null : probability).target : told || null;
    return { stage, rows: rows[i] ?? 0, target, confirmed: told !== undefined };
  });
}

/** Writes the decisions where metrics find them. */
export async function writeStageMap(connection: DuckDBConnection, stages: readonly StageInUse[]): Promise<void> {
  await change(connection, 'delete from stage_map');
  for (const { stage, target, confirmed } of stages) {
    await change(
      connection,
      'insert into stage_map values ($stage, cast($target as varchar), cast($confirmed as boolean))',
      { stage, target, confirmed },
    );
  }
}
