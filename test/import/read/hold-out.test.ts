import { describe, expect, it } from 'vitest';
import { readTable } from '../../../electron/import/read';
import { brokenHoldOuts } from './hold-out-broken';
import { smallHoldOuts } from './hold-out-small';
import { holdOuts } from './hold-out';
import type { HoldOut } from './hold-out';
import { scratchFolder } from './scratch';

describe('files that no rule was made for', () => {
  const write = scratchFolder();
  const cases = [...holdOuts, ...brokenHoldOuts, ...smallHoldOuts];

  it('are many', () => {
    expect(cases.length).toBeGreaterThan(100);
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  });

  it.each(cases.map((each) => [each.name, each] as const))('%s', async (name, each) => {
    const path = write(`${name.replace(/[^a-z]+/gi, '-')}.csv`, each.bytes);
    if (typeof each.say === 'object') {
      await expect(readTable(path)).rejects.toMatchObject({ name: 'UserError', code: each.say.refuse });
      return;
    }
    await check(path, each, each.say);
  });

  async function check(path: string, each: HoldOut, say: 'quiet' | 'told' | 'either'): Promise<void> {
    const table = await readTable(path);
    expect(table.rows).toEqual(each.rows);
    if (each.header !== null) expect(table.header).toEqual(each.header);
    else expect(new Set(table.header.filter((column) => column.trim() !== '')).size).toBe(each.rows[0]?.length);
    const said = [...table.warnings.map(({ code }) => code), ...table.setAside.map(({ reason }) => reason)];
    if (say === 'quiet') expect(said).toEqual([]);
    if (say === 'told') expect(said).not.toEqual([]);
    const { read, ...fates } = table.lines;
    expect(Object.values(fates).reduce((sum, count) => sum + count, 0)).toBe(read);
  }
});
