import fc from 'fast-check';
import { streamXlsxRows } from 'hucre/xlsx';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { DateStyles } from '../../../../electron/import/read/apart/date-styles';
import { SharedTexts } from '../../../../electron/import/read/apart/shared-texts';
import { SheetRows } from '../../../../electron/import/read/apart/sheet-rows';
import { XmlFault, XmlScanner } from '../../../../electron/import/read/apart/xml-scan';
import type { XmlListener } from '../../../../electron/import/read/apart/xml-scan';

/* Our own scanner against another program's, on workbooks written in every way the format allows, cut into pieces anywhere. */

const links = (...targets: string[]): string =>
  `<Relationships>${targets
    .map((target, i) => {
      const kind = target.includes('workbook') ? 'officeDocument' : target.replace(/^.*\/|\d?\.xml$/g, '');
      const type = kind === 'sheet' ? 'worksheet' : kind;
      return `<Relationship Id="rId${i + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
    })
    .join('')}</Relationships>`;

const styles =
  '<styleSheet xmlns="x"><numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt formatCode="0.00&quot; d&quot;" numFmtId="165"/></numFmts><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="22"><alignment/></xf><xf numFmtId="165"/><xf/></cellXfs></styleSheet>';
const shared =
  '<sst xmlns="x"><si><t>Kuala &amp; Lumpur</t></si><si><t xml:space="preserve"> blanks </t></si><si><r><rPr><b/></rPr><t>two</t></r><r><t> runs</t></r><rPh sb="0" eb="1"><t>spoken</t></rPh></si><si><t/></si><si/><si><t>line_x000D_\nend &#233;&#x1F600;</t></si><si><t>Ünïcode 漢字</t></si></sst>';

async function theirs(sheet: string, is1904: boolean): Promise<unknown[]> {
  const zip = new JSZip();
  zip.file('[Content_Types].xml', '<Types/>');
  zip.file('_rels/.rels', links('xl/workbook.xml'));
  zip.file(
    'xl/workbook.xml',
    `<workbook xmlns:r="r"><workbookPr date1904="${is1904 ? 1 : 0}"/><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  );
  zip.file(
    'xl/_rels/workbook.xml.rels',
    links('worksheets/sheet1.xml', 'sharedStrings.xml', 'styles.xml'),
  );
  zip.file('xl/worksheets/sheet1.xml', sheet);
  zip.file('xl/sharedStrings.xml', shared);
  zip.file('xl/styles.xml', styles);
  const out = [];
  for await (const { index, values } of streamXlsxRows(await zip.generateAsync({ type: 'uint8array' })))
    out.push({ row: index + 1, cells: values.map(textOf) });
  return out;
}

function textOf(value: unknown): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (!(value instanceof Date)) throw new Error(`a cell of another kind: ${typeof value}`);
  return value.toISOString().replace('T', ' ').replace(/\.?0*Z$/, '').replace(/ 00:00(?::00)?$/, '').replace(/(:\d\d)$/, '$1');
}

function scan(listener: XmlListener, xml: string, size: number): void {
  const bytes = Buffer.from(xml);
  const scanner = new XmlScanner(listener);
  for (let from = 0; from < bytes.length; from += size) scanner.add(bytes.subarray(from, from + size));
  scanner.finish();
}

function ours(sheet: string, is1904: boolean, size: number): { rows: unknown[]; facts: unknown } {
  const texts = new SharedTexts();
  const looks = new DateStyles();
  scan(texts, shared, size);
  scan(looks, styles, size);
  const rows = new SheetRows({ texts: texts.found, looks: looks.looks, is1904 });
  scan(rows, sheet, size);
  return { rows: [...rows.take()], facts: rows.facts() };
}

const written = fc.constantFrom('Acme', 'a &lt;b&gt; &amp;amp; "c"', ' x ', 'Ünï 漢', '&#65;&#x42;', 'two\nlines', '<![CDATA[<raw> &amp;]]>', 'a<!-- > no <c> -->b', '_x0041_', '_x005F_x0041_', '');
const number = fc.oneof(fc.integer().map(String), fc.double({ noNaN: true, noDefaultInfinity: true }).map(String), fc.constantFrom('0', '007', '1.50', '1e3', '1.0E-5', '123456789012345', '12345678901234567890', '-0.1', '0.30000000000000004', 'text', '2026-03-01T00:00:00'));
// A count below one is a time of day, which the other program takes for a day of 1899.
const serial = fc.oneof(fc.integer({ min: 1, max: 60_000 }).map(String), fc.integer({ min: 86_400, max: 5e9 }).map((second) => String(second / 86_400)));

