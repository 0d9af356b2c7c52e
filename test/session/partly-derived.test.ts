import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { query } from '../../electron/db/run';
import { laterFrom, laterNames } from '../../electron/model/derived';
import type { EnteredName, EnteredRow } from '../../electron/model/entered';
import { enteredNames } from '../../electron/model/entered';
import { rowsOf } from '../../electron/model/table';
import { deriveTables, makeLater } from '../../electron/session/derive';
import { saveEntered } from '../../electron/session/entered';
import { Grounds } from '../../electron/session/ground';
import { OpenDeck } from './open-deck';

const typed: Readonly<Record<EnteredName, readonly EnteredRow[]>> = {
  reps: [
    { rep_id: 'r1', name: 'Aminah', role: 'ae', started_on: '2024-01-01' },
    { rep_id: 'r2', name: 'Badrul', role: 'ae' },
  ],
  rep_periods: [{ rep_id: 'r1', from_on: '2026-01-10', to_on: '2026-01-20', leave: 'true' }],
  targets: [
    {
      target_id: 't',
      rep_id: 'r1',
      metric: 'bookings',
      period_start: '2026-01-01',
      period_end: '2026-04-01',
      value: '100',
    },
  ],
  costs: [{ cost_id: 'c', on: '2026-01-05', amount: '50', purpose: 'acquire', rep_id: 'r3' }],
  fx_rates: [{ on: '2026-01-01', from_ccy: 'USD', to_ccy: 'EUR', rate: '2' }],
  programmes: [{ programme: 'Closing', required_roles: 'ae', skills: 'closing' }],
  trainings: [{ training_id: 'x', rep_id: 'r1', programme: 'Closing', completed_at: '2026-01-15' }],
  coachings: [{ coaching_id: 'k', rep_id: 'r1', coach_id: 'r2', at: '2026-01-16', kind: 'coaching' }],
  incentive_plans: [{ plan_id: 'p', period_start: '2026-01-01', period_end: '2026-04-01', role: 'ae' }],
  incentive_tiers: [{ plan_id: 'p', measure: 'bookings', from_value: '0', pay_rate: '0.1' }],
  payouts: [{ rep_id: 'r1', plan_id: 'p', period_start: '2026-01-01', period_end: '2026-04-01', amount: '5' }],
  recognitions: [{ rep_id: 'r1', at: '2026-01-17', kind: 'thanks' }],
  surveys: [{ survey_id: 's', kind: 'nps', answered_at: '2026-01-18', rep_id: 'r4', score: '9' }],
};

const deals = [
  'Deal ID,Created date,Stage,Amount,Currency,Close date,Owner',
  ...Array.from({ length: 12 }, (_, i) =>
    [
      `d${i}`,
      '2026-01-02',
      i % 3 ? 'Won' : 'Lost',
      100 + i,
      i % 2 ? 'USD' : 'EUR',
      `2026-01-${20 + (i % 9)}`,
      i % 2 ? 'r1' : 'r2',
    ].join(','),
  ),
].join('\n');

let deck: OpenDeck;
let grounds: Grounds;

beforeAll(async () => {
  deck = await OpenDeck.fresh();
  await deck.loadText('deals.csv', deals, {});
  const { database, definitions } = deck.workspace;
  grounds = new Grounds(database, definitions.settings, definitions.revision);
  await all();
});
afterAll(() => deck.close());

async function all(): Promise<void> {
  const { database, schema } = await grounds.at(null);
  await makeLater({ database, schema }, laterNames);
}

async function typeIn(table: EnteredName): Promise<void> {
  await saveEntered(deck.workspace, table, typed[table]);
  const { settings, revision } = deck.workspace.definitions;
  await grounds.refresh(settings, revision, table);
}

/** Names of the derived tables that are there. */
async function there(): Promise<readonly string[]> {
  const found = await deck.rows("select table_name as name from duckdb_tables() where schema_name = 'derived'");
  return found.map(({ name }) => String(name)).sort();
}

/** Every row of every derived table, but the stamp. */
async function contents(): Promise<Record<string, readonly string[]>> {
  const tables = (await there()).filter((name) => name !== 'made');
  return deck.workspace.database.read(async (connection) => {
    const out: Record<string, readonly string[]> = {};
    for (const name of tables)
      out[name] = rowsOf(
        await query(connection, `select cast(rows as varchar) as text from derived.${name} as rows order by 1`),
      ).map(({ text }) => String(text));
    return out;
  });
}

describe('after a table was typed in', () => {
  it('what is made of it is what would be made anew, whichever table it was', async () => {
    const rare = enteredNames.filter((table) => laterFrom(table) === null);
    const others = enteredNames.filter((table) => laterFrom(table) !== null);
    expect([rare.length, others.length]).toEqual([5, 8]);
    // In this order: making everything anew for the first ones would hide what was left standing for the others.
    for (const table of [...rare, ...others]) {
      await typeIn(table);
      if (others.includes(table)) await all();
    }
    const kept = await contents();
    const { database, definitions } = deck.workspace;
    const { asOf, schema } = await grounds.at(null);
    await database.write((connection) => deriveTables(connection, definitions.settings, asOf));
    await makeLater({ database, schema }, laterNames);
    expect(kept).toEqual(await contents());
    expect(kept['month_results']).not.toEqual([]);
    await grounds.refresh(definitions.settings, definitions.revision);
    await all();
  });

  it('what is not made of it stays: nobody waits for the deals because of a thank-you', async () => {
    const before = await there();
    await typeIn('recognitions');
    expect(await there()).toEqual(before);
    await typeIn('targets');
    expect(before.filter((name) => name === 'month_results')).toHaveLength(1);
    expect(await there()).toEqual(before.filter((name) => name !== 'month_results'));
    await typeIn('reps');
    expect((await there()).filter((name) => (laterNames as readonly string[]).includes(name))).toEqual([]);
  });
});
