import { mkdirSync, readFileSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkWhole, judge, readRecords, readTable, writeNormalised } from '../../../electron/import/read';
import type { RecordBatch } from '../../../electron/import/read';
import { listParts } from '../../../electron/import/read/source';
import { scratchFolder } from './scratch';

const lines = (...parts: readonly string[]): string => parts.join('\n') + '\n';

describe('what a person tells the reader', () => {
  const write = scratchFolder();

  it('counts over what it would judge: delimiter, quote, encoding', async () => {
    const path = write('told.csv', lines('a;b,c', '1;"2,3', '4;5,6'));
    expect((await readTable(path, { delimiter: ',', quote: null })).rows).toEqual([['1;"2', '3'], ['4;5', '6']]);
    expect((await readTable(path, { delimiter: ';', quote: null })).rows).toEqual([['1', '"2,3'], ['4', '5,6']]);
    const accents = write('accents.csv', Buffer.from('name\nn\xf5o\n', 'latin1'));
    expect((await readTable(accents, { encoding: 'windows-1250' })).rows).toEqual([['nőo']]);
    await expect(readTable(accents, { encoding: 'klingon' })).rejects.toMatchObject({ code: 'bad_encoding' });
  });

  it('reads without a header, or with the one named', async () => {
    const path = write('header.csv', lines('Name,Town', 'Ina,KL', 'Bo,JB'));
    const without = await readTable(path, { headerLine: 0 });
    expect(without.header).toEqual(['c1', 'c2']);
    expect(without.rows).toHaveLength(3);
    const second = await readTable(path, { headerLine: 2 });
    expect(second.header).toEqual(['Ina', 'KL']);
    expect(second.lines).toMatchObject({ title: 1, header: 1, data: 1, read: 3 });
  });

  it('leaves out as many lines at the top and at the end as it is told', async () => {
    const path = write('skip.csv', lines('x,y', 'Name,Value', 'Ina,1', 'Bo,2', 'Chi,3', 'Dev,4'));
    const table = await readTable(path, { skip: 1, footer: 2 });
    expect(table.header).toEqual(['Name', 'Value']);
    expect(table.rows).toEqual([['Ina', '1'], ['Bo', '2']]);
    expect(table.lines).toMatchObject({ title: 1, header: 1, data: 2, footer: 2, read: 6 });
    expect(table.judgement.clean).toBe(false);
  });

  it('takes blanks as the delimiter', async () => {
    const path = write('blanks.csv', lines('id  name', '1   Ina', '2   Bo'));
    expect((await readTable(path, { delimiter: ' ' })).rows).toEqual([['1', 'Ina'], ['2', 'Bo']]);
  });
});