const cell = fc.oneof(
  fc.integer({ min: 0, max: 9 }).map((i) => ['t="s"', `<v>${i}</v>`]),
  written.map((text) => ['t="str"', `<f>A1&amp;"x"</f><v>${text}</v>`]),
  written.map((text) => ["t='inlineStr'", `<is><t>${text}</t></is>`]),
  fc.tuple(written, written).map(([one, two]) => ['t="inlineStr"', `<is><r><rPr><b/></rPr><t>${one}</t></r><r><t>${two}</t></r></is>`]),
  fc.constantFrom('1', '0', 'true', 'false').map((flag) => ['t="b"', `<v>${flag}</v>`]),
  fc.constantFrom('#N/A', '#DIV/0!').map((fault) => ['t="e"', `<f t="shared" si="0"/><v>${fault}</v>`]),
  number.map((value) => ['s="3"', `<v>${value}</v>`]),
  number.map((value) => ['t="n" s="99"', `<v> ${value}</v>`]),
  serial.map((value) => ['s="1"', `<v>${value}</v>`]),
  serial.map((value) => ['s="2" t="n"', `<v>${value}</v>`]),
  fc.constant(['s="1"', '']),
  fc.constant(['s="4"', '<f>A1+1</f>']),
  fc.constant(['', '<v></v>']),
);
const names = Array.from({ length: 30 }, (_, i) => (i < 26 ? String.fromCharCode(65 + i) : `A${String.fromCharCode(39 + i)}`));
const placed = fc.record({ cell, column: fc.option(fc.integer({ min: 0, max: 29 })), refFirst: fc.boolean() });
const row = fc.record({ cells: fc.array(placed, { maxLength: 6 }), gap: fc.integer({ min: 0, max: 2 }), isNumbered: fc.boolean(), prefix: fc.constantFrom('', 'x:'), space: fc.constantFrom('', '\n  ', ' ') });

function sheetOf(rows: readonly (typeof row extends fc.Arbitrary<infer R> ? R : never)[]): string {
  let last = 0;
  const body = rows.map(({ cells, gap, isNumbered, prefix: p, space }) => {
    last += isNumbered ? gap + 1 : 1;
    const inner = cells.map(({ cell: [type = '', content = ''], column, refFirst }) => {
      const ref = column === null ? '' : `r="${names[column] ?? ''}${last}"`;
      const attributes = (refFirst ? [ref, type] : [type, ref]).filter((each) => each !== '').join(space === '' ? ' ' : '\n');
      const tags = content.replace(/<(\/?)(v|f|is|t|r|rPr|b)(?=[ >/])/g, `<$1${p}$2`);
      const start = attributes === '' ? `<${p}c` : `<${p}c ${attributes}`;
      return content === '' ? `${start}/>` : `${start}>${tags}</${p}c>`;
    });
    const start = isNumbered ? `<${p}row spans="1:3" r="${last}"` : `<${p}row`;
    return inner.length === 0 ? `${start}${space}/>` : `${start}>${space}${inner.join(space)}</${p}row >`;
  });
  return `<?xml version="1.0"?><worksheet><sheetFormatPr x:c="1"/><sheetData>${body.join('')}</sheetData><mergeCells><mergeCell ref="A1:B3"/></mergeCells><extLst><f>A1</f></extLst></worksheet>`;
}

describe('a sheet', () => {
  it('gives the same rows as another program reads, wherever its bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 5 }), fc.boolean(), fc.integer({ min: 1, max: 200 }), async (rows, is1904, size) => {
        const sheet = sheetOf(rows);
        const read = ours(sheet, is1904, size);
        expect(read.rows).toEqual(await theirs(sheet, is1904));
        const formulas = (sheet.match(/<(?:x:)?f[ >]/g) ?? []).length - 1;
        expect(read.facts).toMatchObject({ formulas, unvalued: (sheet.match(/f><\/(?:x:)?c>/g) ?? []).length, merges: [{ firstRow: 1, lastRow: 3, firstColumn: 1 }] });
      }),
      { numRuns: 150 },
    );
  });

  it('leaves out how a name is spoken, gives a bare time as one, and nothing for a text that is not there', () => {
    const sheet =
      '<worksheet><sheetData><row><c t="inlineStr"><is><t>name</t><rPh><t>spoken</t></rPh></is></c><c s="2"><v>0.395833333333333</v></c><c t="s"/><c t="s"><v>99</v></c><c t="s"><v> 2 </v></c></row></sheetData></worksheet>';
    expect(ours(sheet, false, 7).rows).toEqual([{ row: 1, cells: ['name', '09:30:00', '', '', 'two runs'] }]);
  });

  it.each([
    ['ends inside a tag', '<worksheet><sheetData><row r="1"><c r="A1'],
    ['ends between two tags', '<worksheet><sheetData><row r="1"><c r="A1"/></row>'],
    ['names no column', '<worksheet><sheetData><row r="1"><c r="1"><v>1</v></c></row></sheetData></worksheet>'],
    ['goes beyond the last column', '<worksheet><sheetData><row r="1"><c r="XFE1"/></row></sheetData></worksheet>'],
    ['numbers its rows by words', '<worksheet><sheetData><row r="one"><c/></row></sheetData></worksheet>'],
    ['has values without quotes', '<worksheet><sheetData><row r=1></row></sheetData></worksheet>'],
  ])('that %s is refused', (_, sheet) => {
    expect(() => ours(sheet, false, 10)).toThrow(XmlFault);
  });
});
