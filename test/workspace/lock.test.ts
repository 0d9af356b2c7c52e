import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { takeLock } from '../../electron/workspace/lock';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quarterdeck-'));
  path = join(folder, 'lock.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const leave = (content: object | string) =>
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
const taken = async () => {
  const hold = await takeLock(folder);
  await hold.release();
};

describe('the lock of a workspace', () => {
  it('is held by one, and free again once released', async () => {
    const hold = await takeLock(folder);
    await expect(takeLock(folder)).rejects.toMatchObject({ code: 'workspace_locked' });
    await hold.release();
    expect(existsSync(path)).toBe(false);
    await taken();
  });

  it.each<[string, object | string]>([
    ['a process that is gone', { pid: 2 ** 22 + 1, host: hostname(), started: '1' }],
    ['a process that had our number before us', { pid: process.pid, host: hostname(), started: '1' }],
    ['a crash half way through writing it', '{"pid": 12'],
    ['nothing at all', ''],
  ])('left by %s is taken over', async (_name, content) => {
    leave(content);
    await taken();
  });

  it('of a living process stands, but not when the number belongs to another process by now', async () => {
    const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
    try {
      leave({ pid: child.pid, host: hostname(), started: null });
      await expect(takeLock(folder)).rejects.toMatchObject({ code: 'workspace_locked', args: { pid: child.pid } });
      if (process.platform === 'linux') {
        leave({ pid: child.pid, host: hostname(), started: '7' });
        await taken();
      }
    } finally {
      child.kill();
    }
  });

  it('of a window that is just closing is waited for', async () => {
    const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
    leave({ pid: child.pid, host: hostname(), started: null });
    const waiting = taken();
    child.kill();
    await waiting;
  });

  it.runIf(process.platform === 'linux')('of an ended process that nobody has asked about is taken over', async () => {
    // The child ends once its parent is a program that asks about none.
    const child = `until [ "$(cat /proc/$PPID/comm)" = sleep ]; do :; done`;
    const parent = spawn('sh', ['-c', `sh -c '${child}' & echo $!; exec sleep 60`]);
    try {
      const [line] = (await once(parent.stdout, 'data')) as [Buffer];
      const pid = Number(line.toString());
      const isOver = () => /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
      await vi.waitUntil(isOver, { timeout: 30_000 });
      leave({ pid, host: hostname(), started: null });
      await taken();
    } finally {
      parent.kill();
    }
  });

  it('of another computer stands while it is renewed, and falls silent after a while', async () => {
    leave({ pid: 1, host: `not-${hostname()}`, started: null });
    await expect(takeLock(folder)).rejects.toMatchObject({ code: 'workspace_locked' });
    utimesSync(path, new Date(Date.now() - 200_000), new Date(Date.now() - 200_000));
    await taken();
  });

  it('names its holder', async () => {
    const hold = await takeLock(folder);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ pid: process.pid, host: hostname() });
    await hold.release();
  });
});
