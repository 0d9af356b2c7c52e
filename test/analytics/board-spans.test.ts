/** What boards are told of time, against the statements' own calendar. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { madeAhead, stretches } from '../../electron/analytics/board';
import { contactSpan, periodDays, periodsAsked, questionsOffered } from '../../electron/analytics/board-spans';
import { query } from '../../electron/db/run';
import { dayLength, fiscalCode, isoDay } from '../../electron/model/fiscal';
import type { Question } from '../../electron/model/question';
import { everything } from '../../electron/model/question';
import type { Settings } from '../../electron/model/settings';
import { defaultSettings } from '../../electron/model/settings';
import type { Table } from '../../electron/model/table';
import { rowsOf } from '../../electron/model/table';
import type { Ground } from '../../electron/session/answer';
import * as page from '../../renderer/state/period';
import { closeGrounds, groundOf } from './ground';

let months: Ground;
let weeks: Ground;
beforeAll(async () => {
  months = await groundOf({});
  weeks = await groundOf({}, { fiscal_calendar: '4-4-5' });
});
afterAll(closeGrounds);

const anyDay = fc
  .oneof(fc.integer({ min: 0, max: 3_000 }), fc.constantFrom(59, 789, 1_520, 366, 1_096, 1_127))
  .map((days) => isoDay(Date.UTC(2020, 0, 1 + days)));
const firstOfMonth = anyDay.map((day) => `${day.slice(0, 8)}01`);
const anyEnd = fc.oneof(anyDay, firstOfMonth);
const calendars = fc.record({
  fiscal_start_month: fc.integer({ min: 1, max: 12 }),
  fiscal_naming: fc.constantFrom('ends' as const, 'starts' as const),
  fiscal_calendar: fc.constantFrom('months' as const, 'months' as const, '4-4-5' as const, '5-4-4' as const),
  fiscal_year_end: fc.constantFrom('last-saturday', 'nearest-sunday'),
});
const cases = fc.sample(
  fc.record({
    ends: fc.tuple(anyEnd, anyEnd),
    by: fc.constantFrom([], ['month'], ['quarter']),
    settings: calendars.map((some): Settings => ({ ...defaultSettings, ...some })),
    today: anyDay,
    isOver: fc.boolean(),
  }),
  { numRuns: 80, seed: 9 },
);

const frames = cases.map(({ ends, by, settings, today, isOver }) => {
  const [from = '', to = ''] = ends.toSorted();
  const question: Question = { ...everything, from, to, by };
  const tomorrow = isOver ? isoDay(Date.parse(today) + dayLength) : today;
  return { question, calendar: { fiscal: settings, today, tomorrow } };
});

async function statement(settings: Settings, text: string): Promise<readonly unknown[]> {
  const { database } = settings.fiscal_calendar === 'months' ? months : weeks;
  const named = `cast(${fiscalCode(settings)} as integer), '${settings.fiscal_naming}'`;
  const whole = text.replace(/\$naming/g, named).replace(/\$fiscal/g, String(fiscalCode(settings)));
  return plain(await database.read((connection) => query(connection, whole)));
}

// Truths as numbers, whatever the column calls them.
function plain(table: Table): readonly unknown[] {
  return rowsOf(table).map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, cell]) => [name, Number.isNaN(Number(cell)) ? cell : Number(cell)]),
    ),
  );
}

describe('what boards are told of time is what the statements count by', () => {
  it('the days of a period with their months and quarters', { timeout: 60_000 }, async () => {
    for (const { question, calendar } of frames.slice(0, 60)) {
      const told = plain(periodDays(question, calendar));
      if (question.by.length === 0 || question.from === question.to) expect(told).toEqual([]);
      else
        expect({ question, told }).toEqual({
          question,
          told: await statement(
            calendar.fiscal,
            `select on_day, month_label(on_day, $naming) as month, fiscal_quarter(on_day, $naming) as quarter
             from (select cast(unnest(generate_series(timestamp '${question.from}', timestamp '${question.to}' - interval 1 day, interval 1 day)) as date) as on_day)
             order by on_day`,
          ),
        });
    }
  });

  it('the periods asked about, each with the one before', { timeout: 60_000 }, async () => {
    for (const { question, calendar } of frames)
      expect({ question, calendar, told: plain(periodsAsked(question, calendar)) }).toEqual({
        question,
        calendar,
        told: await statement(
          calendar.fiscal,
          `select before_on, start_on, least(end_on - 1, date '${calendar.today}') as last_on, cast(end_on <= date '${calendar.tomorrow}' as integer) as complete,
             month_label(start_on, $naming) as month, fiscal_quarter(start_on, $naming) as quarter
           from periods_of(date '${question.from}', date '${question.to}', '${question.by[0] ?? 'period'}', 'monday', $fiscal)
           where start_on <= date '${calendar.today}' order by start_on`,
        ),
      });
  });

  it('the days contacts are judged by, without a beginning those of twelve months', { timeout: 60_000 }, async () => {
    for (const [at, { question, calendar }] of frames.entries()) {
      const asked = { ...question, from: at % 3 === 0 ? question.from : null, to: at % 4 === 0 ? null : question.to };
      const day = (date: string | null) => (date === null ? 'cast(null as date)' : `date '${date}'`);
      expect({ asked, told: plain(contactSpan(asked, calendar)) }).toEqual({
        asked,
        told: await statement(
          calendar.fiscal,
          `select end_on, coalesce(${day(asked.from)}, cast(end_on + 1 - to_months(12) as date)) as from_on
           from (select least(date '${calendar.today}', coalesce(${day(asked.to)} - 1, date '${calendar.today}')) as end_on)`,
        ),
      });
    }
  });

  it('years of one digit are counted as any other', () => {
    const calendar = { fiscal: defaultSettings, today: '2026-09-30', tomorrow: '2026-09-30' };
    const told = rowsOf(periodsAsked({ ...everything, from: '0001-02-01', to: '0001-04-01' }, calendar));
    expect(told).toMatchObject([{ before_on: '0000-12-01', start_on: '0001-02-01' }]);
  });

  it('the periods a person is offered are all made ahead', () => {
    for (const { calendar } of frames) {
      const ahead = new Set(questionsOffered(calendar).map(({ from, to, by }) => `${from} ${to} ${by.join()}`));
      for (const kind of ['quarter', 'quarters', 'year', 'month'] as const)
        for (const period of page.periodsOffered(kind, calendar.today, calendar.fiscal)) {
          const { from, to } = page.rangeOf(period, calendar.fiscal);
          expect(ahead).toContain(`${from} ${to} `);
          const last = page.lastQuarterOf(period, calendar.fiscal, calendar.today);
          const [first = last] = page.quartersTo(last, 8);
          if (kind === 'quarter') expect(ahead).toContain(`${page.rangeOf(first, calendar.fiscal).from} ${to} quarter`);
        }
    }
  });
});

describe('what is made of stretches', () => {
  it('is made once, and kept while there is room', () => {
    const made: string[] = [];
    const kept = stretches<Uint8Array>(3, ({ byteLength }) => byteLength, 1_000);
    const ask = (stretch: string, bytes: number) =>
      kept.of(stretch, () => (made.push(stretch), new Uint8Array(bytes))).byteLength;
    for (const stretch of ['a', 'b', 'a', 'c', 'd', 'a', 'b']) ask(stretch, 1);
    expect(made).toEqual(['a', 'b', 'c', 'd', 'b']);
    ask('large', 999);
    ask('b', 1);
    expect(made.splice(0)).toHaveLength(6);
    ask('a', 1);
    expect(made).toEqual(['a']);
  });

  it('gives up nothing for what nobody asked for', () => {
    const made: string[] = [];
    const kept = stretches<string>(2);
    const ask = (stretch: string) => kept.of(stretch, () => (made.push(stretch), stretch));
    madeAhead(() => ['a', 'b', 'c', 'a'].map(ask));
    expect(made.splice(0)).toEqual(['a', 'b', 'c']);
    ['a', 'b', 'c'].map(ask);
    expect(made).toEqual(['c']);
  });
});
