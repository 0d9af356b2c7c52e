import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { query } from '../../electron/db/run';
import { fiscalCode, fiscalMonthAt, fiscalMonthStart, fiscalQuarterAt } from '../../electron/model/fiscal';
import type { Settings } from '../../electron/model/settings';
import { defaultSettings } from '../../electron/model/settings';
import { rowsOf } from '../../electron/model/table';
import type { Ground } from '../../electron/session/answer';
import { ask, closeGrounds, groundOf } from '../analytics/ground';
import { closed, stage_map } from '../analytics/sales';

let months: Ground;
let weeks: Ground;
beforeAll(async () => {
  months = await groundOf({});
  weeks = await groundOf({}, { fiscal_calendar: '4-4-5' });
});
afterAll(closeGrounds);

const retail = {
  fiscal_start_month: 2,
  fiscal_calendar: '4-5-4',
  fiscal_year_end: 'nearest-saturday',
  fiscal_naming: 'starts',
} as const;
const lastSaturday = { fiscal_start_month: 10, fiscal_calendar: '5-4-4', fiscal_year_end: 'last-saturday' } as const;

async function sql(select: string, rows: readonly { readonly day: string; readonly settings: Settings }[], more = '') {
  const values = rows.map(
    ({ day, settings }) => `(date '${day}', ${fiscalCode(settings)}, '${settings.fiscal_naming}')`,
  );
  const text = `select ${select} from (values ${values.join(', ')}) as asked (on_day, fiscal, naming)${more}`;
  const { database } = rows[0]?.settings.fiscal_calendar === 'months' ? months : weeks;
  return rowsOf(await database.read((connection) => query(connection, text)));
}

async function quartersOf(settings: Partial<Settings>, ...days: string[]): Promise<unknown[]> {
  const all: Settings = { ...defaultSettings, ...settings };
  const asked = days.map((day) => ({ day, settings: all }));
  return (await sql('fiscal_quarter(on_day, fiscal, naming) as quarter', asked)).map((row) => row['quarter']);
}

const anyDay = fc
  .integer({ min: 0, max: 15_000 })
  .map((days) => new Date(Date.UTC(2000, 0, 1 + days)).toISOString().slice(0, 10));
const anySettings = fc
  .record({
    fiscal_start_month: fc.integer({ min: 1, max: 12 }),
    fiscal_naming: fc.constantFrom('ends' as const, 'starts' as const),
    fiscal_calendar: fc.constantFrom('months' as const, '4-4-5' as const, '4-5-4' as const, '5-4-4' as const),
    fiscal_year_end: fc
      .tuple(fc.constantFrom('last', 'nearest'), fc.constantFrom('monday', 'thursday', 'saturday', 'sunday'))
      .map((parts) => parts.join('-')),
  })
  .map((some): Settings => ({ ...defaultSettings, ...some }));

