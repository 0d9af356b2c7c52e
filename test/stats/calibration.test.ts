import { expect, test } from 'vitest';
import { coverageTable } from '../calibrate/coverage';
import { calibrationTable } from '../calibrate/settings';

test('the skill rule keeps every bound of the calibration table on 60 simulated teams a setting', () => {
  expect(calibrationTable(60).filter(({ met }) => !met)).toEqual([]);
});

test('95 percent intervals hold the truth in 93 to 97 percent of simulated cases', () => {
  expect(coverageTable(1500).filter(({ met }) => !met)).toEqual([]);
});
