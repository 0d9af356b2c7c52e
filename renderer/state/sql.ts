/** The query of one's own: text, earlier texts, the last result. Kept between starts but for the result. */
import { create } from 'zustand';
import type { Grid, Problem } from '../engine';
import { ask, problemOf } from '../engine';
import { gridOf } from '../grid';

/** Letters of a query that a slide can keep; the engine refuses a longer one. */
export const mostSqlOfSlide = 20_000;

export interface SqlResult {
  /** The query that gave it. */
  readonly text: string;
  readonly grid: Grid;
  readonly count: number;
  readonly cut: boolean;
  readonly milliseconds: number;
  /** True for the plan of a query instead of its rows. */
  readonly explained: boolean;
}

interface SqlStore {
  readonly text: string;
  /** Texts that ran, latest first. */
  readonly history: readonly string[];
  readonly result: SqlResult | null;
  readonly problem: Problem | null;
  readonly running: boolean;
}

const place = 'quarterdeck.sql';
const longest = 50;

export const useSql = create<SqlStore>(() => ({ ...read(), result: null, problem: null, running: false }));

let request: AbortController | null = null;

export function setSqlText(text: string): void {
  useSql.setState({ text });
  keep();
}

/** Runs the text, or explains it; a run on its way is stopped first. */
export async function runSql(explain: boolean): Promise<void> {
  const { text } = useSql.getState();
  if (text.trim() === '') return;
  request?.abort();
  const own = new AbortController();
  request = own;
  useSql.setState({ running: true });
  try {
    const message = await ask((engine, signal) => engine.sql.run({ text, explain }, { signal }), own.signal);
    if (request !== own) return;
    const { arrow, ...rest } = message;
    useSql.setState({
      result: { ...rest, text, grid: gridOf(arrow), explained: explain },
      problem: null,
      running: false,
    });
    remember(text);
  } catch (error) {
    if (request === own) useSql.setState({ problem: problemOf(error), running: false });
  }
}

export function cancelSql(): void {
  request?.abort();
}

function remember(text: string): void {
  const others = useSql.getState().history.filter((entry) => entry !== text);
  useSql.setState({ history: [text, ...others].slice(0, longest) });
  keep();
}

function keep(): void {
  const { text, history } = useSql.getState();
  localStorage.setItem(place, JSON.stringify({ text, history }));
}

function read(): Pick<SqlStore, 'text' | 'history'> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return { text: '', history: [] };
    const { text, history } = { text: '', history: [], ...kept };
    return {
      text: typeof text === 'string' ? text : '',
      history: Array.isArray(history) ? history.filter((entry) => typeof entry === 'string') : [],
    };
  } catch {
    return { text: '', history: [] };
  }
}
