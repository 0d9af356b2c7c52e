import { tableFromIPC } from 'apache-arrow';
import { describe, expect, it } from 'vitest';
import { arrowOf } from '../../electron/db/arrow';
import type { Column } from '../../electron/model/table';
import { textColumn } from '../../electron/model/table';

function textsBack(column: Column, length: number): unknown[] {
  const vector = tableFromIPC(arrowOf({ length, columns: [column] })).getChildAt(0);
  return Array.from({ length }, (_, row): unknown => vector?.get(row));
}

describe('texts on their way to the page', () => {
  it.each([
    ['of one byte a letter', ['Aina', null, '', 'Badrul', 'Aina']],
    ['of several bytes a letter', ['Muñoz', '陳', null, '', '😀 ok', 'a']],
    ['all missing', [null, null]],
    ['none', []],
  ])('%s arrive as they were', (_, texts) => {
    expect(textsBack(textColumn('name', 'label', texts), texts.length)).toEqual(texts);
  });

  it('of a few rows of a long list bring no words but their own', () => {
    const dictionary = Array.from({ length: 50 }, (_, n) => `Account ${n}`);
    const column: Column = {
      kind: 'text',
      name: 'account',
      unit: 'label',
      dictionary,
      codes: Int32Array.of(41, -1, 7, 41),
    };
    expect(textsBack(column, 4)).toEqual(['Account 41', null, 'Account 7', 'Account 41']);
    const bytes = Buffer.from(arrowOf({ length: 4, columns: [column] })).toString('latin1');
    expect(bytes.match(/Account \d+/g)).toEqual(['Account 41', 'Account 7']);
  });
});
