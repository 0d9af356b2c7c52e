import { expect, it } from 'vitest';
import { catalogue } from '../../electron/analytics';
import { whereDrawn } from '../../renderer/frame/where-drawn';
import { alsoCalled } from '../../renderer/state/also-called';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const views = join(import.meta.dirname, '../../renderer/views');

/** Source of a view, all its files together with the parts of the frame that they draw with. */
function sourceOf(view: string): string {
  const places = [views, join(views, 'data'), join(views, 'team')];
  const folder = join(places.find((place) => readdirSync(place).includes(view)) ?? views, view);
  const own = readdirSync(folder)
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
  const parts = new Set([...own.matchAll(/ from '[./]+\/frame\/([a-z-]+)'/g)].map(([, name]) => name));
  return [own, ...[...parts].map((name) => frameSource(name ?? ''))].join('\n');
}

function frameSource(name: string): string {
  const file = ['.tsx', '.ts'].map((ending) => join(views, '../frame', name + ending)).find((path) => existsSync(path));
  return file === undefined || name === 'where-drawn' ? '' : readFileSync(file, 'utf8');
}

it('every measure of the catalogue is drawn in a view', () => {
  const missing = catalogue().filter(({ id }) => whereDrawn[id] === undefined);
  expect(missing.map(({ id }) => id)).toEqual([]);
});

it('the view that is named for a measure asks for it', () => {
  const silent = Object.entries(whereDrawn).filter(([id, view]) => !sourceOf(view).includes(`'${id}'`));
  expect(silent).toEqual([]);
});

it('no measure is named that the catalogue lacks', () => {
  const known = new Set(catalogue().map(({ id }) => id));
  expect(Object.keys({ ...whereDrawn, ...alsoCalled }).filter((id) => !known.has(id))).toEqual([]);
});

it('no two measures go by one other name', () => {
  const names = Object.values(alsoCalled).flat();
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
});
