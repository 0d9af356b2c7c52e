import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFolder } from '../../electron/session/open-workspace';
import type { Disk } from '../../electron/workspace/disk';
import { realDisk } from '../../electron/workspace/disk';
import { contents, load } from './contents';
import { mayMount, mountNeeded } from './may-mount';

const root = resolve(import.meta.dirname, '../..');
/** How many moments; QUARTERDECK_CRASH_ROUNDS asks for more. */
const rounds = Number(process.env['QUARTERDECK_CRASH_ROUNDS'] ?? 4);
const bundles = join(root, 'node_modules', '.cache', `crash-${process.pid}`);
let home: string;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'quarterdeck-'));
  await build({
    configFile: false,
    root,
    logLevel: 'silent',
    build: {
      ssr: join(import.meta.dirname, 'import-child.ts'),
      outDir: bundles,
      emptyOutDir: true,
      minify: false,
      rollupOptions: {
        external: (id) => isBuiltin(id) || /^[@a-z]/i.test(id),
        output: { entryFileNames: 'child.mjs' },
      },
    },
  });
}, 60_000);
afterAll(() => {
  rmSync(bundles, { recursive: true, force: true });
  rmSync(home, { recursive: true, force: true });
});

const size = 10_000;
const deals = (from: number, stage: string) =>
  [
    'Deal ID,Created date,Stage,Amount',
    ...Array.from({ length: size }, (_, i) => `${from + i},2026-01-05,${stage},${i % 977}.25`),
  ].join('\n');
const touches = (from: number) =>
  [
    'Activity ID,Date,Type,Deal ID',
    ...Array.from({ length: size }, (_, i) => `${from + i},2026-01-05,Call,${from + i}`),
  ].join('\n');

const inRounds = Array.from({ length: rounds }, (_, i) => i);

describe('a process killed at any moment of a load', () => {
  it('leaves the state before or the state after, sources and definitions in step, nothing stray', async () => {
    const folder = join(home, 'killed.quarterdeck');
    const files = ['first', 'second'].map((name, i) => {
      const pair = [join(home, `${name}-deals.csv`), join(home, `${name}-touches.csv`)];
      writeFileSync(pair[0] ?? '', deals(i * (size / 2), i === 0 ? 'New' : 'Won'));
      writeFileSync(pair[1] ?? '', touches(i * (size / 2)));
      return pair;
    });
    const [first = [], second = []] = files;
    const before = await openFolder(folder, true);
    await load(before, first);
    const old = await contents(before);
    await load(before, second);
    const after = await contents(before);
    await before.close();
    expect(after).toMatchObject({ deals: size * 1.5, won: size, touches: size * 1.5 });
    const whole = await timeOf(folder, first, second);
    const seen = { old: 0, after: 0, rebuilt: 0 };
    const prepared = join(home, 'prepared.quarterdeck');
    await prepare(prepared, first);
    for (const round of inRounds) {
      rmSync(folder, { recursive: true, force: true });
      cpSync(prepared, folder, { recursive: true });
      await killedAfter(folder, second, (whole * (round + Math.random())) / rounds);
      const workspace = await openFolder(folder, false);
      const found = await contents(workspace);
      const isNew = found.deals !== old.deals;
      expect(found).toEqual(isNew ? after : old);
      expect(workspace.definitions.imports).toHaveLength(isNew ? 2 : 1);
      expect(workspace.definitions.revision).toBe(isNew ? 2 : 1);
      expect(readdirSync(join(folder, 'incoming'))).toEqual([]);
      seen[isNew ? 'after' : 'old']++;
      if (workspace.notices.some(({ code }) => code === 'database_rebuilt')) seen.rebuilt++;
      if (!isNew) {
        await load(workspace, second);
        expect(await contents(workspace)).toEqual(after);
      }
      await workspace.close();
      expect(readdirSync(join(folder, 'tmp'))).toEqual([]);
      expect(readdirSync(join(folder, 'sources')).sort()).toEqual(['1', '2']);
    }
    expect(seen.old + seen.after).toBe(rounds);
  }, 600_000);
});

async function prepare(folder: string, files: readonly string[]): Promise<void> {
  const workspace = await openFolder(folder, true);
  await load(workspace, files);
  await workspace.close();
}

async function timeOf(folder: string, first: readonly string[], second: readonly string[]): Promise<number> {
  rmSync(folder, { recursive: true, force: true });
  await prepare(folder, first);
  const start = performance.now();
  await killedAfter(folder, second, Infinity);
  return performance.now() - start;
}

