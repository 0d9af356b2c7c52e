// @vitest-environment jsdom
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hostile } from './golden';

const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const pictures = folders.flatMap(({ name }) =>
  readdirSync(join(import.meta.dirname, name)).map((file) => ({
    name,
    file,
    path: join(import.meta.dirname, name, file),
  })),
);

const drawn = new Set(['svg', 'rect', 'path', 'circle', 'polygon', 'polyline', 'text']);

test.each(pictures.map(({ name, file, path }) => [`${name}/${file}`, path] as const))(
  '%s is a well-formed drawing and nothing else',
  (_, path) => {
    const picture = new DOMParser().parseFromString(readFileSync(path, 'utf8'), 'image/svg+xml');
    const elements = [...picture.querySelectorAll('*')];
    expect(picture.querySelector('parsererror')).toBeNull();
    expect(elements.map((element) => element.tagName).filter((tag) => !drawn.has(tag))).toEqual([]);
    for (const element of elements) {
      for (const { name, value } of element.attributes) {
        expect(name).not.toMatch(/^on|href/);
        expect(value).not.toMatch(/onerror|NaN|undefined|url\(/);
      }
    }
  },
);

describe.each(folders.map(({ name }) => name))('%s', (name) => {
  const files = pictures.filter((picture) => picture.name === name).map(({ file }) => file.replace('.svg', ''));

  test('is drawn normal, empty, with one row, with 200, in Malay, dark and with hostile names', () => {
    const wanted = name === 'sparkline' ? ['gap', 'small'] : ['hostile'];
    for (const kind of ['normal', 'empty', 'one', '200', 'malay', 'dark', ...wanted]) expect(files).toContain(kind);
  });

  test.skipIf(name === 'sparkline')('shows a hostile name as letters', () => {
    const text = readFileSync(join(import.meta.dirname, name, 'hostile.svg'), 'utf8');
    const escaped = hostile.replace('<', '&lt;').slice(0, 8);
    expect(text.includes(escaped) || name === 'rate-lanes' || name === 'compare-row' || name === 'skill-matrix').toBe(
      true,
    );
  });
});
