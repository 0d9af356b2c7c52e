import { crc32, deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readTable, writeNormalised } from '../../../electron/import/read';
import { listParts } from '../../../electron/import/read/source';
import { scratchFolder } from './scratch';

interface Entry {
  name: string;
  bytes: Buffer;
  stored?: boolean;
  claimed?: number;
  encrypted?: boolean;
}

/** A zip archive as programs write it, or with a lie in it. */
function zip(entries: readonly Entry[], claimedCount = entries.length): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, stored = false, claimed = bytes.length, encrypted = false } of entries) {
    const packed = stored ? bytes : deflateRawSync(bytes);
    const path = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(encrypted ? 1 : 0, 2);
    common.writeUInt16LE(stored ? 0 : 8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(claimed, 18);
    common.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, path, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, tail, path]));
    locals.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(claimedCount, 8);
  end.writeUInt16LE(claimedCount, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, list, end]);
}

const deals = Buffer.from('Id,Stage,Value\n1,Won,5\n2,Lost,6\n');
const leads = Buffer.from('Id;Source\n9;Web\n10;Fair\n');

describe('archives', () => {
  const write = scratchFolder();

  it('read the one table in a zip as if it lay there plainly, and say so', async () => {
    for (const stored of [true, false]) {
      const path = write('one.zip', zip([{ name: 'export/', bytes: Buffer.alloc(0), stored: true }, { name: 'export/deals.csv', bytes: deals, stored }, { name: '__MACOSX/._deals.csv', bytes: Buffer.from('x') }]));
      const table = await readTable(path);
      expect(table.rows).toEqual([['1', 'Won', '5'], ['2', 'Lost', '6']]);
      expect(table.warnings).toEqual([]);
      expect(table.judgement.decisions[0]).toMatchObject({ what: 'archive', chosen: 'one.zip/export/deals.csv' });
      expect(table.judgement.clean).toBe(false);
    }
  });

  it('list several tables, and read the one that is asked for', async () => {
    const path = write('backup.zip', zip([{ name: 'Deals_001.csv', bytes: deals }, { name: 'Leads_001.csv', bytes: leads }, { name: 'notes.json', bytes: Buffer.from('{}') }]));
    expect(await listParts(path)).toEqual([
      { name: 'Deals_001.csv', kind: 'text', bytes: deals.length },
      { name: 'Leads_001.csv', kind: 'text', bytes: leads.length },
      { name: 'notes.json', kind: 'json', bytes: 2 },
    ]);
    await expect(readTable(path)).rejects.toMatchObject({ code: 'part_missing' });
    await expect(readTable(path, { part: 'Other.csv' })).rejects.toMatchObject({ code: 'part_missing' });
    const table = await readTable(path, { part: 'Leads_001.csv' });
    expect(table.header).toEqual(['Id', 'Source']);
    expect(table.rows).toEqual([['9', 'Web'], ['10', 'Fair']]);
  });

  it('refuse a workbook by name, whatever the file is called', async () => {
    const path = write('leads.csv', zip([{ name: '[Content_Types].xml', bytes: Buffer.from('<Types/>') }, { name: 'xl/workbook.xml', bytes: Buffer.from('<workbook/>') }]));
    await expect(readTable(path)).rejects.toMatchObject({ code: 'spreadsheet_not_csv' });
    expect(await listParts(path)).toMatchObject([{ kind: 'workbook' }]);
  });

  it('refuse what unpacks to far more than it holds, soon', { timeout: 60_000 }, async () => {
    const bomb = Buffer.alloc(60 * 1024 * 1024, '1,2,3\n');
    const zipped = write('bomb.zip', zip([{ name: 'a.csv', bytes: bomb }]));
    await expect(writeNormalised(zipped, `${zipped}.out`)).rejects.toMatchObject({ code: 'archive_too_big' });
    const gzipped = write('bomb.csv.gz', gzipSync(bomb));
    await expect(readTable(gzipped)).rejects.toMatchObject({ code: 'archive_too_big' });
  });

  it('refuse more entries than anyone has, by the count and before reading them', async () => {
    const path = write('many.zip', zip([{ name: 'a.csv', bytes: deals }], 10_001));
    await expect(readTable(path)).rejects.toMatchObject({ code: 'archive_too_big' });
  });

  it('refuse damage: cut off, a flipped byte, a false checksum, a password', async () => {
    const good = zip([{ name: 'a.csv', bytes: deals }]);
    const cut = write('cut.zip', good.subarray(0, good.length - 30));
    await expect(readTable(cut)).rejects.toMatchObject({ code: 'archive_damaged' });
    const flipped = Buffer.from(good);
    flipped[14] = (flipped[14] ?? 0) ^ 0xff;
    const stored = zip([{ name: 'a.csv', bytes: deals, stored: true }]);
    stored[45] = 0x39;
    await expect(readTable(write('stored.zip', stored))).rejects.toMatchObject({ code: 'archive_damaged' });
    await expect(readTable(write('locked.zip', zip([{ name: 'a.csv', bytes: deals, encrypted: true }])))).rejects.toMatchObject({ code: 'archive_damaged', args: { reason: 'encrypted' } });
    const gzipped = gzipSync(deals);
    await expect(readTable(write('cut.gz', gzipped.subarray(0, gzipped.length - 12)))).rejects.toMatchObject({ code: 'archive_damaged' });
  });

  it('refuse nothing at all', async () => {
    await expect(readTable(write('none.zip', zip([])))).rejects.toMatchObject({ code: 'archive_empty' });
    await expect(readTable(write('hollow.zip', zip([{ name: 'a.csv', bytes: Buffer.alloc(0), stored: true }])))).rejects.toMatchObject({ code: 'empty_file' });
    await expect(readTable(write('hollow.gz', gzipSync('')))).rejects.toMatchObject({ code: 'empty_file' });
  });

  it('look into gzip data for what is no table either', async () => {
    await expect(readTable(write('page.gz', gzipSync('<html><body></body></html>')))).rejects.toMatchObject({ code: 'html' });
    await expect(readTable(write('picture.gz', gzipSync(Buffer.from('\x89PNG\r\n\x1a\n0000', 'latin1'))))).rejects.toMatchObject({ code: 'image' });
  });
});
