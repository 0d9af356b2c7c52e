// The reader of workbooks runs on a thread inside the engine's kind of process, where plain Node's ways to start one are shut.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { workbook } from '../import/read/apart/workbook';
import { appFolder, launchApp } from './harness';
import type { LaunchedApp } from './harness';

let launched: LaunchedApp;
const folder = mkdtempSync(join(tmpdir(), 'quarterdeck-reader-'));

beforeAll(async () => {
  launched = await launchApp();
});

afterAll(async () => {
  await launched.close();
  rmSync(folder, { recursive: true, force: true });
});

// What the engine does, without the engine around it.
const host = `const { Worker } = require('node:worker_threads');
const { readFileSync } = require('node:fs');
const [program, reading] = process.argv.slice(2);
const worker = new Worker(readFileSync(program, 'utf8'), { eval: true, workerData: JSON.parse(reading), resourceLimits: { maxOldGenerationSizeMb: 256 } });
worker.on('message', (told) => process.parentPort.postMessage(JSON.stringify(told)));
worker.on('error', (error) => process.parentPort.postMessage(JSON.stringify({ bug: String(error) })));
`;

it('writes a sheet out as text', async () => {
  const path = join(folder, 'deals.xlsx');
  const target = join(folder, 'deals.csv');
  writeFileSync(
    path,
    workbook('xlsx', [
      {
        name: 'Deals',
        rows: [
          ['Id', 'Name'],
          ['1', 'Acme, Ltd'],
        ],
      },
    ]),
  );
  writeFileSync(join(folder, 'host.cjs'), host);
  const reading = JSON.stringify({ task: 'write', kind: 'xlsx', path, part: null, target });
  const args = [join(folder, 'host.cjs'), join(appFolder, 'dist/reader/reader.cjs'), reading];
  const told = await launched.app.evaluate(
    ({ utilityProcess }, [script = '', ...rest]) =>
      new Promise<string>((resolve) => {
        const child = utilityProcess.fork(script, rest);
        child.once('message', (message) => {
          resolve(String(message));
          child.kill();
        });
      }),
    args,
  );
  expect(told).toContain('"part":"Deals"');
  expect(readFileSync(target, 'utf8')).toBe('Id,Name\n1,"Acme, Ltd"\n');
});
