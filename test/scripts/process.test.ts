import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { ensureNode } from '../../scripts/bootstrap.mjs';
import { capture, follow, hasDisplay, root } from '../../scripts/process.mjs';

describe('a display', () => {
  test('is there on Linux only when X or Wayland says so', () => {
    expect(hasDisplay({}, 'linux')).toBe(false);
    expect(hasDisplay({ DISPLAY: '' }, 'linux')).toBe(false);
    expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true);
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true);
  });

  test('is always there elsewhere', () => {
    expect(hasDisplay({}, 'darwin')).toBe(true);
  });
});

describe('the Node version', () => {
  test.each(['20.19.0', '20.20.2', '21.0.0', '24.1.0'])('%s is new enough', (version) => {
    expect(() => ensureNode(version)).not.toThrow();
  });

  test.each(['18.20.0', '20.9.0', '20.18.3'])('%s is refused with both versions named', (version) => {
    expect(() => ensureNode(version)).toThrow(`needs Node 20.19 or newer; this is ${version}`);
  });
});

describe('a program that is run', () => {
  test('gives its exit code, its answer and everything it said', async () => {
    const program = 'console.log("answer"); console.error("note"); process.exitCode = 3';
    const { code, stdout, output } = await capture(process.execPath, ['-e', program]);
    expect([code, stdout]).toEqual([3, 'answer\n']);
    expect(output).toContain('note');
  });

  test('leaves the processor to others where it gives way, and so do those that it starts', async () => {
    const own = 'require("node:os").getPriority() >= 5';
    const start = `require("node:child_process").spawnSync(process.execPath, ["-e", ${JSON.stringify(`process.exitCode = ${own} ? 7 : 1`)}]).status`;
    const program = `const wait = setInterval(() => { if (${own}) { clearInterval(wait); process.exitCode = ${start}; } }, 10)`;
    expect(await follow(process.execPath, ['-e', program], { givesWay: true })).toBe(7);
  });

  test('says what it said when it has ended, where it is held', async () => {
    const script = JSON.stringify(pathToFileURL(join(root, 'scripts/process.mjs')).href);
    const held = `console.log("one"); console.error("two"); process.exitCode = 3`;
    const program = `import(${script}).then(async ({ follow }) => console.log(await follow(process.execPath, ["-e", ${JSON.stringify(held)}], { held: true })))`;
    const { stdout } = await capture(process.execPath, ['-e', program]);
    expect(stdout.split('\n').sort()).toEqual(['', '3', 'one', 'two']);
    expect(stdout.endsWith('3\n')).toBe(true);
  });

  test('is an exit code, not an exception, when it does not exist', async () => {
    expect((await capture('no-such-program-here', [])).code).toBe(127);
  });
});
