/* Rows twice and lines left blank, put into finished tables. */
import type { CsvTable } from './csv';
import type { Draw } from './random';

/** What was put into one file. */
export interface Dirt {
  readonly duplicate_rows: number;
  readonly blank_lines: number;
}

const planned: Readonly<Record<string, Dirt>> = {
  'accounts.csv': { duplicate_rows: 3, blank_lines: 2 },
  'contacts.csv': { duplicate_rows: 2, blank_lines: 0 },
  'leads.csv': { duplicate_rows: 5, blank_lines: 3 },
  'opportunities.csv': { duplicate_rows: 0, blank_lines: 2 },
  'stage_events.csv': { duplicate_rows: 5, blank_lines: 0 },
  'activities.csv': { duplicate_rows: 6, blank_lines: 4 },
  'orders.csv': { duplicate_rows: 3, blank_lines: 1 },
  'surveys.csv': { duplicate_rows: 2, blank_lines: 0 },
};

/** Copies whole rows and leaves lines blank; says how many per file. */
export function addDirt(tables: readonly CsvTable[], draw: Draw): Readonly<Record<string, Dirt>> {
  for (const { file, lines } of tables) {
    const plan = planned[file];
    if (!plan) continue;
    const copied = new Set<number>();
    while (copied.size < plan.duplicate_rows) copied.add(draw.below(lines.length));
    const copies = [...copied].map((i) => lines[i] ?? '');
    for (const copy of copies) lines.splice(1 + draw.below(lines.length), 0, copy);
    for (let i = 0; i < plan.blank_lines; i++) lines.splice(5 + draw.below(lines.length - 5), 0, '');
  }
  return planned;
}
