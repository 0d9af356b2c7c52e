import { expect } from 'vitest';
import type { ChartOption, Size } from '../../renderer/charts/echarts';
import { renderSvg } from '../../renderer/charts/direct';
import type { Theme } from '../../renderer/charts/theme';

/** Compares the picture with `test/charts/<chart>/<case>.svg`. */
export async function expectGolden(
  name: string,
  option: ChartOption,
  size: Size,
  theme: Theme = 'light',
): Promise<void> {
  const svg = renderSvg(option, size, theme).replaceAll('><', '>\n<');
  expect(svg).not.toMatch(/\bzr\d+-/);
  expect(svg).not.toContain('NaN');
  await expect(`${svg}\n`).toMatchFileSnapshot(`./${name}.svg`);
}

/** A name that would do harm wherever a text is taken for markup. */
export const hostile = '<img src=x onerror=alert(1)>';

/** Invented people, as many as asked. */
export function people(count: number): string[] {
  const first = ['Aisyah', 'Farid', 'Suresh', 'Mei Ling', 'Kamala', 'Hafiz', 'Nurul', 'Jia Hui', 'Priya', 'Azman'];
  const last = ['Rahman', 'Hakim', 'Kumar', 'Tan', 'Devi', 'Osman', 'Izzati', 'Lim', 'Nair', 'Yusof'];
  return Array.from({ length: count }, (_, i) => {
    const round = Math.floor(i / 100);
    return `${first[i % 10]} ${last[(i * 3 + Math.floor(i / 10)) % 10]}${round > 0 ? ` ${round + 1}` : ''}`;
  });
}
