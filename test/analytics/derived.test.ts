import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { query } from '../../electron/db/run';
import { rowsOf } from '../../electron/model/table';
import type { Ground } from '../../electron/session/answer';
import { ask, closeGrounds, groundOf } from './ground';
import type { Row } from './ground';
import { history, stage_map } from './sales';

const sources = ['web', 'fair', 'referral'];
const sizes = [null, 900, 5000, 42_000];
const ends = ['Won', 'Lost', 'None', 'Disqualified', 'Proposal', 'Meeting'];
const people = ['r1', 'r2', 'r3', null];
const path = ['Qualified', 'Meeting', 'Proposal'];

const dayOf = (day: number) => new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10);

/** 300 deals drawn from a fixed stream: each walks some way up the ladder, some end, some change hands. */
function company() {
  let state = 42;
  const draw = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
  const opportunities: Row[] = [];
  const stage_events: Row[] = [];
  for (let i = 0; i < 300; i++) {
    const [began, far, rep] = [draw(500), 1 + draw(path.length), people[draw(people.length)] ?? null];
    const end = far === path.length ? (ends[draw(4)] ?? 'Won') : null;
    const walked = path
      .slice(0, far)
      .map((stage, k) => [dayOf(began + 20 * k + draw(10)), stage, { rep_id: rep }] as const);
    const closing = dayOf(began + 70 + draw(60));
    const all = end === null ? walked : [...walked, [closing, end, { rep_id: rep }] as const];
    opportunities.push({
      opportunity_id: `o${i}`,
      created_at: dayOf(began),
      stage: end ?? path[far - 1] ?? 'Qualified',
      closed_at: end === null ? null : closing,
      owner_id: rep,
      source: sources[draw(3)] ?? null,
      amount: sizes[draw(4)] ?? null,
    });
    stage_events.push(...history(`o${i}`, ...all));
  }
  const reps = ['r1', 'r2', 'r3'].map((rep_id) => ({ rep_id, name: `Name ${rep_id}`, role: 'ae', team_id: rep_id }));
  return { opportunities, stage_events, reps, stage_map };
}

let ground: Ground;
beforeAll(async () => {
  ground = await groundOf(company());
});
afterAll(closeGrounds);

const plainRows = async (sql: string, parameters: Record<string, string | null | readonly string[]>) =>
  rowsOf(await ground.database.read((connection) => query(connection, sql, parameters)));

const filters = fc.record({
  from: fc.option(fc.integer({ min: 0, max: 500 }).map(dayOf)),
  to: fc.option(fc.integer({ min: 200, max: 700 }).map(dayOf)),
  source: fc.option(fc.subarray(sources, { minLength: 1 })),
});

const chosen = `(cast($from as date) is null or day >= cast($from as date)) and (cast($to as date) is null or day < cast($to as date))
  and (cast($source as varchar[]) is null or source in (select unnest(cast($source as varchar[]))))`;

const label = `coalesce(reps.name, 'Unassigned')`;

/** The same figures from the imported tables alone, without anything derived. */
const plain = {
  'win-rate': `select ${label} as rep, count(*) filter (stage = 'Won') as numerator, count(*) filter (stage in ('Won', 'Lost', 'None')) as denominator
    from (select *, cast(closed_at as date) as day from opportunities where closed_at is not null) as deals
    left join reps on reps.rep_id = deals.owner_id where ${chosen} group by all`,
  'cohort-conversion': `select ${label} as rep, count(*) filter (won_at <= day + 90) as numerator, count(*) as denominator
    from (
      select opportunity_id, min(cast(entered_at as date)) as day, min(cast(entered_at as date)) filter (to_stage = 'Won') as won_at, any_value(rep_id) as rep_id
      from stage_events where to_stage in ('Qualified', 'Meeting', 'Proposal', 'Won') group by opportunity_id
    ) as firsts
    join opportunities using (opportunity_id)
    left join reps on reps.rep_id = firsts.rep_id
    where ${chosen} and day + 90 <= (select max(cast(entered_at as date)) from stage_events) group by all`,
} as const;

describe(
  'derived tables give what plain SQL over the imported ones gives, whatever the filter',
  { timeout: 60_000 },
  () => {
    it.each(['win-rate', 'cohort-conversion'] as const)('%s by rep', async (metric) => {
      const lines = (rows: readonly Record<string, unknown>[]) =>
        rows
          .map((row) => [row['rep'], Number(row['numerator']), Number(row['denominator'])].join(' '))
          .filter((line) => !line.endsWith(' 0 0'))
          .sort();
      await fc.assert(
        fc.asyncProperty(filters, async ({ from, to, source }) => {
          const { rows } = await ask(ground, metric, { from, to, by: ['rep'], filters: source ? { source } : {} });
          expect(lines(rows)).toEqual(lines(await plainRows(plain[metric], { from, to, source })));
        }),
        { numRuns: 15, seed: 11 },
      );
    });

    it('groups told apart by a number are those told apart by their words', async () => {
      const everyone = ['Name r1', 'Name r2', 'Name r3', 'Unassigned'];
      const dims = fc.constantFrom(['rep'], ['rep', 'month'], ['quarter', 'rep'], ['source', 'rep', 'month']);
      const metrics = fc.constantFrom(
        'win-rate',
        'cohort-conversion',
        'stage-conversion',
        'deal-value',
        'cycle-length',
        'win-rate-by-value',
      );
      await fc.assert(
        fc.asyncProperty(filters, dims, metrics, async ({ from, to, source }, by, metric) => {
          const chosenSource = source ? { source } : {};
          const byKey = await ask(ground, metric, { from, to, by, filters: chosenSource });
          // To choose among names, the names are needed.
          const byWord = await ask(ground, metric, { from, to, by, filters: { ...chosenSource, rep: everyone } });
          expect(byKey.answer.sql[0]?.text).toContain('rep_key');
          expect(byWord.answer.sql[0]?.text).not.toContain('rep_key');
          expect(byKey.rows).toEqual(byWord.rows);
        }),
        { numRuns: 15, seed: 5 },
      );
    });
  },
);
