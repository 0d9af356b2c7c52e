import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FileReport } from '../../electron/contract';
import type { Cell } from '../../electron/model/table';
import { OpenDeck } from '../session/open-deck';

/*
 * A folder is a case: one export as the system writes it, and `out.txt`, what it must become: what it was recognised as, each column's field and how sure that is,
 * the decisions, the stages, and every filled cell of every row. A changed result is written beside it as `out-changed.txt`.
 */
const root = join(import.meta.dirname, 'formats');

let deck: OpenDeck;
beforeAll(async () => {
  deck = await OpenDeck.fresh();
});
afterAll(() => deck.close());

describe.each(readdirSync(root))('an export of %s', (system) => {
  it.each(readdirSync(join(root, system)))('%s becomes the rows that are written beside it', async (name) => {
    const folder = join(root, system, name);
    const file = readdirSync(folder).find((entry) => !entry.startsWith('out')) ?? '';
    const { import_id, files } = await deck.load([join(folder, file)]);
    const found = await textOf(files[0]);
    await deck.undo(import_id ?? '');
    const expected = join(folder, 'out.txt');
    const changed = join(folder, 'out-changed.txt');
    rmSync(changed, { force: true });
    if (!existsSync(expected) || readFileSync(expected, 'utf8') !== found) writeFileSync(changed, found);
    expect(found).toBe(existsSync(expected) ? readFileSync(expected, 'utf8') : '');
  });
});

async function textOf(report: FileReport | undefined): Promise<string> {
  if (!report) return '';
  const { system, object, table, confidence, encoding, delimiter, read, new: added, skipped, rejected, derived } = report;
  const parts = [
    `${system} · ${object} → ${table} (${confidence}), ${encoding}, "${delimiter}"`,
    `read ${read} = new ${added} + skipped ${skipped} + rejected ${rejected}`,
    '',
    ...report.columns.map(({ source, field, confidence: sure }) => `${source} → ${field ?? '-'} (${sure})`),
    '',
    ...report.decisions.map(({ what, chosen, evidence }) => `${what}: ${chosen} (${evidence})`),
    ...(await stages()),
  ];
  for (const name of [String(table), ...Object.keys(derived)]) {
    const rows = await deck.rows(`select * exclude (src_file) from ${name} order by src_row, 1`);
    parts.push('', name, ...rows.map(lineOf));
  }
  return `${parts.join('\n')}\n`;
}

async function stages(): Promise<string[]> {
  const rows = await deck.rows('select stage, target from stage_map order by stage');
  return rows.map(({ stage, target }) => `stage ${String(stage)}: ${String(target)}`);
}

function lineOf(row: Record<string, Cell>): string {
  const filled = Object.entries(row).filter(
    ([key, value]) => value !== null && !(key.endsWith('_is_date') && row[key.slice(0, -8)] === null),
  );
  return filled.map(([key, value]) => `${key}=${String(value)}`).join(' | ');
}
