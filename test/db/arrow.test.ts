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
});
