// @vitest-environment page
import { screen } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../electron/analytics';
import { errorCodes } from '../electron/model/errors';
import { exits, rungs } from '../electron/model/ladder';
import { dimensions } from '../electron/model/question';
import { units } from '../electron/model/units';
import { allMessages, argumentsOf, locales, words } from '../renderer/i18n';
import { addFiles } from '../renderer/state/load';
import { viewIds } from '../renderer/state/question';
import { explain, show } from '../renderer/state/screen';
import { act } from '@testing-library/react';
import { furnish, settle, showPage } from './views/page';
import { saidWithoutWords } from './views/said-without-words';
import { brackets } from './views/words-of-brackets';

describe.each(locales)('the words of %s', (locale) => {
  const { find, t } = words(locale);

  it('are there for every error, rung, exit, dimension and unit', () => {
    const keys = [
      ...errorCodes.map((code) => `error.${code}`),
      ...rungs.map((rung) => `rung.${rung}`),
      ...exits.map((exit) => `exit.${exit}`),
      ...dimensions.map((dimension) => `dimension.${dimension}`),
      ...units.map((unit) => `unit.${unit}`),
    ];
    expect(keys.filter((key) => find(key) === null)).toEqual([]);
  });

  it('say of every measure what it is called, what it is and what it leaves out', () => {
    const keys = catalogue().flatMap(({ id }) =>
      ['title', 'definition', 'excluded'].map((part) => `metric.${id}.${part}`),
    );
    expect(keys.filter((key) => find(key) === null)).toEqual([]);
  });

  it('are well-formed and never empty', () => {
    for (const [key, text] of allMessages(locale)) {
      const args = Object.fromEntries(argumentsOf(text).map((name) => [name, 2]));
      expect(find(key, args), key).not.toBe('');
    }
  });

  it('print an en dash for an argument that is missing', () => {
    expect(t('error.file_missing')).toContain('“–”');
  });

  it('never speak as we', () => {
    const spoken = allMessages(locale).filter(([, text]) => /\b(we|our|us|kami)\b/i.test(text));
    expect(spoken).toEqual([]);
  });
});

describe('the languages', () => {
  it('take the same arguments for every message', () => {
    const malay = new Map(allMessages('ms'));
    const differing = allMessages('en').filter(([key, text]) => {
      const other = malay.get(key) ?? '';
      return JSON.stringify([...argumentsOf(text)].sort()) !== JSON.stringify([...argumentsOf(other)].sort());
    });
    expect(differing).toEqual([]);
  });

  it.each([
    ['metric.win-rate.title', 'Kadar kemenangan'],
    ['metric.bookings.title', 'Nilai tempahan'],
    ['dimension.team', 'Pasukan'],
    ['dimension.segment', 'Segmen'],
    ['rung.won', 'Menang'],
    ['rung.negotiation', 'Rundingan'],
    ['exit.lost', 'Kalah'],
    ['label.Unassigned', 'Tiada pemilik'],
    ['explain.interval', 'Selang keyakinan, –'],
    ['explain.asOf', 'Tarikh semakan'],
    ['decision.currency', 'Mata wang'],
  ])('say %s by the term of the specification: %s', (key, term) => {
    expect(words('ms').find(key)).toBe(term);
  });
});

describe('the page in a language of brackets', () => {
  beforeAll(furnish);

  it.each(['start', ...viewIds] as const)('says nothing outside of them in %s', async (view) => {
    await showPage(view, { words: brackets });
    if (view === 'import') await act(() => addFiles([{ stored: '1/a.csv', name: 'opportunities.csv' }]));
    await settle();
    expect(screen.getAllByText(/\[/).length).toBeGreaterThan(5);
    expect(saidWithoutWords()).toEqual([]);
  });

  it('says nothing outside of them in its panels', async () => {
    await showPage('overview', { words: brackets });
    const question = { from: '2026-07-01', to: '2026-10-01', asOf: null, by: [], filters: {}, options: {} };
    act(() => explain({ metric: 'win-rate', question }));
    await settle();
    expect(saidWithoutWords()).toEqual([]);
    act(() => show({ explained: null, palette: true }));
    await settle();
    expect(saidWithoutWords()).toEqual([]);
    act(() => show({ palette: false, keys: true }));
    await settle();
    expect(saidWithoutWords('Alt Z C T X')).toEqual([]);
  });

  it('would notice a word that was written into a view', async () => {
    await showPage('start', { words: brackets });
    const slip = document.createElement('p');
    slip.textContent = 'Welcome aboard';
    document.body.append(slip);
    expect(saidWithoutWords()).toEqual(['Welcome', 'aboard']);
    slip.remove();
  });
});
