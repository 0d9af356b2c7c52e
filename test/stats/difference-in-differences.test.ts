import { describe, expect, test } from 'vitest';
import {
  compareChanges,
  differenceInDifferences,
  stackedControls,
  type BeforeAfter,
} from '../../electron/stats/difference-in-differences';
import { hasSharedData } from '../shared-data';
import { near, reference, referenceRows } from './near';

interface CardKruegerFile {
  computed: { means: Record<string, number>; did: number; balanced_did: number; balanced_se: number };
}

function restaurants(treated: string): BeforeAfter[] {
  const group = referenceRows('card_krueger.csv').filter((row) => row['nj'] === treated);
  const figures = (span: string): (number | null)[] =>
    group
      .filter((row) => row['d'] === span)
      .map((row) => (row['fte'] === '' || row['fte'] === 'NA' ? null : Number(row['fte'])));
  const after = figures('1');
  return figures('0').map((before, k) => ({ before, after: after[k] ?? null }));
}

describe.skipIf(!hasSharedData)('the minimum-wage study of Card and Krueger', () => {
  test('cell means, 2.7536 from all restaurants, 2.75 with error 1.34 from those seen twice', () => {
    const { computed } = reference<CardKruegerFile>('did_card_krueger.json');
    const found = differenceInDifferences(restaurants('1'), restaurants('0'));
    near(found.cells.treatedBefore, computed.means['10'] ?? NaN, 1e-9);
    near(found.cells.treatedAfter, computed.means['11'] ?? NaN, 1e-9);
    near(found.cells.controlBefore, computed.means['00'] ?? NaN, 1e-9);
    near(found.cells.controlAfter, computed.means['01'] ?? NaN, 1e-9);
    near(found.fromCells, computed.did, 1e-9);
    near(found.fromCells, 2.7536, 1e-3);
    near(found.estimate?.difference, computed.balanced_did, 1e-9);
    near(found.estimate?.standardError, computed.balanced_se, 1e-9);
  });
});

describe('difference in differences', () => {
  const unit = (before: number | null, after: number | null): BeforeAfter => ({ before, after });

  test('the change of the controls is taken off', () => {
    // treated changes 3, 4, 5 (mean 4); control changes 1, 1, 1: effect 3, error 1/sqrt 3
    const found = differenceInDifferences([unit(1, 4), unit(2, 6), unit(3, 8)], [unit(0, 1), unit(5, 6), unit(9, 10)]);
    near(found.estimate?.difference, 3, 1e-12);
    near(found.estimate?.standardError, 1 / Math.sqrt(3), 1e-12);
    near(found.fromCells, 3, 1e-12);
  });

  test('fewer than three a side has no estimate, though the cells are shown', () => {
    const found = differenceInDifferences([unit(1, 4), unit(2, 6)], [unit(0, 1), unit(5, 6), unit(9, null)]);
    expect(found.estimate).toBeNull();
    expect(found).toMatchObject({ treated: 2, control: 2 });
    near(found.cells.controlBefore, 14 / 3, 1e-12);
  });

  test('a group nobody was seen in has no cell', () => {
    const found = differenceInDifferences([], [unit(1, 2)]);
    expect(found.cells.treatedBefore).toBeNull();
    expect(found.fromCells).toBeNull();
  });

  test('a control that serves several treated units counts once, at its mean', () => {
    expect(
      stackedControls([
        [1, null, 4],
        [3, null, null],
      ]),
    ).toEqual([2, 4]);
    expect(compareChanges([1, 2, 3], [1, 2])).toBeNull();
  });
});