describe('fiscal calendars', () => {
  it('whole months: every start month, named after the year they end or begin in', async () => {
    for (let month = 1; month <= 12; month++) {
      const start = `2026-${String(month).padStart(2, '0')}-01`;
      const dayBefore = new Date(Date.parse(start) - 86_400_000).toISOString().slice(0, 10);
      const ends = month === 1 ? 2026 : 2027;
      expect(await quartersOf({ fiscal_start_month: month }, start, dayBefore)).toEqual([`${ends}Q1`, `${ends - 1}Q4`]);
      const starts = await quartersOf({ fiscal_start_month: month, fiscal_naming: 'starts' }, start, dayBefore);
      expect(starts).toEqual(['2026Q1', '2025Q4']);
    }
  });

  it('the American retail calendar: 2023 ran 53 weeks, from 29 January 2023 to 3 February 2024', async () => {
    const days = [
      '2023-01-28',
      '2023-01-29',
      '2023-04-29',
      '2023-04-30',
      '2024-02-03',
      '2024-02-04',
      '2025-02-01',
      '2025-02-02',
    ];
    expect(await quartersOf(retail, ...days)).toEqual([
      '2022Q4',
      '2023Q1',
      '2023Q1',
      '2023Q2',
      '2023Q4',
      '2024Q1',
      '2024Q4',
      '2025Q1',
    ]);
    const last = fiscalQuarterAt('2024-02-03', { ...defaultSettings, ...retail });
    expect(last).toEqual({ from: '2023-10-29', to: '2024-02-04' });
  });

  it('a year that ends on the last Saturday of September: 2023 began on 25 September 2022 and ran 53 weeks', async () => {
    const days = ['2022-09-24', '2022-09-25', '2023-09-30', '2023-10-01'];
    expect(await quartersOf(lastSaturday, ...days)).toEqual(['2022Q4', '2023Q1', '2023Q4', '2024Q1']);
  });

  it('months of 4, 4 and 5 weeks; the 53rd week belongs to the last one', async () => {
    const lengths = async (fiscal_calendar: '4-4-5' | '4-5-4' | '5-4-4') => {
      const settings: Settings = { ...defaultSettings, ...retail, fiscal_calendar };
      const month = (k: string) => `period_after(on_day, 'month', ${k}, fiscal)`;
      const weeks = `cast((${month('number + 1')} - ${month('number')}) / 7 as integer)`;
      const text = `string_agg(cast(${weeks} as varchar), '' order by number) as weeks`;
      const [row] = await sql(text, [{ day: '2023-01-29', settings }], ', range(12) as months (number)');
      return row?.['weeks'];
    };
    expect(await lengths('4-4-5')).toBe('445445445446');
    expect(await lengths('4-5-4')).toBe('454454454455');
    expect(await lengths('5-4-4')).toBe('544544544545');
  });

  it(
    'a day lies in its period, periods follow each other without a gap, and the program and the statements agree',
    { timeout: 60_000 },
    async () => {
      const all = fc.sample(fc.record({ day: anyDay, settings: anySettings }), { numRuns: 300, seed: 4 });
      const isMonths = ({ settings }: { settings: Settings }) => settings.fiscal_calendar === 'months';
      const kinds = [all.filter(isMonths), all.filter((one) => !isMonths(one))];
      for (const [grain, cases] of ['month', 'quarter', 'year'].flatMap((grain) =>
        kinds.map((cases) => [grain, cases] as const),
      )) {
        const rows = await sql(
          `strftime(start_on, '%Y-%m-%d') as start_text, label, strftime(end_on, '%Y-%m-%d') as end_text,
         start_on <= on_day and on_day < end_on as inside,
         period_start(end_on, '${grain}', 'monday', fiscal) = end_on as whole,
         periods_between(start_on, seventh_on, '${grain}', fiscal) as seven,
         period_label(start_on, '${grain}', 'monday', fiscal, naming) = label and period_label(end_on - 1, '${grain}', 'monday', fiscal, naming) = label as same_label,
         period_label(end_on, '${grain}', 'monday', fiscal, naming) <> label as other_label
         from (select *, period_after(start_on, '${grain}', 1, fiscal) as end_on, period_after(start_on, '${grain}', 7, fiscal) as seventh_on
           from (select *, period_start(on_day, '${grain}', 'monday', fiscal) as start_on, period_label(on_day, '${grain}', 'monday', fiscal, naming) as label`,
          cases,
          '))',
        );
        rows.forEach((row, i) => {
          const asked = cases[i];
          const expected = { inside: true, whole: true, seven: 7, same_label: true, other_label: true };
          expect({ ...row, asked }).toMatchObject(expected);
          if (grain === 'quarter' && asked)
            expect({ from: row['start_text'], to: row['end_text'] }).toEqual(
              fiscalQuarterAt(asked.day, asked.settings),
            );
          if (grain === 'month' && asked) {
            const { year, month } = fiscalMonthAt(asked.day, asked.settings);
            const from = fiscalMonthStart({ year, month }, asked.settings);
            const to = fiscalMonthStart({ year, month: month + 1 }, asked.settings);
            expect({ from: row['start_text'], to: row['end_text'] }).toEqual({ from, to });
            const label = `${year}P${String(month).padStart(2, '0')}`;
            if (asked.settings.fiscal_calendar !== 'months') expect(row['label']).toBe(label);
          }
        });
      }
    },
  );

  it('metrics by quarter and month follow it, and a week starts on the day chosen', async () => {
    const opportunities = [
      closed('a', 'Won', '2024-02-03', { created_at: '2024-01-01' }),
      closed('b', 'Lost', '2024-02-04', { created_at: '2024-01-01' }),
    ];
    const shop = await groundOf({ opportunities, stage_map }, retail);
    const by = async (name: string) => (await ask(shop, 'win-rate', { by: [name] })).rows.map((row) => row[name]);
    expect(await by('quarter')).toEqual(['2023Q4', '2024Q1']);
    expect(await by('month')).toEqual(['2023P12', '2024P01']);
    expect(await by('week')).toEqual(['2024-W05']);
    const orders = ['2023-01-29', '2023-02-26', '2024-02-04'].map((ordered_at, i) => ({
      order_id: `o${i}`,
      account_id: 'a',
      ordered_at,
      amount: 1,
    }));
    const sold = await groundOf({ orders }, retail);
    const cells = (await ask(sold, 'cohort-retention', { options: { grain: 'month' } })).rows;
    const bought = cells.filter((row) => row['cohort'] === '2023P01' && row['value'] === 1);
    expect(bought.map((row) => row['k'])).toEqual([0, 1, 12]);
    const kept = (await ask(sold, 'logo-retention', { by: ['quarter'] })).rows;
    expect(kept.map((row) => [row['quarter'], row['numerator'], row['denominator']])).toEqual([['2023Q2', 0, 1]]);
    const sunday = await groundOf({ opportunities, stage_map }, { week_start: 'sunday' });
    const sundays = (await ask(sunday, 'win-rate', { by: ['week'] })).rows.map((row) => row['week']);
    expect(sundays).toEqual(['2024-S04', '2024-S05']);
  });
});