describe('what comes out', () => {
  const write = scratchFolder();
  const many = lines('Id,Rep,Note', ...Array.from({ length: 9000 }, (_, i) => `${i},rep ${i % 7},${i % 50 === 0 ? '"two\nlines"' : 'plain'}`), '9000,rep');

  it('comes in batches, the account last', async () => {
    const path = write('many.csv', many);
    const batches: RecordBatch[] = [];
    for await (const batch of readRecords(path)) batches.push(batch);
    const whole = await readTable(path);
    expect(batches.flatMap(({ cells }) => cells)).toEqual(whole.rows);
    expect(batches.flatMap(({ lines: numbers }) => numbers)).toEqual(whole.recordLines);
    expect(batches.slice(0, -1).every(({ end }) => end === null)).toBe(true);
    expect(batches.at(-1)?.end).toMatchObject({ rows: whole.rows.length, lines: whole.lines, setAsideCount: whole.setAside.length });
  });

  it('stops at a limit in a big file, and reads a small one to its end', async () => {
    const small = await readTable(write('many.csv', many), {}, 10);
    expect(small.rows).toHaveLength(10);
    expect(small.complete).toBe(true);
    expect(small.lines.read).toBe(9000 + 180 + 2);
    const big = await readTable(write('big.csv', 'Id,Rep,Note\n' + '1,rep,note that is long enough to fill a line\n'.repeat(200_000)), {}, 10);
    expect(big.rows).toHaveLength(10);
    expect(big.complete).toBe(false);
    expect(big.lines.read).toBeLessThan(50_000);
  });

  it('is judged from samples in a big file, and settled by a look at every byte', { timeout: 60_000 }, async () => {
    const rows = 'id-1,rep,2025-01-02,12.50\n'.repeat(400_000);
    const path = write('wide.csv', 'Id,Rep,Date,Value\n' + rows + 'id-2,"late, quote",2025-01-03,1\n' + 'id-3,r,2025-01-03\n');
    const judgement = await judge(path);
    expect(judgement).toMatchObject({ whole: false, clean: true, warnings: [] });
    const whole = await checkWhole(path, judgement);
    expect(whole).toMatchObject({ clean: false, fault: { reason: 'fields', line: 400_003 } });
    const copy = await writeNormalised(path, join(dirname(path), 'wide-out.csv'));
    expect(copy.rows).toBe(400_002);
    expect(copy.warnings.map(({ code, line }) => [code, line])).toEqual([['short_rows', 400_003]]);
  });

  it('settles the encoding where the first byte beyond ASCII comes late', { timeout: 60_000 }, async () => {
    const head = 'Id,Name,Value\n' + `1,${'plain ascii name '.repeat(60)},5\n`.repeat(66_000);
    const path = write('late.csv', Buffer.concat([Buffer.from(head), Buffer.from('2,Caf\xe9 M\xfcller \x96 Z\xfcrich,6\n', 'latin1'), Buffer.from(`3,${'plain '.repeat(100)},7\n`.repeat(1000))]));
    const last: string[][] = [];
    let ended: RecordBatch['end'] = null;
    for await (const batch of readRecords(path)) {
      last.push(...batch.cells.filter(([id]) => id === '2'));
      ended = batch.end;
    }
    expect(last).toEqual([['2', 'Café Müller – Zürich', '6']]);
    expect(ended?.encoding).toBe('windows-1252');
  });

  it('leaves nothing behind when it is stopped', async () => {
    const path = write('many.csv', many.repeat(20));
    const target = join(dirname(path), 'stopped.csv');
    const control = new AbortController();
    const stopped = writeNormalised(path, target, {}, { signal: control.signal, onProgress: () => control.abort() });
    await expect(stopped).rejects.toThrow();
    expect(existsSync(target)).toBe(false);
  });

  it('tells how far it is', async () => {
    const path = write('many.csv', many.repeat(40));
    const seen: number[] = [];
    await writeNormalised(path, join(dirname(path), 'told.csv'), {}, { onProgress: (done, total) => seen.push(done / total) });
    expect(seen.at(-1)).toBe(1);
    expect(seen.every((share, i) => share >= (seen[i - 1] ?? 0))).toBe(true);
  });

  it('is a plain file: every text quoted, line numbers first', async () => {
    const path = write('plain.csv', 'name;say\r\nIna;"a ""b"""\r\n\r\nBo;c,d\r\n');
    const target = join(dirname(path), 'plain-out.csv');
    const result = await writeNormalised(path, target);
    expect(readFileSync(target, 'utf8')).toBe('"_line","name","say"\n2,"Ina","a ""b"""\n4,"Bo","c,d"\n');
    expect(result).toMatchObject({ rows: 2, bytes: readFileSync(target).length, lines: { read: 4, blank: 1, data: 2 } });
  });

  it('is nothing for what is no file', async () => {
    const path = write('there.csv', 'a\n1\n');
    await expect(judge(join(dirname(path), 'not-there.csv'))).rejects.toMatchObject({ code: 'file_missing' });
    const folder = join(dirname(path), 'folder.csv');
    mkdirSync(folder);
    await expect(judge(folder)).rejects.toMatchObject({ code: 'file_is_folder' });
    expect(await listParts(path)).toEqual([{ name: 'there.csv', kind: 'text', bytes: 4 }]);
  });

  it('is known to have a header of more than one line', async () => {
    const path = write('tall.csv', 'Id,"Note\nor text"\n1,x\n2,y\n');
    const table = await readTable(path);
    expect([table.header, table.recordLines]).toEqual([['Id', 'Note\nor text'], [3, 4]]);
    expect(await checkWhole(path, table.judgement)).toMatchObject({ clean: true, records: 2, lines: 4, oneLineEach: false });
  });
});