/** Runs the child until it ends, or kills it so many milliseconds after it has opened the workspace. */
function killedAfter(folder: string, paths: readonly string[], milliseconds: number): Promise<void> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(bundles, 'child.mjs'), folder, ...paths], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    if (milliseconds !== Infinity) setTimeout(() => child.kill('SIGKILL'), milliseconds);
    child.on('exit', () => done());
  });
}

describe('a save whose steps fail', () => {
  it('one after the other, leaves the old state and lets the next load work, until all succeed', async () => {
    let failures = 0;
    const one = join(home, 'one.csv');
    writeFileSync(one, 'Deal ID,Created date,Stage\n1,2026-01-01,New\n');
    const two = join(home, 'two.csv');
    writeFileSync(two, 'Deal ID,Created date,Stage\n1,2026-01-01,Won\n2,2026-01-01,New\n');
    const prepared = join(home, 'one.quarterdeck');
    await prepare(prepared, [one]);
    for (let failing = 1; ; failing++) {
      const folder = join(home, `failing-${failing}.quarterdeck`);
      cpSync(prepared, folder, { recursive: true });
      const { disk, arm } = failingDisk(failing);
      const workspace = await openFolder(folder, false, disk);
      const spent = arm();
      const failed = await load(workspace, [two]).then(
        () => false,
        () => true,
      );
      const reached = spent();
      if (failed) {
        failures++;
        expect((await contents(workspace)).won).toBe(0);
        expect(workspace.definitions.imports).toHaveLength(1);
        expect(readdirSync(join(folder, 'sources'))).toEqual(['1']);
        await load(workspace, [two]);
      }
      expect(await contents(workspace)).toMatchObject({ deals: 2, won: 1 });
      await workspace.close();
      const again = await openFolder(folder, false);
      expect(await contents(again)).toMatchObject({ deals: 2, won: 1 });
      expect(again.notices).toEqual([]);
      await again.close();
      if (!reached) break;
    }
    expect(failures).toBeGreaterThanOrEqual(4);
  }, 120_000);
});

/** A disk whose n-th step after arming fails once as if it were full. */
function failingDisk(n: number): { disk: Disk; arm: () => () => boolean } {
  let left = Infinity;
  const step =
    <A extends unknown[]>(work: (...args: A) => Promise<void>) =>
    async (...args: A) => {
      if (--left === 0) throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
      await work(...args);
    };
  const disk: Disk = {
    write: step((path, bytes) => realDisk.write(path, bytes)),
    rename: step((from, to) => realDisk.rename(from, to)),
    syncFolder: step((folder) => realDisk.syncFolder(folder)),
    remove: (path) => realDisk.remove(path),
  };
  return {
    disk,
    arm: () => {
      left = n;
      return () => left <= 0;
    },
  };
}

describe.skipIf(!mayMount)(`a disk that fills up, ${mountNeeded}`, () => {
  it('stops the load with clear words; what was there stays, and the next small load works', async () => {
    const place = join(home, 'small-disk');
    mkdirSync(place);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=9m', 'tmpfs', place]);
    try {
      const folder = join(place, 'deals.quarterdeck');
      const small = join(home, 'small.csv');
      writeFileSync(small, 'Deal ID,Created date,Stage\na,2026-01-01,New\n');
      const big = join(home, 'big.csv');
      const noise = (i: number) => `${(i * 2654435761) % 4294967296}-${(i * 40503) % 65536}-${i}`;
      writeFileSync(
        big,
        [
          'Deal ID,Created date,Stage,Note',
          ...Array.from({ length: 60_000 }, (_, i) => `${noise(i)},2026-01-01,New,${noise(i * 7)}${noise(i * 13)}`),
        ].join('\n'),
      );
      const workspace = await openFolder(folder, true);
      await load(workspace, [small]);
      await expect(load(workspace, [big])).rejects.toMatchObject({ code: 'disk_full' });
      expect((await contents(workspace)).deals).toBe(1);
      await workspace.close();
      const again = await openFolder(folder, false);
      expect((await contents(again)).deals).toBe(1);
      await load(again, [small]);
      expect((await contents(again)).deals).toBe(1);
      await again.close();
    } finally {
      execFileSync('umount', [place]);
    }
  }, 120_000);
});
