// @vitest-environment page
import { screen } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../electron/analytics';
import { errorCodes } from '../electron/model/errors';
import { exits, rungs } from '../electron/model/ladder';
import { dimensions } from '../electron/model/question';
import { tableModel, tableNames } from '../electron/model/tables';
import { units } from '../electron/model/units';
import { allMessages, argumentsOf, locales, words } from '../renderer/i18n';
import { addFiles } from '../renderer/state/load';
import { viewIds } from '../renderer/state/question';
import { explain, show } from '../renderer/state/screen';
import { act } from '@testing-library/react';
import { journeys, teams } from './views/company';
import { fakeGrid, fakeWorkspace } from './views/fake-engine';
import { fakePlan } from './views/fake-plan';
import { rewardTexts } from './views/fake-rewards';
import { fakePeople } from './views/fake-trials';
import { plainTexts } from './views/plain-answer';
import { furnish, settle, showPage } from './views/page';
import { brackets, outsideBrackets } from './views/words-of-brackets';

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

// What is data, or written by the formatter, may stand outside of brackets.
const data = JSON.stringify([
  journeys(),
  teams,
  fakePlan,
  fakeWorkspace(),
  plainTexts,
  rewardTexts,
  fakePeople,
  fakeGrid('reps').imported,
  'r Unknown Unassigned hit',
]);
const written =
  'RM K M d to FY Q yes no Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec January April June July September and Ctrl F R p n';
const names = JSON.stringify([
  tableNames.map((table) => tableModel(table)),
  'select from where count as value derived journeys on day period own',
]);
// Names of places, systems and encodings are the same in every language; react-aria has its hidden button in English alone.
const proper = 'HubSpot gb shift jis big Asia Singapore Jakarta Bangkok Europe London America New York Dismiss O';
const known = new Set(lettersIn(`${data} ${written} ${names} ${proper} Kuala Lumpur MYR UTC`));

function lettersIn(text: string): string[] {
  return text.match(/\p{L}+/gu) ?? [];
}

function saidWithoutWords(): string[] {
  const spoken: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) spoken.push(walker.currentNode.textContent ?? '');
  for (const element of document.body.querySelectorAll('*')) {
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) spoken.push(element.getAttribute(name) ?? '');
  }
  const letters = spoken.flatMap((text) => lettersIn(outsideBrackets(text)).filter((word) => !known.has(word)));
  return [...new Set(letters)];
}

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
    expect(saidWithoutWords().filter((word) => !['Alt', 'Z', 'C', 'T', 'X'].includes(word))).toEqual([]);
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
