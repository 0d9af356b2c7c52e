import { describe, expect, it } from 'vitest';
import { RecordFeed } from '../../../electron/import/read/feed';
import { judgeFile } from '../../../electron/import/read/judge';
import type { Plan } from '../../../electron/import/read/plan';
import { UserError } from '../../../electron/model/errors';
import { brokenHoldOuts } from './hold-out-broken';
import { smallHoldOuts } from './hold-out-small';
import { holdOuts } from './hold-out';
import { scratchFolder, seeded } from './scratch';

function records(plan: Plan, pieces: readonly string[]): unknown[] {
  const found: unknown[] = [];
  const feed = new RecordFeed(plan.dialect, plan.profile, {
    skipped: () => undefined,
    record: (row) => {
      const { cells, line, lines, fault } = row;
      found.push({ cells, line, lines, fault, raw: row.raw() });
      return false;
    },
  });
  for (const [i, piece] of pieces.entries()) feed.push(piece, i === pieces.length - 1);
  return found;
}

function cut(text: string, random: () => number, most: number): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; ) {
    const size = 1 + Math.floor(random() * most);
    pieces.push(text.slice(at, at + size));
    at += size;
  }
  return [...pieces, ''];
}

describe('a text that comes in pieces', () => {
  const write = scratchFolder();
  const cases = [...holdOuts, ...brokenHoldOuts, ...smallHoldOuts].filter(({ say }) => typeof say !== 'object');

  it.each(cases.map(({ name, bytes }) => [name, bytes] as const))('gives the same records: %s', async (_name, bytes) => {
    const random = seeded(7);
    const { plan, sample } = await judgeFile(write('pieces.csv', bytes)).catch((error: unknown) => {
      throw error instanceof UserError ? new Error(error.message) : error;
    });
    const whole = records(plan, [sample.text]);
    const sizes = sample.text.length < 5000 ? [1, 3, 20, 400] : [40, 400];
    for (const most of sizes) expect(records(plan, cut(sample.text, random, most))).toEqual(whole);
  });
});
