import type { Question } from '../../electron/model/question';
import type { Row } from '../engine';
import type { ReadList } from '../state/list-pieces';
import { inPieces } from '../state/list-pieces';
import type { MetricAnswer } from '../state/use-metric';
import { wholeAnswer } from '../state/use-metric';
import { numberIn, textIn } from './answers';

/** The customers of an answer; one about nobody still has a row, without a name. */
export function customersIn(answer: MetricAnswer | undefined): readonly Row[] {
  return (answer?.grid.rows ?? []).filter((row) => textIn(row, 'account_id') !== null);
}

/** Every customer a metric lists, however many the view shows of them, largest in a column first and those without a figure last. */
export function everyCustomer(metric: string, question: Question, by: string): ReadList<Row> {
  const size = (row: Row): number => numberIn(row, by) ?? -Infinity;
  return async function* (signal) {
    const rows = customersIn(await wholeAnswer(metric, question, signal));
    yield* inPieces(
      [...rows].sort((a, b) => (size(a) === size(b) ? 0 : size(b) - size(a))),
      signal,
    );
  };
}
