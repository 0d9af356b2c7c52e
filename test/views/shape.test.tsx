// @vitest-environment page
import { render } from '@testing-library/react';
import { expect, it } from 'vitest';
import { slotOf } from '../../renderer/charts/compare-row';
import { marksOf } from '../../renderer/charts/theme';
import { Shape } from '../../renderer/views/reps/shape';

it('six people have six shapes at the head, those of their lanes', () => {
  const slots = [0, 1, 2, 3, 4, 5];
  const drawn = slots.map((slot) => render(<Shape slot={slot} />).container.querySelector('svg'));
  expect(drawn.map((svg) => svg?.dataset['shape'])).toEqual(slots.map((slot) => slotOf(slot, marksOf('light')).shape));
  expect(new Set(drawn.map((svg) => svg?.querySelector('polygon')?.getAttribute('points') ?? 'circle')).size).toBe(6);
});
