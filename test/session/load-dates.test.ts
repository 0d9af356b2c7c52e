import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UserError } from '../../electron/model/errors';
import { saveSettings } from '../../electron/session/open-workspace';
import { OpenDeck } from './open-deck';

let deck: OpenDeck;
beforeEach(async () => {
  deck = await OpenDeck.fresh();
});
afterEach(() => deck.close());

const fileOf = (values: readonly string[]) =>
  ['Deal ID;Stage;Created date', ...values.map((value, i) => `${String(i).padStart(5, '0')};New;${value}`)].join('\n');
const instants = () =>
  deck.rows(
    "select strftime(created_at, '%Y-%m-%dT%H:%M:%S') as instant, created_at_is_date as day from opportunities order by opportunity_id",
  );
const read = async (...values: string[]) => {
  await deck.loadText('deals.csv', fileOf(values));
  return (await instants()).map(({ instant, day }) => `${String(instant)}${day ? ' day' : ''}`);
};

describe('dates are read in every dress they come in', () => {
  it.each<[string, string[], string[]]>([
    ['days', ['2026-01-31', '2026-02-01'], ['2026-01-31T00:00:00 day', '2026-02-01T00:00:00 day']],
    ['local times', ['2026-01-31 10:15', '2026-02-01 23:59:59'], ['2026-01-31T10:15:00', '2026-02-01T23:59:59']],
    [
      'times with a zone',
      ['2026-01-31T10:15:00.000Z', '2026-02-01T01:00:00+08:00', '2026-02-01T01:00:00+0800'],
      ['2026-01-31T10:15:00', '2026-01-31T17:00:00', '2026-01-31T17:00:00'],
    ],
    [
      'times with a zone and no seconds',
      ['2026-01-31T10:15Z', '2026-02-01T01:00+08:00'],
      ['2026-01-31T10:15:00', '2026-01-31T17:00:00'],
    ],
    [
      'midnights alone, which are days',
      ['2026-01-31 00:00:00', '2026-02-01 00:00:00'],
      ['2026-01-31T00:00:00 day', '2026-02-01T00:00:00 day'],
    ],
    ['days and times together', ['2026-01-31', '2026-02-01 08:00'], ['2026-01-31T00:00:00 day', '2026-02-01T08:00:00']],
    ['day first', ['31/01/2026', '1/2/2026 14:30'], ['2026-01-31T00:00:00 day', '2026-02-01T14:30:00']],
    [
      'month first with a clock of twelve hours',
      ['1/31/2026 2:30 PM', '2/1/2026 12:05 AM'],
      ['2026-01-31T14:30:00', '2026-02-01T00:05:00'],
    ],
    ['dots', ['05.02.2026', '06.02.2026'], ['2026-02-05T00:00:00 day', '2026-02-06T00:00:00 day']],
    ['years of two digits', ['31-01-26', '01-02-26'], ['2026-01-31T00:00:00 day', '2026-02-01T00:00:00 day']],
    [
      'month names',
      ['31 Jan 2026', '1 February 2026', '3-Mar-2026'],
      ['2026-01-31T00:00:00 day', '2026-02-01T00:00:00 day', '2026-03-03T00:00:00 day'],
    ],
    [
      'month names with commas and times',
      ['15 Apr, 2021 00:02:00', 'Apr 16, 2021'],
      ['2021-04-15T00:02:00', '2021-04-16T00:00:00 day'],
    ],
    [
      'German, French and Dutch month names',
      ['3. März 2026', '31 août 2026', '15 mei 2026 14:30'],
      ['2026-03-03T00:00:00 day', '2026-08-31T00:00:00 day', '2026-05-15T14:30:00'],
    ],
    [
      'Spanish, Portuguese and Italian month names',
      ['1 de enero de 2026', '2-out-2026', '3 giugno 2026'],
      ['2026-01-01T00:00:00 day', '2026-10-02T00:00:00 day', '2026-06-03T00:00:00 day'],
    ],
    [
      'Malay month names',
      ['31 Ogos 2026', '1 Dis 2026', '3 Mei 2026'],
      ['2026-08-31T00:00:00 day', '2026-12-01T00:00:00 day', '2026-05-03T00:00:00 day'],
    ],
    [
      'weekdays, ordinals and words before the time',
      ['Sat, 31st January 2026 at 10:15', 'Monday, February 2nd, 2026', '1er mars 2026', '5 października 2026'],
      ['2026-01-31T10:15:00', '2026-02-02T00:00:00 day', '2026-03-01T00:00:00 day', '2026-10-05T00:00:00 day'],
    ],
    [
      'clocks of other countries, blanks and signs between the parts',
      [
        '31.01.2026, 10:15 Uhr',
        '1/2/2026 2.30 PTG',
        '2026年2月3日',
        '2026. 02. 04.',
        '05 02 2026',
        '2026-02-06 10:00 +0800',
      ],
      [
        '2026-01-31T10:15:00',
        '2026-02-01T14:30:00',
        '2026-02-03T00:00:00 day',
        '2026-02-04T00:00:00 day',
        '2026-02-05T00:00:00 day',
        '2026-02-06T02:00:00',
      ],
    ],
    ['eight digits', ['20260131', '20260201'], ['2026-01-31T00:00:00 day', '2026-02-01T00:00:00 day']],
    ['milliseconds since 1970', ['1769854500000', '1769904000000'], ['2026-01-31T10:15:00', '2026-02-01T00:00:00']],
    ['spreadsheet serials', ['46053', '46054.5'], ['2026-01-31T00:00:00 day', '2026-02-01T12:00:00']],
    ['words for nothing', ['2026-01-31', 'N/A'], ['2026-01-31T00:00:00 day', 'null day']],
  ])('%s', async (_name, values, expected) => {
    expect(await read(...values)).toEqual(expected);
  });

  it('a column that is called like a date and holds none is kept as text, and said to be', async () => {
    const [report] = (await deck.load([deck.file('deals.csv', fileOf(['Feb 2026', 'Mar 2026']))])).warnings;
    expect(report).toMatchObject({
      code: 'column_unlike',
      says: { args: { column: 'Created date', field: 'created_at' } },
    });
    expect(await deck.rows('select x_created_date as x from opportunities order by opportunity_id')).toEqual([
      { x: 'Feb 2026' },
      { x: 'Mar 2026' },
    ]);
  });

  it('a day that does not exist is listed with its line and kept out', async () => {
    const report = await deck.loadText('deals.csv', fileOf(['2026-02-30', '2026-01-05']));
    expect(report.rejects_file).not.toBeNull();
    expect(readFileSync(report.rejects_file ?? '', 'utf8')).toBe(
      'line,reason,text\n2,"could not be read: created_at","00000;New;2026-02-30"\n',
    );
    expect((await instants()).map(({ instant }) => instant)).toEqual([null, '2026-01-05T00:00:00']);
  });
});

