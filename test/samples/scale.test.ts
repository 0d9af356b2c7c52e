import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { scales, writeScale, type Scale } from '../../samples/generator/large/scale';
import { committedSample, rowsOf } from './read-sample';

const small: Scale = { opportunities: 4000, accounts: 900, activities: 40_000, orders: 9000, reps: 60 };
const folders: string[] = [];

function written(scale: Scale, seed: number): { files: Map<string, string>; rows: Map<string, number> } {
  const folder = mkdtempSync(join(tmpdir(), 'quarterdeck-scale-'));
  folders.push(folder);
  const rows = new Map(writeScale(folder, scale, seed).map((one) => [one.file, one.rows] as const));
  return {
    files: new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const)),
    rows,
  };
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe('big files', () => {
  const { files, rows } = written(small, 7);

  test('have the headers of the sample', () => {
    const sample = committedSample().files;
    for (const [name, text] of files) expect(text.split('\n', 1)[0], name).toBe(sample.get(name)?.split('\n', 1)[0]);
  });

  test('have the rows that were asked for, about five stage events to an opportunity', () => {
    expect(rows.get('opportunities.csv')).toBe(4000);
    expect(rows.get('activities.csv')).toBe(40_000);
    expect(rows.get('orders.csv')).toBe(9000);
    expect((rows.get('stage_events.csv') ?? 0) / 4000).toBeCloseTo(5, 0);
    for (const [name, count] of rows) expect(rowsOf(files, name).length).toBe(count);
  });

  test('are the same to the byte for a seed and differ for another', () => {
    expect([...written(small, 7).files]).toEqual([...files]);
    expect(written(small, 8).files.get('orders.csv')).not.toBe(files.get('orders.csv'));
  });

  test('refer to rows that exist and end each path at the stage of the opportunity', () => {
    const ids = (name: string, field: string): Set<string> =>
      new Set(rowsOf(files, name).map((row) => row[field] ?? ''));
    const accounts = ids('accounts.csv', 'account_id');
    const reps = ids('reps.csv', 'rep_id');
    const last = new Map(
      rowsOf(files, 'stage_events.csv').map((row) => [row['opportunity_id'], row['to_stage']] as const),
    );
    for (const row of rowsOf(files, 'opportunities.csv')) {
      expect(accounts.has(row['account_id'] ?? '') && reps.has(row['owner_id'] ?? '')).toBe(true);
      expect(last.get(row['opportunity_id'])).toBe(row['stage']);
      expect(row['is_won']).toBe(String(row['stage'] === 'Closed won'));
    }
    for (const row of rowsOf(files, 'orders.csv'))
      expect(accounts.has(row['account_id'] ?? '') && reps.has(row['rep_id'] ?? '')).toBe(true);
  });

  test('come in three sizes, each with its numbers', () => {
    expect(scales['M']).toEqual({
      opportunities: 1_000_000,
      accounts: 120_000,
      activities: 10_000_000,
      orders: 2_000_000,
      reps: 200,
    });
    expect(Object.keys(scales)).toEqual(['S', 'M', 'L']);
  });
});
