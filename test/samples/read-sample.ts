import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Truth } from '../../samples/generator/truth';

/** The folder of the sample that comes with the program. */
export const sampleFolder = resolve(import.meta.dirname, '../../samples');

/** The sample that comes with the program: its CSV files by name, and its truth. */
export function committedSample(): { files: ReadonlyMap<string, string>; truth: Truth } {
  const text = (name: string): string => readFileSync(join(sampleFolder, name), 'utf8');
  const names = readdirSync(sampleFolder).filter((name) => name.endsWith('.csv'));
  return {
    files: new Map(names.map((name) => [name, text(name)] as const)),
    truth: JSON.parse(text('truth.json')) as Truth,
  };
}

/** One record of a sample file, by field name of the data model. */
export type Row = Readonly<Record<string, string>>;

const parsed = new WeakMap<object, Map<string, readonly Row[]>>();

/** Data records of a sample's file, blank lines left out, header normalised to the data model's names. */
export function rowsOf(files: ReadonlyMap<string, string>, name: string): readonly Row[] {
  const known = parsed.get(files) ?? new Map<string, readonly Row[]>();
  parsed.set(files, known);
  const found = known.get(name);
  if (found) return found;
  const text = files.get(name);
  if (text === undefined) throw new Error(`no file ${name}`);
  const [header = [], ...records] = recordsOf(text);
  const fields = header.map(fieldOf);
  const rows = records
    .filter((cells) => cells.length > 1)
    .map((cells) => Object.fromEntries(fields.map((field, i) => [field, cells[i] ?? ''])));
  known.set(name, rows);
  return rows;
}

/** Name of a column as the data model writes it. */
export function fieldOf(header: string): string {
  return header.trim().toLowerCase().replaceAll(' ', '_');
}

/** Records of a CSV text as cells, quotes taken off; a blank line is a record of one empty cell. */
export function recordsOf(text: string): string[][] {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  return text
    .replace(/\r?\n$/, '')
    .split(newline)
    .map(cellsOf);
}

function cellsOf(line: string): string[] {
  if (!line.includes('"')) return line.split(',');
  const cells: string[] = [];
  for (const [, quoted, plain] of line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)) {
    cells.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
  }
  return cells;
}

/** One trial of a skill as the files show it. */
export interface Trial {
  readonly rep: string;
  readonly day: string;
  readonly success: boolean;
}

/** Each opportunity that had a proposal: by whom and when, and whether it stands as won. */
export function closeTrials(files: ReadonlyMap<string, string>): readonly Trial[] {
  const won = new Set<string>();
  for (const row of rowsOf(files, 'opportunities.csv'))
    if (row['is_won'] === 'true') won.add(row['opportunity_id'] ?? '');
  return stageTrials(files, ['Proposal sent', 'Negotiation', 'Closed won'], (id) => won.has(id));
}

/** Each opportunity that was in one of some stages: by whom and when it first was, and whether it succeeded. */
export function stageTrials(
  files: ReadonlyMap<string, string>,
  reached: readonly string[],
  success: (opportunity: string) => boolean,
): readonly Trial[] {
  const first = new Map<string, Row>();
  for (const row of rowsOf(files, 'stage_events.csv')) {
    const id = row['opportunity_id'] ?? '';
    if (id !== '' && reached.includes(row['to_stage'] ?? '') && !first.has(id)) first.set(id, row);
  }
  return [...first].map(([id, row]) => ({
    rep: row['rep_id'] ?? '',
    day: (row['entered_at'] ?? '').slice(0, 10),
    success: success(id),
  }));
}

/** Each lead: whether it was reached. */
export function reachTrials(files: ReadonlyMap<string, string>): readonly Trial[] {
  const contacted = new Set<string>();
  for (const row of rowsOf(files, 'stage_events.csv'))
    if (row['to_stage'] === 'Contacted') contacted.add(row['lead_id'] ?? '');
  return rowsOf(files, 'leads.csv')
    .filter((row) => row['merged_into'] === '')
    .map((row) => ({
      rep: row['owner_id'] ?? '',
      day: (row['created_at'] ?? '').slice(0, 10),
      success: contacted.has(row['lead_id'] ?? ''),
    }));
}

/** Opportunities that got beyond the meeting, of those that had it. */
export function presentTrials(files: ReadonlyMap<string, string>): readonly Trial[] {
  const beyond = ['Presented', 'Proposal sent', 'Negotiation', 'Closed won'];
  const ids = new Set(
    rowsOf(files, 'stage_events.csv').flatMap((row) =>
      beyond.includes(row['to_stage'] ?? '') ? [row['opportunity_id'] ?? ''] : [],
    ),
  );
  return stageTrials(files, ['Needs meeting'], (id) => ids.has(id));
}

/** Successes over trials of some people in a span of dates, `to` not included; NaN without trials. */
export function rateIn(trials: readonly Trial[], reps: readonly string[], from: string, to: string): number {
  const own = trials.filter((one) => reps.includes(one.rep) && one.day >= from && one.day < to);
  return own.filter((one) => one.success).length / own.length;
}

/** `YYYY-MM-DD` so many days later. */
export function daysLater(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Mean over the treated of (after − before) minus the same of the controls in the same windows of 90 days, 14 days left out. */
export function effectOf(
  trials: readonly Trial[],
  treated: readonly { rep_id: string; completed_on: string }[],
  controls: readonly string[],
): number {
  const changes = treated.map(({ rep_id, completed_on }) => {
    const change = (reps: readonly string[]): number =>
      rateIn(trials, reps, daysLater(completed_on, 15), daysLater(completed_on, 105)) -
      rateIn(trials, reps, daysLater(completed_on, -90), completed_on);
    const others = controls.map((rep) => change([rep])).filter((value) => !Number.isNaN(value));
    return change([rep_id]) - others.reduce((sum, value) => sum + value, 0) / others.length;
  });
  return changes.reduce((sum, value) => sum + value, 0) / changes.length;
}