describe('the order of day and month', () => {
  it('is asked when nothing in the file settles it, and taken from the mapping', async () => {
    const text = fileOf(['01/02/2026', '03/04/2026']);
    const plan = await deck.plan([deck.file('deals.csv', text)]);
    expect(plan.questions).toEqual([
      { file: 'deals.csv', kind: 'dates', subject: '01/02/2026', choices: ['dmy', 'mdy'], suggested: 'dmy' },
    ]);
    await expect(deck.load([deck.file('deals.csv', text)])).rejects.toMatchObject({ code: 'question_open' });
    expect(await deck.rows('select count(*) as n from opportunities')).toEqual([{ n: 0 }]);
    await deck.load([deck.file('deals.csv', text)], { 'deals*.csv': { date_order: 'mdy' } });
    expect((await instants()).map(({ instant }) => instant)).toEqual(['2026-01-02T00:00:00', '2026-03-04T00:00:00']);
  });

  it('is settled by another column of the file', async () => {
    await deck.loadText('deals.csv', 'Deal ID,Stage,Created date,Closed date\n1,Won,01/02/2026,25/03/2026\n');
    expect((await instants()).map(({ instant }) => instant)).toEqual(['2026-02-01T00:00:00']);
  });

  it('is settled by a row far beyond the first ones', async () => {
    const values = Array.from({ length: 5000 }, (_, i) => (i === 4321 ? '05/13/2026' : '05/04/2026'));
    const report = await deck.loadText('deals.csv', fileOf(values));
    expect(report.decisions.find(({ what }) => what === 'dates')).toMatchObject({
      chosen: 'month first',
      evidence: '1 values have a day above 12',
      because: { code: 'day_over_12', args: { n: 1 } },
    });
    expect(
      await deck.rows('select created_at::date as d, count(*) as n from opportunities group by 1 order by 1'),
    ).toEqual([
      { d: '2026-05-04', n: 4999 },
      { d: '2026-05-13', n: 1 },
    ]);
  });

  it('is not settled by what is no date either way', async () => {
    await expect(deck.loadText('deals.csv', fileOf(['01/02/2026', '32/13/2026', '40/05/2026']))).rejects.toMatchObject({
      code: 'question_open',
      args: { kind: 'dates', subject: '01/02/2026' },
    });
  });

  it('and the three dresses of one pipeline give the same days', async () => {
    const days = ['2017-03-01', '2017-03-22', '2017-12-31'];
    const dressed = [
      days,
      days.map((day) => day.replace(/(\d+)-(\d+)-(\d+)/, '$2/$3/$1')),
      days.map((day) => day.replace(/20(\d+)-(\d+)-(\d+)/, '$3-$2-$1')),
    ];
    for (const values of dressed) {
      const own = await OpenDeck.fresh();
      await own.loadText('deals.csv', fileOf(values));
      expect(
        (await own.rows('select created_at::date as d from opportunities order by opportunity_id')).map(({ d }) => d),
      ).toEqual(days);
      await own.close();
    }
  });
});

