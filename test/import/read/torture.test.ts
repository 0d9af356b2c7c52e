import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readTable } from '../../../electron/import/read';
import type { TextTable } from '../../../electron/import/read';
import { UserError } from '../../../electron/model/errors';
import { hasSharedData, sharedData } from '../../shared-data';

const expectSchema = z.object({
  kind: z.enum(['table', 'error', 'either']),
  mustReport: z.boolean().optional(),
  headerLoose: z.boolean().optional(),
  rows: z.number().optional(),
  columns: z.number().optional(),
  expected: z.string().optional(),
  probe: z.array(z.tuple([z.number(), z.number(), z.string()])).optional(),
});
const manifestSchema = z.object({
  items: z.array(z.object({ id: z.string(), file: z.string(), expect: expectSchema })),
});
const tablesSchema = z.array(
  z.object({ header: z.array(z.string()), rows: z.array(z.array(z.string())), quiet: z.boolean().optional() }),
);

type Expect = z.infer<typeof expectSchema>;
type Outcome = 'pass' | 'refused' | 'loud' | 'SILENT' | 'NOISY';
type Reading = TextTable | UserError;

function score(wanted: Expect, got: Reading): Outcome {
  if (got instanceof UserError) return wanted.kind === 'table' ? 'refused' : 'pass';
  const said = got.setAside.length + got.warnings.length > 0;
  if (wanted.kind === 'error') return got.rows.length === 0 || said ? 'loud' : 'SILENT';
  const hit = findHit(wanted, got);
  if (hit === null) return said ? 'loud' : 'SILENT';
  const due = (wanted.mustReport ?? false) && !hit.quiet;
  if (said && wanted.kind === 'table' && !(wanted.mustReport ?? false) && !(wanted.headerLoose ?? false) && !hit.quiet)
    return 'NOISY';
  return due && !said ? 'SILENT' : 'pass';
}

function findHit(wanted: Expect, got: TextTable): { quiet: boolean } | null {
  if (wanted.expected === undefined) {
    const probed = (wanted.probe ?? []).every(([row, column, value]) => got.rows[row]?.[column] === value);
    return probed && got.rows.length === wanted.rows && got.header.length === wanted.columns ? { quiet: false } : null;
  }
  const tables = tablesSchema.parse(JSON.parse(readFileSync(sharedData('csv-torture', wanted.expected), 'utf8')));
  const hit = tables.find((table) => sameHeader(wanted, table.header, got.header) && same(table.rows, got.rows));
  return hit === undefined ? null : { quiet: hit.quiet ?? false };
}

function sameHeader(wanted: Expect, header: readonly string[], got: readonly string[]): boolean {
  if (!(wanted.headerLoose ?? false)) return same(header, got);
  return header.length === got.length && new Set(got).size === got.length && got.every((name) => name.trim() !== '');
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

async function read(path: string): Promise<Reading> {
  try {
    return await readTable(path);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

describe.skipIf(!hasSharedData)('the torture set', async () => {
  const items = hasSharedData
    ? manifestSchema.parse(JSON.parse(readFileSync(sharedData('csv-torture', 'manifest.json'), 'utf8'))).items
    : [];
  const readings = await Promise.all(
    items.map(async ({ id, file, expect: wanted }) => {
      const got = await read(sharedData('csv-torture', file));
      return { id, got, outcome: score(wanted, got) };
    }),
  );
  const withOutcome = (outcome: Outcome): string[] =>
    readings.filter((reading) => reading.outcome === outcome).map(({ id }) => id);

  it('has no file that is read wrongly without a word', () => {
    expect(withOutcome('SILENT')).toEqual([]);
  });

  it('has no clean file that is warned about', () => {
    expect(withOutcome('NOISY')).toEqual([]);
  });

  it('passes 118 of its 123 files or more', () => {
    expect(items.length).toBe(123);
    expect(withOutcome('pass').length).toBeGreaterThanOrEqual(118);
  });

  it('has every physical line of every file accounted for', () => {
    for (const { id, got } of readings) {
      if (got instanceof UserError) continue;
      const { read: all, ...fates } = got.lines;
      expect({ id, sum: Object.values(fates).reduce((sum, count) => sum + count, 0) }).toEqual({ id, sum: all });
    }
  });
});
