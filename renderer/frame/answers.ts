import type { Question } from '../../electron/model/question';
import type { Row } from '../engine';
import type { Explained, Status } from '../state/screen';
import { show } from '../state/screen';
import type { MessageKey } from '../i18n';
import type { MetricAnswer } from '../state/use-metric';
import { useEffect } from 'react';

/** True when a row has these values. */
export function rowWhere(row: Row, where: Readonly<Record<string, string | null>>): boolean {
  return Object.entries(where).every(([name, value]) => row[name] === value);
}

/** Number of a cell; null where missing or not a number. */
export function numberIn(row: Row | undefined, name: string): number | null {
  const value = row?.[name];
  return typeof value === 'number' ? value : null;
}

/** Text of a cell; null where missing or not a text. */
export function textIn(row: Row | undefined, name: string): string | null {
  const value = row?.[name];
  return typeof value === 'string' ? value : null;
}

/** Reasons with their counts from a row's `excluded` column. */
export function excludedOf(row: Row): Readonly<Record<string, number>> {
  try {
    const parsed: unknown = JSON.parse(String(row['excluded'] ?? '{}'));
    if (typeof parsed !== 'object' || parsed === null) return {};
    const counts = Object.entries(parsed).filter(([, n]: [string, unknown]) => typeof n === 'number');
    return Object.fromEntries(counts.map(([reason, n]: [string, unknown]) => [reason, Number(n)]));
  } catch {
    return {};
  }
}

/** Figure with interval and evidence, as views draw it. */
export interface Figure {
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly n: number | null;
  readonly state: string;
  readonly reason: string | null;
}

/** The figure of an answer's row; all missing where there is no row. */
export function figureIn(row: Row | undefined): Figure {
  return {
    value: numberIn(row, 'value'),
    lower: numberIn(row, 'lower'),
    upper: numberIn(row, 'upper'),
    n: numberIn(row, 'n'),
    state: textIn(row, 'state') ?? 'ok',
    reason: textIn(row, 'reason'),
  };
}

/** Puts the view's main answer on the status line while the view is there. Its rows' n are summed, unless they count the same units again: then `n` is given, null for none. */
export function useStatus(
  answer: MetricAnswer | undefined,
  explained: Explained,
  unit: MessageKey,
  n?: number | null,
): void {
  useEffect(() => {
    const rows = answer?.grid.rows ?? [];
    const status: Status | null = answer
      ? {
          n: n === undefined ? rows.reduce((sum, row) => sum + (numberIn(row, 'n') ?? 0), 0) : n,
          unit,
          excluded: mergedExcluded(rows),
          method: textIn(rows[0], 'method'),
          explained,
        }
      : null;
    show({ status });
    return () => show({ status: null });
    // The answer stands for the question it answers.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [answer, unit, n]);
}

function mergedExcluded(rows: readonly Row[]): Readonly<Record<string, number>> {
  const all: Record<string, number> = {};
  for (const row of rows)
    for (const [reason, n] of Object.entries(excludedOf(row))) all[reason] = (all[reason] ?? 0) + n;
  return all;
}

/** The question an answer was given to. */
export function questionOf({
  period,
  filters,
  by,
  settings,
}: Pick<MetricAnswer, 'period' | 'filters' | 'by' | 'settings'>): Question {
  return { from: period.start, to: period.end, asOf: null, by, filters, options: settings };
}

/** Why an answer says nothing, from its first row; null where it says something. */
export function reasonIn(answer: MetricAnswer): string | null {
  return textIn(answer.grid.rows[0], 'reason') ?? (answer.grid.rows.length === 0 ? 'empty' : null);
}
