/** What lies over or under the view for a moment: the explanation of a number, the rows behind a mark, the palette, the status line. Not part of the question, so undo leaves it alone. */
import { create } from 'zustand';
import type { Part, Question } from '../../electron/model/question';
import type { MessageKey } from '../i18n';

/** A number that can be explained: the metric and the question it answers. */
export interface Explained {
  readonly metric: string;
  readonly question: Question;
  /** The row of the answer that is meant, by its key columns; the first row when left out. */
  readonly where?: Readonly<Record<string, string | null>>;
}

/** The rows behind one mark. */
export interface Behind extends Explained {
  readonly part: Part;
  /** What the mark counts, for the title. */
  readonly title: string;
}

/** What the status line says of the view on screen. */
export interface Status {
  readonly n: number | null;
  /** What n counts. */
  readonly unit: MessageKey | null;
  readonly excluded: Readonly<Record<string, number>>;
  /** Name of the interval's method, such as `wilson`. */
  readonly method: string | null;
  readonly explained: Explained | null;
}

interface Screen {
  readonly explained: Explained | null;
  /** True when the explanation opens at its SQL. */
  readonly atSql: boolean;
  readonly behind: Behind | null;
  readonly palette: boolean;
  readonly keys: boolean;
  readonly about: boolean;
  readonly savedViews: boolean;
  readonly glossary: boolean;
  /** Charts are shown as their tables. */
  readonly twin: boolean;
  readonly status: Status | null;
  /** Grows when the filter picker is to open by key. */
  readonly filterCalls: number;
}

export const useScreen = create<Screen>(() => ({
  explained: null,
  atSql: false,
  behind: null,
  palette: false,
  keys: false,
  about: false,
  savedViews: false,
  glossary: false,
  twin: false,
  status: null,
  filterCalls: 0,
}));

export function explain(explained: Explained, atSql = false): void {
  useScreen.setState({ explained, atSql });
}

export function showBehind(behind: Behind): void {
  useScreen.setState({ behind });
}

export function show(part: Partial<Screen>): void {
  useScreen.setState(part);
}

export function callFilter(): void {
  useScreen.setState(({ filterCalls }) => ({ filterCalls: filterCalls + 1 }));
}
