import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../renderer');
const tokens = readFileSync(join(root, 'tokens.css'), 'utf8');

function files(extension: RegExp): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => extension.test(name) && name !== 'tokens.css')
    .map((name) => join(root, name));
}

function faults(pattern: RegExp, extension: RegExp): string[] {
  return files(extension).flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, i) => (pattern.test(line) ? [`${relative(root, file)}:${i + 1} ${line.trim()}`] : [])),
  );
}

describe('outside of the tokens', () => {
  it('no style names a colour', () => {
    expect(faults(/#[0-9a-f]{3,8}\b|\b(rgb|hsl|oklch|lab)a?\(/i, /\.css$/)).toEqual([]);
  });

  it('no style names a size or weight of type', () => {
    expect(faults(/font-(size|weight):\s*[\d.]/, /\.css$/)).toEqual([]);
  });

  it('no component names a colour', () => {
    expect(faults(/['"`]#[0-9a-f]{3,8}['"`]|\brgba?\(/i, /^(?!charts).*\.tsx?$/)).toEqual([]);
  });

  it('every variable that is used is declared', () => {
    const declared = new Set(tokens.match(/--[\w-]+(?=:)/g));
    const local = new Set(['--tracks', '--least', '--share', '--skills', '--ratio']);
    const used = files(/\.css$/).flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/var\((--[\w-]+)/g)].map((match) => match[1] ?? ''),
    );
    expect([...new Set(used)].filter((name) => !declared.has(name) && !local.has(name))).toEqual([]);
  });
});

function themeOf(selector: string): ReadonlyMap<string, string> {
  const block = tokens.slice(tokens.indexOf(selector)).split('\n}')[0] ?? '';
  return new Map(
    [...block.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6})/gi)].map((match) => [match[1] ?? '', match[2] ?? '']),
  );
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast of two colours, 1 to 21; source: WCAG 2.2. */
function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

describe.each([
  ['light', ':root {'],
  ['dark', ":root[data-theme='dark'] {"],
])('in the %s theme', (_name, selector) => {
  const theme = themeOf(selector);
  const of = (name: string): string => theme.get(name) ?? '';

  it.each([
    ['--ink', 4.5],
    ['--ink-2', 4.5],
    ['--ink-3', 4.5],
  ])('%s can be read on every surface', (ink, least) => {
    for (const surface of ['--bg', '--bg-chrome', '--bg-sunken', '--bg-selected']) {
      expect(contrast(of(ink), of(surface)), `${ink} on ${surface}`).toBeGreaterThanOrEqual(least);
    }
  });

  it('what is pressed, asked and refused can be read', () => {
    expect(contrast(of('--ink-on-accent'), of('--accent'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of('--accent'), of('--accent-soft'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of('--warn'), of('--warn-soft'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of('--bad'), of('--bad-soft'))).toBeGreaterThanOrEqual(4.5);
  });

  it.each([
    '--cat-1',
    '--cat-2',
    '--cat-3',
    '--cat-4',
    '--cat-5',
    '--cat-6',
    '--cat-7',
    '--mark',
    '--mark-compare',
    '--hatch',
    '--thin',
    '--control-edge',
    '--accent',
  ])('%s stands out from the page', (mark) => {
    expect(contrast(of(mark), of('--bg'))).toBeGreaterThanOrEqual(3);
  });
});

it('what is chosen or stood on is told where the system sets the colours too, by the same states', () => {
  const state = /\[(?:aria-current|aria-selected|aria-pressed|data-selected|data-focused)[^\]]*\]/;
  const forced = readFileSync(join(root, 'forced-colors.css'), 'utf8');
  const told = files(/\.css$/)
    .filter((file) => !file.endsWith('forced-colors.css'))
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/([^{}]+)\{([^{}]*)\}/g)])
    .filter(
      ([, selector = '', style = '']) =>
        state.test(selector) && !selector.includes(':not(') && /background:/.test(style),
    )
    .map(([, selector = '']) => /(\S+)$/.exec(selector.replaceAll(/\/\*.*?\*\//gs, '').trim())?.[1] ?? selector);
  expect(told.length).toBeGreaterThan(8);
  expect(told.filter((selector) => !forced.includes(selector.replace('::after', '')))).toEqual([]);
});