describe('what a sample had promised is checked against the whole file', () => {
  const early = Array.from({ length: 3000 }, () => '2026-01-05');

  it('times that come late are read as times', async () => {
    await deck.loadText('deals.csv', fileOf([...early, '2026-01-06 10:00', '2026-01-06T10:00:00+08:00']));
    expect((await instants()).slice(-3)).toEqual([
      { instant: '2026-01-05T00:00:00', day: true },
      { instant: '2026-01-06T10:00:00', day: false },
      { instant: '2026-01-06T02:00:00', day: false },
    ]);
  });

  it('words for nothing that come late are no fault', async () => {
    const report = await deck.loadText('deals.csv', fileOf([...early, 'N/A']));
    expect(report.rejects_file).toBeNull();
    expect(report.decisions.find(({ what }) => what.startsWith('missing'))).toMatchObject({ chosen: 'N/A' });
  });

  it('amounts that come late in another dress are read', async () => {
    const text = [
      'Deal ID,Stage,Created date,Amount',
      ...early.map((day, i) => `${i},New,${day},${i}.5`),
      'x,New,2026-01-05,"$1,234.50"',
      'y,New,2026-01-05,(20)',
    ].join('\n');
    await deck.loadText('deals.csv', text);
    expect(
      await deck.rows(
        "select opportunity_id as id, amount::double as a from opportunities where opportunity_id in ('x', 'y', '7') order by 1",
      ),
    ).toEqual([
      { id: '7', a: 7.5 },
      { id: 'x', a: 1234.5 },
      { id: 'y', a: -20 },
    ]);
  });
});

describe('time zones', () => {
  it('local times are put to UTC by the zone of the workspace, or of the mapping', async () => {
    await saveSettings(deck.workspace, [['time_zone', 'Asia/Kuala_Lumpur']]);
    expect(await read('2026-01-31 07:00', '2026-01-31')).toEqual(['2026-01-30T23:00:00', '2026-01-31T00:00:00 day']);
    await deck.loadText('more.csv', 'Deal ID,Stage,Created date\nz,New,2026-01-31 07:00\n', {
      'more.csv': { time_zone: 'America/New_York' },
    });
    expect(await deck.rows("select created_at as t from opportunities where opportunity_id = 'z'")).toEqual([
      { t: '2026-01-31T12:00:00.000Z' },
    ]);
  });

  it('a gap is stepped over, of an overlap the earlier offset is taken', async () => {
    await saveSettings(deck.workspace, [['time_zone', 'America/New_York']]);
    expect(await read('2024-03-10 02:30', '2024-11-03 01:30', '2024-11-03 02:30', '2024-07-01 12:00')).toEqual([
      '2024-03-10T07:30:00',
      '2024-11-03T05:30:00',
      '2024-11-03T07:30:00',
      '2024-07-01T16:00:00',
    ]);
  });

  it('half an hour of overlap counts too', async () => {
    await saveSettings(deck.workspace, [['time_zone', 'Australia/Lord_Howe']]);
    expect(await read('2024-04-07 01:45')).toEqual(['2024-04-06T14:45:00']);
  });

  it('a zone nobody knows is refused', async () => {
    await expect(saveSettings(deck.workspace, [['time_zone', 'Mars/Olympus']])).rejects.toBeInstanceOf(UserError);
  });
});
