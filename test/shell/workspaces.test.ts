import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSettings } from '../../electron/shell/settings';
import { Workspaces } from '../../electron/shell/workspaces';

let folder: string;
let workspaces: Workspaces;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'workspaces-'));
  mkdirSync(join(folder, 'samples'));
  for (const name of ['b.csv', 'a.csv', 'notes.md']) writeFileSync(join(folder, 'samples', name), name);
  workspaces = reopened();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function reopened(): Workspaces {
  return new Workspaces(openSettings(folder), { samples: join(folder, 'samples'), ownFolder: folder });
}

function made(name: string): string {
  const path = join(folder, `${name}.quarterdeck`);
  mkdirSync(path);
  return workspaces.give(path);
}

describe('the open workspace', () => {
  it('is one that the shell gave to the page', () => {
    expect(() => workspaces.opened('/etc')).toThrow('refused');
    expect(workspaces.open()).toBeNull();
    const sales = made('Sales');
    workspaces.opened(sales);
    expect(workspaces.open()).toBe(sales);
    workspaces.opened(null);
    expect(workspaces.open()).toBeNull();
  });

  it('takes files in; without one there is no way in', async () => {
    await expect(workspaces.bringIn([join(folder, 'samples/a.csv')])).rejects.toMatchObject({ code: 'not_open' });
    workspaces.opened(made('Sales'));
    expect(await workspaces.bringIn([join(folder, 'samples/a.csv')])).toMatchObject([{ name: 'a.csv' }]);
  });
});

describe('the recent workspaces', () => {
  it('are the last ten opened, latest first, without those that are gone', () => {
    const all = Array.from({ length: 12 }, (_, i) => made(`W${i}`));
    for (const path of [...all, all[5] ?? '']) workspaces.opened(path);
    rmSync(all[11] ?? '', { recursive: true });
    const names = reopened()
      .recent()
      .map(({ name }) => name);
    expect(names).toEqual(['W5', 'W10', 'W9', 'W8', 'W7', 'W6', 'W4', 'W3', 'W2']);
  });

  it('may be named by the page at the next start, and forgotten', () => {
    const sales = made('Sales');
    workspaces.opened(sales);
    const next = reopened();
    expect(next.recent()).toEqual([{ folder: sales, name: 'Sales' }]);
    next.opened(sales);
    next.forget(sales);
    expect(next.recent()).toEqual([]);
  });
});

describe('a workspace for first files', () => {
  it('is a new folder named after the day here, which the page may name', () => {
    const evening = new Date('2026-09-30T23:30:00+08:00');
    const first = workspaces.own(evening);
    expect(first).toBe(join(folder, 'workspaces/Workspace 2026-09-30.quarterdeck'));
    mkdirSync(first, { recursive: true });
    expect(workspaces.own(evening)).toBe(join(folder, 'workspaces/Workspace 2026-09-30 2.quarterdeck'));
    workspaces.opened(first);
    expect(workspaces.open()).toBe(first);
  });
});

describe('the sample workspace', () => {
  it('is fresh until it is made, and is no recent one', async () => {
    const { folder: sample, fresh } = await workspaces.sample();
    expect(fresh).toBe(true);
    mkdirSync(sample);
    expect(await workspaces.sample()).toEqual({ folder: sample, fresh: false, settings: {} });
    workspaces.opened(sample);
    expect(workspaces.recent()).toEqual([]);
  });

  it('gets copies of the sample files, in order', async () => {
    const { folder: sample } = await workspaces.sample();
    mkdirSync(sample);
    workspaces.opened(sample);
    const brought = await workspaces.importSample();
    expect(brought.map(({ name }) => name)).toEqual(['a.csv', 'b.csv']);
    expect(readFileSync(join(sample, 'incoming', brought[0]?.stored ?? ''), 'utf8')).toBe('a.csv');
  });
});
