// @vitest-environment page
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
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

// Their names stand in the table or the header beside them.
const nameless = new Set(['sparkline', 'rate-lanes', 'compare-row', 'skill-matrix']);
const names = folders.map(({ name }) => name);

test.each(names)('%s is drawn normal, empty, with one row, with 200, in Malay, dark and with odd data', (name) => {
  const files = pictures.filter((picture) => picture.name === name).map(({ file }) => file.replace('.svg', ''));
  const odd = name === 'sparkline' ? 'gap' : 'hostile';
  for (const kind of ['normal', 'empty', 'one', '200', 'malay', 'dark', odd]) expect(files).toContain(kind);
});

test.each(names.filter((name) => !nameless.has(name)))('%s shows a hostile name as letters', (name) => {
  const picture = readFileSync(join(import.meta.dirname, name, 'hostile.svg'), 'utf8');
  expect(picture).toContain(hostile.replace('<', '&lt;').slice(0, 8));
});
