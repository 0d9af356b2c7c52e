import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hyp2f1 } from '../../electron/stats/hyp2f1';
import { nearRelative } from './near';

describe('hypergeometric function', () => {
  // mpmath 1.3 at 25 digits
  test.each([
    [0.24, 2.43, 2.2186, 0.946, 2.367542938159222],
    [0.24, 2.43, 2.2186, 0.9999, 29.824182224499218],
    [5.24, 7.43, 7.22, 0.5, 42.350339870117935],
    [30.3, 33.2, 32.9, 0.7, 9831508871244922],
    [1, 3.806, 4.474, 1 / 1.1, 5.922596407612763],
    [0.5, 0.7, -0.3, 0.6, -2.3717082451262836],
    [2.5, -1.5, 3.2, 0.8, 0.24481857309313368],
    [0.24, 2.4, 2.2, -3.5, 0.683170441240165],
    [1, 1.182, 1.886, 0.992, 10.211821579751545],
  ])('at (%d, %d; %d; %d)', (a, b, c, z, expected) => {
    nearRelative(hyp2f1(a, b, c, z), expected, 1e-10);
  });

  const parameter = fc.double({ min: 0.05, max: 8, noNaN: true });
  const argument = fc.double({ min: 0, max: 0.97, noNaN: true });

  test('F(a, b; b; z) is (1 - z)^-a and F(1, 1; 2; z) is -ln(1 - z) / z', () => {
    fc.assert(
      fc.property(parameter, parameter, argument, (a, b, z) => {
        nearRelative(hyp2f1(a, b, b, z), Math.pow(1 - z, -a), 1e-10);
        if (z > 1e-6) nearRelative(hyp2f1(1, 1, 2, z), -Math.log1p(-z) / z, 1e-10);
      }),
    );
  });

  test('it is symmetric, and the transforms of Euler and Pfaff hold', () => {
    fc.assert(
      fc.property(parameter, parameter, parameter, argument, (a, b, c, z) => {
        const value = hyp2f1(a, b, c, z);
        nearRelative(hyp2f1(b, a, c, z), value, 1e-10);
        nearRelative(Math.pow(1 - z, -a) * hyp2f1(a, c - b, c, z / (z - 1)), value, 1e-8);
        // a neighbouring relation (15.2.3 of Abramowitz and Stegun) that no transform enters
        const left = (c - a) * hyp2f1(a - 1, b, c, z) + (2 * a - c + (b - a) * z) * value;
        const right = a * (1 - z) * hyp2f1(a + 1, b, c, z);
        const scale = Math.abs(right) + Math.abs(left) + Math.abs(value) + 1;
        expect(Math.abs(left - right) / scale).toBeLessThan(1e-9);
      }),
    );
  });

  test('at 0 it is 1; from 1 on, or with c at a pole, it is refused', () => {
    expect(hyp2f1(3, 4, 5, 0)).toBe(1);
    expect(() => hyp2f1(1, 1, 2, 1)).toThrow(RangeError);
    expect(() => hyp2f1(1, 1, -2, 0.5)).toThrow(RangeError);
  });
});
