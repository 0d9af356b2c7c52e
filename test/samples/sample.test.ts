import { describe, expect, test } from 'vitest';
import { tableModel, tableNames, isTableName } from '../../electron/model/tables';
import { truthText } from '../../samples/generator/truth-text';
import { committedSample, fieldOf, recordsOf } from './read-sample';

const { files, truth } = committedSample();

describe('the sample', () => {
  test('has one file for every table of the data model, none of them empty', () => {
    expect([...files.keys()].sort()).toEqual(tableNames.map((name) => `${name}.csv`).sort());
    for (const [name, rows] of Object.entries(truth.rows)) expect(rows, name).toBeGreaterThan(0);
  });

  test('has headers that name the fields of the data model, every required one among them', () => {
    for (const [file, text] of files) {
      const name = file.replace('.csv', '');
      if (!isTableName(name)) throw new Error(`${name} is no table`);
      const fields = (recordsOf(text)[0] ?? []).map(fieldOf);
      const known = tableModel(name).fields;
      const unknown = fields.filter((field) => !known.some((one) => one.name === field));
      expect(unknown, file).toEqual(file === 'coachings.csv' ? ['coach_name'] : []);
      const missing = known.filter((one) => one.required && !fields.includes(one.name));
      expect(missing, file).toEqual([]);
    }
  });

  test('ends every line of a file in the same way and gives every record as many cells as the header', () => {
    for (const [file, text] of files) {
      const crlf = text.split('\r\n').length - 1;
      const lf = text.split('\n').length - 1;
      expect([0, lf], file).toContain(crlf);
      const [header = [], ...records] = recordsOf(text);
      const odd = records.filter((cells) => cells.length !== header.length && !(cells.length === 1 && cells[0] === ''));
      expect(odd, file).toEqual([]);
    }
  });

  test('has the numbers of rows and blank lines that the truth file says', () => {
    for (const [file, text] of files) {
      const records = recordsOf(text).slice(1);
      const blank = records.filter((cells) => cells.length === 1 && cells[0] === '').length;
      expect(records.length - blank, file).toBe(truth.rows[file]);
      expect(blank, file).toBe(truth.mess.files[file]?.blank_lines ?? 0);
    }
  });

  test('has the whole rows twice that the truth file says', () => {
    for (const [file, text] of files) {
      const lines = text.split('\n').filter((line) => line.trim() !== '');
      expect(lines.length - new Set(lines).size, file).toBe(truth.mess.files[file]?.duplicate_rows ?? 0);
    }
  });

  test('fits into 12 MB, its truth included', () => {
    const bytes = [...files.values(), truthText(truth)].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    expect(bytes).toBeLessThan(11_800_000);
  });
});
