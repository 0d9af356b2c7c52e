import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { servedPath } from '../../electron/shell/served-path';

let folder: string;
let root: string;

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'served-')));
  root = join(folder, 'page');
  mkdirSync(join(root, 'assets'), { recursive: true });
  mkdirSync(join(folder, 'page-of-another'));
  mkdirSync(join(root, '.git'));
  for (const file of ['index.html', 'assets/a b.js', 'assets/50%.js', 'notes.exe', '.git/config.json']) {
    writeFileSync(join(root, file), 'inside');
  }
  for (const file of ['secret.json', 'page-of-another/secret.json']) writeFileSync(join(folder, file), 'outside');
  symlinkSync(join(folder, 'secret.json'), join(root, 'link.json'));
  symlinkSync(folder, join(root, 'up'));
  symlinkSync(join(root, 'index.html'), join(root, 'inner.html'));
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('the path a page address names', () => {
  it.each([
    ['/index.html', 'index.html'],
    ['/assets/a%20b.js', 'assets/a b.js'],
    ['/assets/50%25.js', 'assets/50%.js'],
    ['/inner.html', 'index.html'],
  ])('%s is a file of the page', async (address, file) => {
    expect(await servedPath(root, address)).toBe(join(root, file));
  });

  it.each([
    '/../secret.json',
    '/assets/../../secret.json',
    '/..%2fsecret.json',
    '/%2e%2e/secret.json',
    '/%2E%2E%2Fsecret.json',
    '/%252e%252e/secret.json',
    '/..%5csecret.json',
    '/%5c..%5csecret.json',
    '/..\\secret.json',
    '//etc/passwd',
    '/%2fetc%2fpasswd',
    '/c:/windows/win.ini',
    '/c%3a%5cwindows%5cwin.ini',
    '/index.html%00.json',
    '/%00',
    '/%',
    '/%ff%fe',
    '/',
    '',
    '/assets',
    '/assets/',
    '/../page-of-another/secret.json',
    '/link.json',
    '/up/secret.json',
    '/.git/config.json',
    '/notes.exe',
    '/missing.json',
    '/index.html/',
  ])('%j is none', async (address) => {
    expect(await servedPath(root, address)).toBeNull();
  });

  it('a missing root serves nothing', async () => {
    expect(await servedPath(join(folder, 'nowhere'), '/index.html')).toBeNull();
  });

  it('no mixture of steps, separators and codes leaves the root', async () => {
    const piece = fc.constantFrom(
      '..',
      '.',
      '/',
      '\\',
      '%2e',
      '%2f',
      '%5c',
      '%00',
      '%25',
      'up',
      'link.json',
      'secret.json',
      'page',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async (pieces) => {
        const path = await servedPath(root, `/${pieces.join('')}`);
        expect(path === null || path.startsWith(join(root, '/'))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
