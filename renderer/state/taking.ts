/** A list on its way out of the window, as text: read and written piece by piece, so that a person sees how far it has come and may stop it. */
import { create } from 'zustand';
import { problemOf } from '../engine';
import type { ReadList } from './list-pieces';
import { useWorkspace } from './workspace';

interface TakingStore {
  /** The list that is being taken; null for none. */
  readonly taking: Taking | null;
  /** Rows that were copied a moment ago; null for none. */
  readonly copied: number | null;
}

export interface Taking {
  /** Rows written so far, and how many there are; null before the first have come. */
  readonly come: { readonly done: number; readonly total: number } | null;
  /** Time it began, in milliseconds. */
  readonly since: number;
}

/** How a list is written: its heads, then its rows. */
interface Writing<RowData> {
  readonly heads: string;
  readonly lines: (rows: readonly RowData[]) => string;
}

/** How long it is said that a list was copied, in milliseconds. */
const said = 4_000;

export const useTaking = create<TakingStore>(() => ({ taking: null, copied: null }));

let request: AbortController | null = null;
let silence: ReturnType<typeof setTimeout> | undefined;

/** Gives up the list that is being taken. */
export function stopTaking(): void {
  request?.abort();
  request = null;
  useTaking.setState({ taking: null });
}

/** Copies a list whole. */
export function copyList<RowData>(list: ReadList<RowData>, writing: Writing<RowData>): Promise<void> {
  return take(list, writing, async (text, rows, signal) => {
    await inFront(signal);
    await navigator.clipboard.writeText(text);
    useTaking.setState({ copied: rows });
    clearTimeout(silence);
    silence = setTimeout(() => useTaking.setState({ copied: null }), said);
  });
}

/** Writes a list whole and hands the text on. */
export function saveList<RowData>(
  list: ReadList<RowData>,
  writing: Writing<RowData>,
  give: (text: string) => void,
): Promise<void> {
  return take(list, writing, give);
}

async function take<RowData>(
  list: ReadList<RowData>,
  writing: Writing<RowData>,
  give: (text: string, rows: number, signal: AbortSignal) => Promise<void> | void,
): Promise<void> {
  stopTaking();
  const own = new AbortController();
  request = own;
  const since = performance.now();
  useTaking.setState({ taking: { since, come: null }, copied: null });
  try {
    const { text, rows } = await written(list, writing, own.signal, since);
    await give(text, rows, own.signal);
  } catch (error) {
    if (!own.signal.aborted) useWorkspace.setState({ problem: problemOf(error) });
  }
  if (request === own) stopTaking();
}

async function written<RowData>(
  list: ReadList<RowData>,
  { heads, lines }: Writing<RowData>,
  signal: AbortSignal,
  since: number,
): Promise<{ text: string; rows: number }> {
  const texts = [heads];
  let done = 0;
  for await (const { rows, total } of list(signal)) {
    signal.throwIfAborted();
    texts.push(lines(rows));
    done += rows.length;
    useTaking.setState({ taking: { since, come: { done, total } } });
  }
  return { text: texts.join(''), rows: done };
}

// A window that is not in front may not write to the clipboard: a long list waits until its reader is back.
async function inFront(signal: AbortSignal): Promise<void> {
  if (document.hasFocus()) return;
  await new Promise((resolve) => {
    window.addEventListener('focus', resolve, { once: true });
    signal.addEventListener('abort', resolve, { once: true });
  });
  signal.throwIfAborted();
}
