import { expectedCount, standardisedIndex } from '../../stats/standardise';
import type { Table } from '../../model/table';
import { numbersOf, textsOf } from '../../model/table';
import { enough } from '../finish';
import type { Line } from '../groups';
import { envelopeUnits, linesByGroup, tableOf } from '../groups';
import type { FinishContext } from '../metric';

const quartiles = ['1', '2', '3', '4'];

/**
 * Retention after a year by quartile of earlier conversations, standardised for segment and size: observed over expected at the whole group's stratum rates,
 * times the group's rate. Source: domain specification M62, 5.13.
 */
export async function engagementRetention(raw: Table, { settings, extra, turn }: FinishContext): Promise<Table> {
  extra['reads_as'] = 'association';
  const n = numbersOf(raw, 'n');
  const hits = numbersOf(raw, 'hits');
  const names = textsOf(raw, 'quartile');
  const sizes = textsOf(raw, 'size');
  const strata = textsOf(raw, 'segment').map((segment, row) => JSON.stringify([segment, sizes[row]]));
  const lines = await linesByGroup(raw, turn, ({ rows }) => {
    const sums = sumBy(rows, (row) => strata[row] ?? '', n, hits);
    const all = sumBy(rows, () => 'all', n, hits).get('all') ?? { n: 0, hits: 0 };
    return quartiles.map((quartile) => {
      const own = rows.filter((row) => names[row] === quartile);
      const rates = own.map((row) => {
        const stratum = sums.get(strata[row] ?? '');
        return stratum && stratum.n > 0 ? stratum.hits / stratum.n : 0;
      });
      const expected = expectedCount(
        own.map((row) => n[row] ?? 0),
        rates,
      );
      const line = lineOf(raw, quartile, own, expected, all.n > 0 ? all.hits / all.n : 0);
      return { ...line, state: enough(Number(line['n']), Number(line['crude'] ?? 0), settings) ? 'ok' : 'thin' };
    });
  });
  const units = { quartile: 'label', conversations_from: 'count', conversations_to: 'count', crude: 'ratio' } as const;
  const rest = { index: 'index', expected: 'score', excluded_not_mature: 'count' } as const;
  return tableOf(lines, { ...envelopeUnits('ratio'), ...units, ...rest });
}

function sumBy(rows: readonly number[], keyOf: (row: number) => string, n: Float64Array, hits: Float64Array) {
  const sums = new Map<string, { n: number; hits: number }>();
  for (const row of rows) {
    const key = keyOf(row);
    const sum = sums.get(key) ?? { n: 0, hits: 0 };
    sums.set(key, { n: sum.n + (n[row] ?? 0), hits: sum.hits + (hits[row] ?? 0) });
  }
  return sums;
}

function lineOf(raw: Table, quartile: string, rows: readonly number[], expected: number, rate: number): Line {
  const of = (name: string) => {
    const values = numbersOf(raw, name);
    return rows.map((row) => values[row] ?? NaN).filter((value) => !Number.isNaN(value));
  };
  const total = (name: string) => of(name).reduce((sum, value) => sum + value, 0);
  const [n, hits] = [total('n'), total('hits')];
  const found = n > 0 ? standardisedIndex(hits, expected) : null;
  const scaled = (index: number | null | undefined) =>
    index === null || index === undefined ? null : Math.min(1, index * rate);
  return {
    quartile,
    value: scaled(found?.index),
    numerator: hits,
    denominator: n,
    n,
    lower: scaled(found?.lower),
    upper: scaled(found?.upper),
    method: found && 'standardised',
    reason: n === 0 ? 'empty' : found ? null : 'nobody_stayed',
    conversations_from: n > 0 ? Math.min(...of('conversations_from')) : null,
    conversations_to: n > 0 ? Math.max(...of('conversations_to')) : null,
    crude: n > 0 ? hits / n : null,
    index: found?.index,
    expected,
    excluded_not_mature: total('excluded_not_mature'),
  };
}
