import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openTable, partsOf, readTable } from '../../../../electron/import/read';
import type { ReadOptions, TextTable } from '../../../../electron/import/read';
import { scratchFolder } from '../scratch';

describe('JSON', () => {
  const write = scratchFolder();
  const read = async (path: string, options: ReadOptions = {}): Promise<TextTable> => {
    const opened = await openTable(path, options, dirname(path));
    return readTable(opened.path, opened.options);
  };

  it('gives a row a record and a column a field, fields of inner objects by both names, and loses no digit', async () => {
    const text = '[{"id": 12345678901234567890, "amount": 1.10, "open": true, "owner": {"name": "Ina, \\"A\\"", "team": {"id": 1}}},\n {"id": 2, "tags": ["a", "b"], "owner": {"name": null}, "__proto__": "p"}]';
    const table = await read(write('records.json', text));
    expect(table.header).toEqual(['id', 'amount', 'open', 'owner.name', 'owner.team', 'tags', '__proto__']);
    expect(table.rows).toEqual([
      ['12345678901234567890', '1.10', 'true', 'Ina, "A"', '{"id":1}', '', ''],
      ['2', '', '', '', '', 'a;b', 'p'],
    ]);
    expect(table.warnings).toEqual([]);
    expect(table.judgement.headerLine).toBe(1);
  });

  it('is read from the list inside its one object, and each list is a part', async () => {
    const path = write('lists.json', JSON.stringify({ total: 2, deals: [{ id: 1 }, { id: 2 }], data: { x: 1 }, people: [{ name: 'Bo' }] }));
    expect((await partsOf(path, dirname(path))).map(({ name }) => name)).toEqual(['deals', 'people']);
    expect((await read(path)).rows).toEqual([['1'], ['2']]);
    expect((await read(path, { part: 'people' })).rows).toEqual([['Bo']]);
    const nested = await read(write('nested.json', JSON.stringify({ response: { items: [{ id: 7 }] } })));
    expect(nested.rows).toEqual([['7']]);
  });

  it('is read one record a line, and from lists of cells', async () => {
    const lines = await read(write('lines.ndjson', '{"id":1,"v":"x"}\n\n{"id":2,"w":"y"}\n'));
    expect([lines.header, ...lines.rows]).toEqual([['id', 'v', 'w'], ['1', 'x', ''], ['2', '', 'y']]);
    expect(lines.recordLines).toEqual([1, 3]);
    const cells = await read(write('cells.json', '[["Id","Rep","Value"],\n[1,"Ina",5],[2,"Bo",6],[3,"Chi",7]]'));
    expect([cells.header, ...cells.rows]).toEqual([['Id', 'Rep', 'Value'], ['1', 'Ina', '5'], ['2', 'Bo', '6'], ['3', 'Chi', '7']]);
  });

  it('is refused in words where it holds no list or breaks off', async () => {
    await expect(read(write('one.json', '{"id": 1, "name": "x"}'))).rejects.toMatchObject({ code: 'json' });
    await expect(read(write('cut.json', '[{"id": 1}, {"id":'))).rejects.toMatchObject({ code: 'json' });
    await expect(read(write('broken.ndjson', '{"id":1}\n{"id":2}\n{"id":\n'))).rejects.toMatchObject({ code: 'json', args: { line: 3 } });
  });

  it('under a wrong name is read and said', async () => {
    const table = await read(write('deals.csv', '[{"id": 1, "stage": "New"}, {"id": 2, "stage": "Won"}]'));
    expect(table.rows).toEqual([['1', 'New'], ['2', 'Won']]);
    expect(table.warnings.map(({ code }) => code)).toEqual(['other_content']);
  });
});
