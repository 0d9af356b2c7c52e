import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FileReport } from '../../electron/contract';
import type { Cell } from '../../electron/model/table';
import { OpenDeck } from '../session/open-deck';

/*
 * A folder is a case: one export as the system writes it, and `out.txt`, what it must become: the report's counts, then every filled cell of every row.
 * A changed result is written beside it as `out-changed.txt`.
 */
const root = join(import.meta.dirname, 'formats');

describe('an export of', () => {
  it.each(readdirSync(root))('%s becomes the rows that are written beside it', async (name) => {
    const folder = join(root, name);
    const file = readdirSync(folder).find((entry) => !entry.startsWith('out')) ?? '';
    const deck = await OpenDeck.fresh();
    try {
      const { files } = await deck.load([join(folder, file)]);
      const found = await textOf(deck, files[0]);
      const expected = join(folder, 'out.txt');
      const changed = join(folder, 'out-changed.txt');
      rmSync(changed, { force: true });
      if (!existsSync(expected) || readFileSync(expected, 'utf8') !== found) writeFileSync(changed, found);
      expect(found).toBe(existsSync(expected) ? readFileSync(expected, 'utf8') : '');
    } finally {
      await deck.close();
    }
  });
});

async function textOf(deck: OpenDeck, report: FileReport | undefined): Promise<string> {
  if (!report) return '';
  const { system, object, table, read, new: added, skipped, rejected, derived } = report;
  const head = `${system} ${object} → ${table}: read ${read} = new ${added} + skipped ${skipped} + rejected ${rejected}${JSON.stringify(derived)}`;
  const parts = [head];
  for (const name of [String(table), ...Object.keys(derived)]) {
    const rows = await deck.rows(`select * exclude (src_file) from ${name} order by src_row, 1`);
    parts.push(`\n${name}`, ...rows.map(lineOf));
  }
  return `${parts.join('\n')}\n`;
}

function lineOf(row: Record<string, Cell>): string {
  const filled = Object.entries(row).filter(([key, value]) => value !== null && !(key.endsWith('_is_date') && row[key.slice(0, -8)] === null));
  return filled.map(([key, value]) => `${key}=${String(value)}`).join(' | ');
}
