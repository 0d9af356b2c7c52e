import type { Table } from '../../model/table';
import { numbersOf } from '../../model/table';
import type { FinishContext, OptionModel, Options } from '../metric';

/** An option for a figure the data may lack: `own` takes the data's, a number is entered by the person. */
export function ownOrTyped(low: number, high: number): OptionModel {
  const fits = (text: string) => /^\d+(\.\d+)?$/.test(text) && Number(text) >= low && Number(text) <= high;
  return {
    default: 'own',
    values: `own, or a number from ${low} to ${high}`,
    accepts: (text) => text === 'own' || fits(text),
  };
}

/** The figure entered under an option; null where the data's own is wanted. */
export function typed(options: Options, name: string): number | null {
  const text = options[name] ?? 'own';
  return text === 'own' ? null : Number(text);
}

/** Names of the figures that were entered, for the document to say so. */
export function entered(options: Options, names: readonly string[]): readonly string[] {
  return names.filter((name) => typed(options, name) !== null);
}

/** Why no cost is known: the file is lacking, or nothing was spent on what is asked about. */
export function withoutCost({ empty }: Pick<FinishContext, 'empty'>): string {
  return empty.has('costs') ? 'missing:costs' : 'no_cost';
}

/** Cell of a number column; null where it is missing. */
export function cell(table: Table, name: string, row: number): number | null {
  const value = numbersOf(table, name)[row] ?? NaN;
  return Number.isNaN(value) ? null : value;
}
