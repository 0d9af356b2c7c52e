import { because } from '../../../../electron/model/evidence';
import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { openTable } from '../../../../electron/import/read';
import { scratchFolder } from '../scratch';
import { workbook } from './workbook';

const contentTypes =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>';
const rootLinks =
  '<?xml version="1.0"?><Relationships xmlns="x"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>';
const book =
  '<?xml version="1.0"?><workbook xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>';
const links =
  '<?xml version="1.0"?><Relationships xmlns="x"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>';
const sheet = (rows: string): string =>
  `<?xml version="1.0"?><worksheet xmlns="x"><sheetData>${rows}</sheetData></worksheet>`;
const oneRow = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>';

interface Parts {
  readonly sheet: string | Buffer;
  readonly strings?: string | Buffer;
  readonly book?: string;
}

async function bytesOf({ sheet: rows, strings = '<sst xmlns="x"/>', book: plan = book }: Parts): Promise<Buffer> {
  const zip = new JSZip();
  zip.file('[Content_Types].xml', contentTypes);
  zip.file('_rels/.rels', rootLinks);
  zip.file('xl/workbook.xml', plan);
  zip.file('xl/_rels/workbook.xml.rels', links);
  zip.file('xl/worksheets/sheet1.xml', rows);
  zip.file('xl/sharedStrings.xml', strings);
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

/** Text that unpacks to far more than it takes. */
const blanks = (before: string, megabytes: number, after: string): Buffer =>
  Buffer.concat([Buffer.from(before), Buffer.alloc(megabytes * 1024 * 1024, 0x20), Buffer.from(after)]);
const bomb =
  '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet><sheetData><row r="1"><c t="str"><v>&b;</v></c></row></sheetData></worksheet>';

describe('a workbook that would fill the memory', () => {
  const write = scratchFolder();
  const open = (path: string): Promise<unknown> => openTable(path, {}, dirname(path));

  it.each<[string, Parts, string]>([
    ['a sheet that unpacks to far more than it takes', { sheet: blanks(sheet(oneRow), 60, '') }, 'archive_too_big'],
    ['shared texts that unpack to far more than they take', { sheet: sheet(oneRow), strings: blanks('<sst>', 40, '</sst>') }, 'archive_too_big'],
    ['entities that expand', { sheet: bomb }, 'archive_damaged'],
    ['entities in its plan', { sheet: sheet(oneRow), book: bomb }, 'archive_damaged'],
    ['rows whose last cell lies at the far right', { sheet: sheet(Array.from({ length: 600 }, (_, i) => `<row r="${i + 1}"><c r="XFD${i + 1}"><v>1</v></c></row>`).join('')) }, 'archive_too_big'],
  ])('is refused: %s', async (_name, parts, code) => {
    const path = write('bomb.xlsx', await bytesOf(parts));
    await expect(open(path)).rejects.toMatchObject({ name: 'UserError', code });
  }, 30_000);

  it('is refused for more entries than anyone has, by their count', async () => {
    const good = await bytesOf({ sheet: sheet(oneRow) });
    good.writeUInt16LE(60_000, good.length - 12);
    await expect(open(write('many.xlsx', good))).rejects.toMatchObject({ code: 'archive_too_big' });
  });

  it('leaves nothing behind, also when it is damaged or told to stop', async () => {
    const good = workbook('xlsx', [{ name: 'S', rows: [['Id', 'Name'], ['1', 'Acme']] }]);
    const cut = write('cut.xlsx', good.subarray(0, good.length - 40));
    await expect(open(cut)).rejects.toMatchObject({ code: 'archive_damaged' });
    const flipped = Buffer.from(good);
    flipped.fill(0x55, 200, 260);
    await expect(open(write('flipped.xlsx', flipped))).rejects.toMatchObject({ name: 'UserError' });
    const stopped = AbortSignal.abort();
    const path = write('fine.xlsx', good);
    await expect(openTable(path, {}, dirname(path), { signal: stopped })).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('a person who does not want to wait', () => {
  const write = scratchFolder();

  it('ends the reading of a workbook at once, and nothing of it is left', async () => {
    const cells = Array.from({ length: 30_000 }, (_, i) => [`D${i}`, i, `note ${i}`]);
    const path = write('long.xlsx', workbook('xlsx', [{ name: 'S', rows: [['Id', 'Amount', 'Note'], ...cells] }]));
    const stop = new AbortController();
    const opening = openTable(path, {}, dirname(path), { signal: stop.signal });
    const part = (name: string): boolean => /^text-.*\.part$/.test(name);
    while (!readdirSync(dirname(path)).some(part)) await new Promise((resolve) => setTimeout(resolve, 1));
    stop.abort();
    await expect(opening).rejects.toMatchObject({ name: 'AbortError' });
    expect(readdirSync(dirname(path))).toEqual(['long.xlsx']);
  });
});

describe('formulas', () => {
  const write = scratchFolder();

  it('give the value last worked out, and where there is none this is said', async () => {
    const rows = ['<row r="1"><c r="A1" t="str"><v>Id</v></c><c r="B1" t="str"><v>Sum</v></c></row>'];
    for (let i = 2; i < 6; i++)
      rows.push(`<row r="${i}"><c r="A${i}"><v>${i}</v></c><c r="B${i}"><f>A${i}*2</f>${i < 5 ? `<v>${i * 2}</v>` : ''}</c></row>`);
    const path = write('sums.xlsx', await bytesOf({ sheet: sheet(rows.join('')) }));
    const { options } = await openTable(path, {}, dirname(path));
    expect(options.transcript?.decisions).toContainEqual({ what: 'formulas', chosen: 'values', evidence: because('last_worked_out', { n: 4 }) });
    expect(options.transcript?.warnings.map(({ code, count }) => [code, count])).toEqual([['formulas_unvalued', 1]]);
  });
});
