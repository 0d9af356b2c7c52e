import { describe, expect, it } from 'vitest';
import { csvZipOf } from '../../electron/review/csv';
import { htmlOf } from '../../electron/review/html';
import { maskOf, maskedReview, nameOrder } from '../../electron/review/mask';
import { numberColumn, rowsOf, textColumn } from '../../electron/model/table';
import { pptxOf } from '../../electron/review/pptx';
import { xlsxOf } from '../../electron/review/xlsx';
import JSZip from 'jszip';
import type { SlideContent } from '../../electron/review/content/content';
import { pictures, reviewOf } from './content';

const mask = maskOf([
  { names: ['Kopi Kita', 'A-17'], pseudonym: 'Customer 001' },
  { names: ['Kopi Kita Sdn Bhd', '42'], pseudonym: 'Customer 002' },
  { names: ["O'Neil & Sons", 'c3'], pseudonym: 'Customer 003' },
  { names: ['Ong Hui Min', 'R07', 'Hui Min'], pseudonym: 'Rep C' },
  { names: ['İpek', 'R08'], pseudonym: 'Rep D' },
]);

describe('pseudonyms', () => {
  it.each([
    ['Kopi Kita is ahead.', 'Customer 001 is ahead.'],
    ['KOPI KITA SDN BHD, and Kopi Kita', 'Customer 002, and Customer 001'],
    ['Kopi Kitab stays, so does Ikopi Kita', 'Kopi Kitab stays, so does Ikopi Kita'],
    ['(Ong Hui Min)/Hui Min', '(Rep C)/Rep C'],
    ["of O'Neil & Sons: A-17", 'of Customer 003: Customer 001'],
    ['İpek and ipek', 'Rep D and ipek'],
    ['n 42 of 42', 'n 42 of 42'],
    ['', ''],
  ])('stand in a text: %s', (text, wanted) => {
    expect(mask.text(text)).toBe(wanted);
  });

  it('stand in a cell that is an id as a whole, be it a number', () => {
    expect([mask.cell('42'), mask.cell(' ong hui min '), mask.cell('43')]).toEqual(['Customer 002', 'Rep C', '43']);
  });

  it('are in every part of every file, and no name is', { timeout: 30_000 }, async () => {
    const names = ['Kopi Kita', 'Ong Hui Min'];
    const named = (text: string): string => `${text} ${names.join(' ')}`;
    const drawn = {
      kind: 'drawn',
      width: 100,
      height: 50,
      svg: '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="50"><text y="20">Kopi Kita</text></svg>',
    } as const;
    const plain = reviewOf([...pictures, drawn]);
    const told = {
      ...plain,
      title: named('Review'),
      owner: named('Owner'),
      slides: plain.slides.map((slide): SlideContent => ({
        ...slide,
        headline: named(slide.headline),
        shown: named(slide.shown),
        alt: named(slide.alt),
        speech: named(slide.speech),
        footer: named(slide.footer),
        notes: [{ head: named('Note'), lines: names }],
        twin: slide.twin && {
          ...slide.twin,
          table: {
            ...slide.twin.table,
            columns: slide.twin.table.columns.map((column) =>
              column.kind === 'text' ? { ...column, dictionary: column.dictionary.map(named) } : column,
            ),
          },
        },
      })),
    };
    const masked = maskedReview(told, mask);
    const files = [
      await textIn(await pptxOf(masked, '16:9', null)),
      await textIn(await xlsxOf(masked)),
      await textIn(await csvZipOf(masked)),
      new TextDecoder().decode(htmlOf(masked, '16:9', null)),
    ];
    for (const text of files) {
      for (const name of names) expect(text).not.toContain(name);
      for (const pseudonym of ['Customer 001', 'Rep C']) expect(text).toContain(pseudonym);
    }
  });
});

describe('the order of a masked list', () => {
  const team = ['Aina', 'Bala', 'Chong', 'Devi'];
  const letters = ['D', 'B', 'C', 'A'];
  const people = maskOf(team.map((name, i) => ({ names: [name], pseudonym: `Rep ${letters[i]}` })));

  function toldTable(columns: Record<string, readonly (string | number)[]>): readonly string[] {
    const [slide] = reviewOf().slides;
    if (!slide) throw new Error('no slide');
    const made = Object.entries(columns).map(([name, cells]) =>
      typeof cells[0] === 'number'
        ? numberColumn(name, 'score', cells.map(Number))
        : textColumn(name, 'label', cells.map(String)),
    );
    const table = { length: Object.values(columns)[0]?.length ?? 0, columns: made };
    const told = { ...reviewOf(), slides: [{ ...slide, twin: { table, titles: [], currency: '' } }] };
    const [masked] = maskedReview(told, people).slides;
    return rowsOf(masked?.twin?.table ?? { length: 0, columns: [] }).map((row) => Object.values(row).join(' '));
  }

  it('is that of the pseudonyms where it was that of the names, whole rows moving', () => {
    expect(toldTable({ rep: team, value: [3, 1, 4, 2] })).toEqual(['Rep A 2', 'Rep B 1', 'Rep C 4', 'Rep D 3']);
    expect(toldTable({ rep: ['Aina', 'Aina', 'Devi', 'Devi'], skill: ['x', 'y', 'x', 'y'] })).toEqual([
      'Rep A x',
      'Rep A y',
      'Rep D x',
      'Rep D y',
    ]);
    expect(toldTable({ skill: ['x', 'x', 'x', 'x', 'y', 'y', 'y', 'y'], rep: [...team, ...team] })).toEqual([
      ...['x Rep A', 'x Rep B', 'x Rep C', 'x Rep D'],
      ...['y Rep A', 'y Rep B', 'y Rep C', 'y Rep D'],
    ]);
  });

  it('stays where it was that of a value', () => {
    const rep = ['Devi', 'Aina', 'Bala', 'Chong', 'Aina', 'Devi'];
    const told = toldTable({ rep, value: [60, 50, 40, 30, 20, 10] });
    expect(told.map((row) => Number(row.split(' ').at(-1)))).toEqual([60, 50, 40, 30, 20, 10]);
  });

  it('is that of the alphabet where nobody is masked', () => {
    expect([...team].reverse().sort(nameOrder(null))).toEqual(team);
    expect([...team].sort(nameOrder(people))).toEqual(['Devi', 'Bala', 'Chong', 'Aina']);
  });
});

// Every part of a package as one text; packages inside it are opened as well.
async function textIn(bytes: Uint8Array): Promise<string> {
  const zip = await JSZip.loadAsync(bytes);
  const texts = Object.values(zip.files).map(async (entry) => {
    if (entry.dir) return '';
    return entry.name.endsWith('.xlsx') ? textIn(await entry.async('uint8array')) : entry.async('string');
  });
  return (await Promise.all(texts)).join('\n');
}
