import { expect, test } from 'vitest';
import { sureText } from '../../renderer/frame/sure-text';

test('nobody is told to be surer than 99%, and nothing is rounded up to it', () => {
  expect(sureText(0.9999)).toBe('99%');
  expect(sureText(1)).toBe('99%');
  expect(sureText(0.899)).toBe('89%');
  expect(sureText(null)).toBe('–');
});
