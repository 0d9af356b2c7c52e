import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { contents, glance, judgeBuild, listSources, packagesMatch } from '../../scripts/staleness.mjs';

describe('a build', () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'staleness-'));
    mkdirSync(join(root, 'electron/db'), { recursive: true });
    writeFileSync(join(root, 'electron/db/open.ts'), 'open');
    writeFileSync(join(root, 'vite.config.ts'), 'config');
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const stamp = () => ({ glance: glance(listSources(root)), contents: contents(root, listSources(root)) });
  const judge = (made: ReturnType<typeof stamp> | null) => {
    const now = listSources(root);
    return judgeBuild(made, glance(now), () => contents(root, now));
  };

  test('is stale when there never was one', () => {
    expect(judge(null)).toBe('stale');
  });

  test('is fresh while nothing changed, without reading any content', () => {
    const made = stamp();
    const unread = () => {
      throw new Error('read');
    };
    expect(judgeBuild(made, glance(listSources(root)), unread)).toBe('fresh');
  });

  test('is only touched when times differ and contents do not', () => {
    const made = stamp();
    utimesSync(join(root, 'vite.config.ts'), 1, 1);
    expect(judge(made)).toBe('touched');
  });

  test.each([
    ['changed', () => writeFileSync(join(root, 'electron/db/open.ts'), 'other')],
    ['added', () => writeFileSync(join(root, 'electron/db/run.sql'), '')],
    ['removed', () => rmSync(join(root, 'vite.config.ts'))],
  ])('is stale when a source is %s', (_, change) => {
    const made = stamp();
    change();
    expect(judge(made)).toBe('stale');
  });

  test('does not depend on files it is not made from', () => {
    const made = stamp();
    writeFileSync(join(root, 'README.md'), 'words');
    mkdirSync(join(root, 'electron/node_modules/.vite'), { recursive: true });
    writeFileSync(join(root, 'electron/node_modules/.vite/results.json'), '{}');
    expect(judge(made)).toBe('fresh');
  });
});

describe('installed packages', () => {
  const lock = {
    packages: {
      '': {},
      'node_modules/a': { version: '1.0.0', integrity: 'x' },
      'node_modules/b': { version: '2.0.0', optional: true },
    },
  };

  test('match when all are there in the version asked for, another platform’s optional ones aside', () => {
    expect(packagesMatch(lock, { packages: { 'node_modules/a': { version: '1.0.0', integrity: 'x' } } })).toBe(true);
  });

  test.each([
    ['one is missing', {}],
    ['one is older', { 'node_modules/a': { version: '0.9.0', integrity: 'x' } }],
    ['one has another content', { 'node_modules/a': { version: '1.0.0', integrity: 'y' } }],
    [
      'an optional one is older',
      { 'node_modules/a': { version: '1.0.0', integrity: 'x' }, 'node_modules/b': { version: '1.0.0' } },
    ],
  ])('do not match when %s', (_, packages) => {
    expect(packagesMatch(lock, { packages })).toBe(false);
  });
});
