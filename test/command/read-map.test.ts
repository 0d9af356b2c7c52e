import { describe, expect, it } from 'vitest';
import { readMap, refuseUnused } from '../../electron/command/read-map';
import { UserError } from '../../electron/model/errors';
import { scratchFolder } from '../import/read/scratch';

const whole = {
  'deals*.csv': {
    table: 'opportunities',
    columns: { Id: 'opportunity_id', Note: null },
    stages: { New: 'lead' },
    date_order: 'dmy',
    decimal: ',',
    time_zone: 'UTC',
    currency: 'EUR',
    part: 'S',
    encoding: 'utf-8',
    delimiter: ';',
    quote: '"',
    header_line: 2,
    skip: 1,
    footer: 1,
    percent: 'ratio',
    key: ['Id'],
    aliases: { products: { a: 'A' } },
    constants: { is_won: true },
    also: [{ table: 'reps', columns: { Rep: 'name' } }],
  },
};

describe('a mapping in a file', () => {
  const write = scratchFolder();
  const read = (text: string): unknown => readMap(write('map.json', text));

  it('is read with every key there is, and none is needed', () => {
    expect(read(JSON.stringify(whole))).toEqual(whole);
    expect(read(`\ufeff${JSON.stringify(whole)}`)).toEqual(whole);
    expect(read('{}')).toEqual({});
    expect(readMap(undefined)).toEqual({});
  });

  it('is refused where it is for none of the files, and not for what else it is for', () => {
    const map = { 'deals*.csv': {}, 'list.xlsx#Q1': {} };
    expect(() => refuseUnused(map, ['/in/orders.csv'])).toThrow(UserError);
    for (const files of [['/in/deals-2026.csv'], ['/in/orders.csv', '/in/deals.csv'], ['list.xlsx']])
      expect(() => refuseUnused(map, files)).not.toThrow();
    expect(() => refuseUnused({}, ['a.csv'])).not.toThrow();
  });

  it.each([
    [
      'a key that means nothing',
      '{"deals.csv": {"colums": {}}}',
      'map_wrong',
      'deals.csv',
      'no key colums; the keys are table, columns',
    ],
    [
      'one in a further table',
      '{"deals.csv": {"also": [{"tabel": "reps"}]}}',
      'map_wrong',
      'deals.csv.also.0',
      'no key tabel',
    ],
    ['a value that is none', '{"deals.csv": {"decimal": "#"}}', 'map_wrong', 'deals.csv.decimal', 'expected one of'],
    ['a list', '[]', 'map_wrong', 'map.json', 'array'],
    ['no JSON', '{"deals.csv": {},}', 'map_unreadable', 'map.json', 'JSON'],
  ])('with %s is refused, with the place and the reason', (_name, text, code, place, reason) => {
    let error: unknown;
    try {
      read(text);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(UserError);
    if (!(error instanceof UserError)) return;
    expect(error.code).toBe(code);
    expect(String(error.args['at'] ?? error.args['file'])).toContain(place);
    expect(error.args['reason']).toContain(reason);
  });
});
