import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogue, metricOf } from '../../electron/analytics';
import { customerPages } from '../../electron/analytics/retention/customer-pages';
import { growthLists } from '../../electron/analytics/growth/lists';
import { words } from '../../renderer/i18n';

const room = join(import.meta.dirname, '../../electron/analytics');
const sources = readdirSync(room, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(ts|sql)$/.test(name))
  .map((name) => readFileSync(join(room, name), 'utf8'));

const metrics = [...catalogue().map(({ id }) => id), ...Object.keys(customerPages), ...Object.keys(growthLists)];

const found = (pattern: RegExp) =>
  [...new Set(sources.flatMap((text) => [...text.matchAll(pattern)].map(([, code = '']) => code)))].sort();

// Codes in quotes where a reason is given, but for those that something is compared with.
const reasons = [
  ...new Set(
    sources
      .flatMap((text) =>
        [...text.matchAll(/\breason(?:: | = )([^\n]*?)(?:, \w+:|\}|;|\n)/g)].map(([, given = '']) => given),
      )
      .flatMap((given) => [...given.matchAll(/(?<!=== )'([a-z_]+(?::[a-z_]+)?)'/g)].map(([, code = '']) => code)),
  ),
].filter((code) => code !== 'label' && code !== 'reason');

describe.each(['en', 'ms'] as const)('in %s there are words for', (locale) => {
  const { find } = words(locale);

  it('the head of every column of every metric and list', () => {
    const names = new Set(metrics.flatMap((id) => Object.keys(metricOf(id).columns)));
    expect(names.size).toBeGreaterThan(300);
    expect([...names].filter((name) => !find(`column.${name}`) && !find(`dimension.${name}`))).toEqual([]);
  });

  it('everything that may be left out', () => {
    const left = found(/\bexcluded_([a-z_]+)/g);
    expect(left.length).toBeGreaterThan(30);
    expect(left.filter((code) => !find(`excluded.${code}`))).toEqual([]);
  });

  it('every reason for there being no figure', () => {
    expect(reasons.length).toBeGreaterThan(25);
    expect(reasons.filter((code) => !code.startsWith('missing:') && !find(`reason.${code}`))).toEqual([]);
  });

  it('every table without which there is no figure', () => {
    const needed = metrics.flatMap((id) => metricOf(id).needs.flat());
    const named = reasons.flatMap((code) => (code.startsWith('missing:') ? [code.slice('missing:'.length)] : []));
    expect([...new Set([...needed, ...named])].filter((table) => !find(`table.${table}`))).toEqual([]);
  });

  it('how every interval is made', () => {
    const methods = found(/\bmethod: '([a-z-]+)'/g).filter((code) => code !== 'label' && code !== 'reason');
    expect(methods.length).toBeGreaterThan(5);
    expect(methods.filter((code) => !find(`method.${code}`))).toEqual([]);
  });
});
