import { expect, it } from 'vitest';
import { sharedOut } from '../../electron/review/content/people';

it('every list of thanks is shown, short ones whole', () => {
  // Ten places: each list gets one in turn until the two of the short one are in, the others share the eight that are left.
  expect(sharedOut([27, 2, 9], 10)).toEqual([4, 2, 4]);
  expect(sharedOut([3, 4], 10)).toEqual([3, 4]);
  expect(sharedOut([20], 10)).toEqual([10]);
  expect(sharedOut([0, 0], 10)).toEqual([0, 0]);
});
