import type { Table } from '../../electron/model/table';
import { numberColumn } from '../../electron/model/table';
import type { FakeUnit } from './fake-metrics';

/** Money of journeys by step, a row each, as the statement gathers few of them. */
export function moneyOf(units: readonly FakeUnit[]): Table {
  const money = (name: string, counts: (unit: FakeUnit) => boolean) =>
    numberColumn(
      name,
      'money',
      units.map((unit) => (counts(unit) ? unit.journey.amount : 0)),
    );
  const count = (name: string, counts: (unit: FakeUnit) => boolean) =>
    numberColumn(
      name,
      'count',
      units.map((unit) => Number(counts(unit))),
    );
  const judged = ({ leftOut }: FakeUnit): boolean => leftOut === null;
  return {
    length: units.length,
    columns: [
      money('top_money', (unit) => judged(unit) && unit.hit),
      money('bottom_money', judged),
      money('largest_money', judged),
      money('immature_money', (unit) => !judged(unit)),
      money('immature_hits_money', (unit) => !judged(unit) && unit.hit),
      count('hits_without_money', () => false),
      count('hits', (unit) => judged(unit) && unit.hit),
      count('n', judged),
    ],
  };
}
