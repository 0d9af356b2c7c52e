/** Rows typed into tables of people and programme: as saved, and as drafts that are not used yet. Saving is one step, and undo takes it back. */
import { create } from 'zustand';
import type { EnteredGrid } from '../../electron/contract';
import type { Problem } from '../engine';
import { ask, problemOf } from '../engine';
import { edited, onEdit } from './question';
import type { Answered } from './use-metric';
import { useAnswer } from './use-metric';
import { takeChange, useWorkspace } from './workspace';

export type TypedRow = Readonly<Record<string, string>>;

interface Drafts {
  /** Table → rows as they would be saved; no entry is no change. */
  readonly drafts: Readonly<Record<string, readonly TypedRow[]>>;
  readonly saving: boolean;
  readonly problem: Problem | null;
}

const none: Drafts = { drafts: {}, saving: false, problem: null };

export const useDrafts = create<Drafts>(() => none);

/** A table with its typed rows and the first imported ones. */
export function useGrid(table: string): Answered<EnteredGrid> {
  return useAnswer(`grid:${table}`, (signal) =>
    ask((engine, either) => engine.entered.grid({ table }, { signal: either }), signal),
  );
}

/** Keeps a draft of a table's typed rows; null drops it. */
export function setDraft(table: string, rows: readonly TypedRow[] | null): void {
  const others = Object.entries(useDrafts.getState().drafts).filter(([name]) => name !== table);
  useDrafts.setState({ drafts: Object.fromEntries(rows ? [...others, [table, rows]] : others), problem: null });
}

/** Saves the draft of a table; what cannot be taken stays a draft and is said. */
export async function saveDraft(table: string, before: readonly TypedRow[]): Promise<void> {
  const after = useDrafts.getState().drafts[table];
  if (!after) return;
  useDrafts.setState({ saving: true, problem: null });
  try {
    await put(table, after);
    setDraft(table, null);
    edited(
      { kind: 'entry', table },
      { what: 'entered', before: { table, rows: before }, after: { table, rows: after } },
    );
  } catch (error) {
    useDrafts.setState({ problem: problemOf(error) });
  } finally {
    useDrafts.setState({ saving: false });
  }
}

/** Adds one row to the typed ones of a table and saves it as one step; the fault where it cannot be taken. A draft of the table keeps what is in it, and takes the row too. */
export async function addTyped(table: string, row: TypedRow): Promise<Problem | null> {
  try {
    const { typed } = await ask((engine) => engine.entered.grid({ table }));
    const after = [...typed, row];
    await put(table, after);
    const draft = useDrafts.getState().drafts[table];
    if (draft) setDraft(table, [...draft, row]);
    edited(
      { kind: 'entry', table },
      { what: 'entered', before: { table, rows: typed }, after: { table, rows: after } },
    );
    return null;
  } catch (error) {
    return problemOf(error);
  }
}

function put(table: string, rows: readonly TypedRow[]): Promise<void> {
  return takeChange(() => ask((engine) => engine.entered.save({ table, rows: rows.map((row) => ({ ...row })) })));
}

onEdit('entered', (value) => {
  if (!isTyped(value)) return;
  put(value.table, value.rows).catch((error: unknown) => useWorkspace.setState({ problem: problemOf(error) }));
});

function isTyped(value: unknown): value is { table: string; rows: readonly TypedRow[] } {
  return typeof value === 'object' && value !== null && 'table' in value && 'rows' in value;
}
