import { describe, expect, it } from 'vitest';
import { checkWhole, readTable } from '../../../electron/import/read';
import type { TextTable } from '../../../electron/import/read';
import { UserError } from '../../../electron/model/errors';
import { brokenHoldOuts } from './hold-out-broken';
import { smallHoldOuts } from './hold-out-small';
import { holdOuts } from './hold-out';
import { scratchFolder, seeded } from './scratch';

const sources = [...holdOuts, ...brokenHoldOuts, ...smallHoldOuts].map(({ bytes }) => bytes).filter((bytes) => bytes.length > 0);
/** How many files; QUARTERDECK_MUTATED asks for more. */
const count = Number(process.env['QUARTERDECK_MUTATED'] ?? 400);
const special = [0x22, 0x2c, 0x0a, 0x0d, 0x3b, 0x27, 0x5c, 0x00, 0x09, 0xff, 0xc3, 0x23, 0x20, 0x1f];

function mutate(random: () => number): Buffer {
  const below = (limit: number): number => Math.floor(random() * limit);
  let bytes = Buffer.from(sources[below(sources.length)] ?? '');
  for (let times = 1 + below(4); times > 0 && bytes.length > 0; times--) {
    const at = below(bytes.length);
    const kind = below(8);
    if (kind === 0) bytes[at] = (bytes[at] ?? 0) ^ (1 << below(8));
    else if (kind === 1) bytes = bytes.subarray(0, at);
    else if (kind === 2) bytes = joined(bytes.subarray(0, at), Buffer.from([special[below(special.length)] ?? 0]), bytes.subarray(at));
    else if (kind === 3) bytes = joined(bytes.subarray(0, at), bytes.subarray(at + 1 + below(20)));
    else if (kind === 4) bytes = joined(bytes.subarray(0, at), (sources[below(sources.length)] ?? bytes).subarray(at % 7));
    else bytes = withLines(bytes, kind, below);
  }
  return bytes;
}

function joined(...parts: readonly Buffer[]): Buffer<ArrayBuffer> {
  return Buffer.from(Buffer.concat(parts));
}

/** Two lines swapped, one written twice, or one dropped. */
function withLines(bytes: Buffer, kind: number, below: (limit: number) => number): Buffer<ArrayBuffer> {
  const lines = bytes.toString('latin1').split('\n');
  const [a, b] = [below(lines.length), below(lines.length)];
  if (kind === 5) [lines[a], lines[b]] = [lines[b] ?? '', lines[a] ?? ''];
  else if (kind === 6) lines.splice(b, 0, lines[a] ?? '');
  else lines.splice(a, 1);
  return Buffer.from(lines.join('\n'), 'latin1');
}

function verify(table: TextTable): void {
  const { read, ...fates } = table.lines;
  expect(Object.values(fates).reduce((sum, count) => sum + count, 0)).toBe(read);
  expect(table.rows.every((row) => row.length === table.header.length)).toBe(true);
  expect(new Set(table.header.map((name) => name.toLowerCase())).size).toBe(table.header.length);
  expect(table.recordLines.length).toBe(table.rows.length);
  expect(table.recordLines.every((line, i) => line > (table.recordLines[i - 1] ?? 0))).toBe(true);
  const asideLines = table.setAside.every(({ line, text }) => line > 0 && line <= read && text !== '');
  expect(asideLines).toBe(true);
}

describe('damaged files', () => {
  const write = scratchFolder();

  it(`never crash the reader, never hold it up, and every line is accounted for: ${count} of them`, { timeout: 120_000 + count * 1000 }, async () => {
    const random = seeded(20250901);
    let tables = 0;
    for (let i = 0; i < count; i++) {
      const start = performance.now();
      const path = write('damaged.csv', mutate(random));
      try {
        const table = await readTable(path);
        verify(table);
        const whole = await checkWhole(path, table.judgement);
        // The look at every byte may be the stricter of the two, never the laxer.
        if (whole.clean) expect([table.judgement.clean, whole.records]).toEqual([true, table.rows.length]);
        tables++;
      } catch (error) {
        if (!(error instanceof UserError)) throw new Error(`file ${i}`, { cause: error });
      }
      expect(performance.now() - start).toBeLessThan(10_000);
    }
    expect(tables).toBeGreaterThan(count / 2);
  });
});
