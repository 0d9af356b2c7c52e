import { describe, expect, test } from 'vitest';
import { ensureNode } from '../../scripts/bootstrap.mjs';
import { capture, hasDisplay } from '../../scripts/process.mjs';

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

  test('is an exit code, not an exception, when it does not exist', async () => {
    expect((await capture('no-such-program-here', [])).code).toBe(127);
  });
});
