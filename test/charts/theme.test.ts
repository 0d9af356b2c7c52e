import { readFileSync } from 'node:fs';
import { format } from 'prettier';
import { describe, expect, test } from 'vitest';
import { contrast, inkOn } from '../../renderer/charts/ramp';
import { marksOf } from '../../renderer/charts/theme';
import { readTokens, themeOf } from './theme-of-tokens';

const css = readFileSync(new URL('../../renderer/tokens.css', import.meta.url), 'utf8');
const tokens = readTokens(css);

test('theme.json is what the tokens make of it', async () => {
  const json = await format(JSON.stringify(themeOf(css)), { parser: 'json', printWidth: 120 });
  await expect(json).toMatchFileSnapshot('../../renderer/charts/theme.json');
});

test('the two themes have the same parts', () => {
  const paths = (value: unknown, at = ''): string[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => paths(inner, `${at}.${key}`))
      : [at];
  expect(paths(marksOf('dark'))).toEqual(paths(marksOf('light')));
  expect(JSON.stringify(marksOf('dark'))).not.toBe(JSON.stringify(marksOf('light')));
});

describe.each(['light', 'dark'] as const)('contrast on the %s page', (theme) => {
  const contrastOf = (name: string, ground: string) => contrast(tokens[theme][name] ?? '', tokens[theme][ground] ?? '');

  test('ink is far above what reading needs', () => {
    expect(contrastOf('ink', 'bg')).toBeGreaterThan(14.5);
    expect(contrastOf('ink-2', 'bg')).toBeGreaterThan(4.5);
  });

  test.each(['bg', 'bg-chrome', 'bg-sunken', 'bg-selected', 'div-low-soft', 'div-high-soft'])(
    'caption ink reaches 4.5 on %s',
    (ground) => expect(contrastOf('ink-3', ground)).toBeGreaterThanOrEqual(4.5),
  );

  test.each(['mark', 'mark-compare', 'hatch', 'thin', 'control-edge', 'accent', 'div-low', 'div-high'])(
    '%s reaches 3 on the page',
    (name) => expect(contrastOf(name, 'bg')).toBeGreaterThanOrEqual(3),
  );

  test.each([1, 2, 3, 4, 5, 6, 7])('category %i reaches 3 on the page', (i) =>
    expect(contrastOf(`cat-${i}`, 'bg')).toBeGreaterThanOrEqual(3),
  );

  test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])('white or near-black is readable on step %i of the ramp', (i) => {
    const cell = tokens[theme][`seq-${i}`] ?? '';
    expect(contrast(inkOn(cell, marksOf(theme)), cell)).toBeGreaterThanOrEqual(4.5);
  });
});
