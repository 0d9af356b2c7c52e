// What a query may call is listed: the model's macros with what they mean, DuckDB's functions, and nothing that the guard refuses.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SqlFunction } from '../../electron/contract';
import { listSqlFunctions } from '../../electron/session/sql-functions';
import { OpenDeck } from './open-deck';

let deck: OpenDeck;
let found: ReadonlyMap<string, SqlFunction>;
beforeAll(async () => {
  deck = await OpenDeck.fresh();
  await deck.loadText('deals.csv', 'opportunity_id,created_at,stage\no1,2026-01-05,Won\n');
  await deck.ask('win-rate');
  const listed = await listSqlFunctions(deck.workspace.database, 'months');
  found = new Map(listed.map((each) => [each.name, each]));
});
afterAll(() => deck.close());

describe('functions for a query', () => {
  it('hold the macros of the model with their arguments and what they mean', () => {
    expect(found.get('in_period')).toEqual({
      name: 'in_period',
      takes: ['on_day', 'period_from', 'period_to'],
      about: 'True when a local day lies in the half-open period; a missing bound is open.',
      own: true,
    });
  });

  it('hold the functions of DuckDB', () => {
    expect(found.get('date_trunc')).toMatchObject({ takes: ['part', 'timestamp'], own: false });
    expect(found.get('date_trunc')?.about).not.toBe('');
  });

  it('offer nothing that would be refused', () => {
    expect([...found.keys()].filter((name) => /^(read_|glob|getenv|checkpoint|query)/.test(name))).toEqual([]);
  });
});
