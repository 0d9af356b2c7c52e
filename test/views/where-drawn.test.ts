import { expect, it } from 'vitest';
import { catalogue } from '../../electron/analytics';
import { whereDrawn } from '../../renderer/frame/where-drawn';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const views = join(import.meta.dirname, '../../renderer/views');

/** Source of a view, all its files together. */
function sourceOf(view: string): string {
  const places = [views, join(views, 'data'), join(views, 'team')];
  const folder = join(places.find((place) => readdirSync(place).includes(view)) ?? views, view);
  return readdirSync(folder)
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
}

// Figures about people whose own pages (skills, role card, team) are not there yet; each leaves this list with its page.
const withoutPage: ReadonlySet<string> = new Set([
  'contact-rate',
  'time-to-first-contact',
  'prospecting-pace',
  'hand-off',
  'specialist-lift',
  'activity-mix',
]);

it('every measure of the catalogue is drawn in a view', () => {
  const missing = catalogue().filter(({ id }) => whereDrawn[id] === undefined && !withoutPage.has(id));
  expect(missing.map(({ id }) => id)).toEqual([]);
});

it('a measure with a page is no longer among those without one', () => {
  expect(Object.keys(whereDrawn).filter((id) => withoutPage.has(id))).toEqual([]);
});

it('the view that is named for a measure asks for it', () => {
  const silent = Object.entries(whereDrawn).filter(([id, view]) => !sourceOf(view).includes(`'${id}'`));
  expect(silent).toEqual([]);
});

it('no measure is named that the catalogue lacks', () => {
  const known = new Set(catalogue().map(({ id }) => id));
  expect(Object.keys(whereDrawn).filter((id) => !known.has(id))).toEqual([]);
});
