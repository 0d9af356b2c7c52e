import { afterEach, expect, it } from 'vitest';
import { loadLines } from '../../electron/session/load';
import { stageFile } from '../../electron/session/open-workspace';
import { OpenDeck } from './open-deck';

let deck: OpenDeck | undefined;
afterEach(() => deck?.close());

const head = 'Deal ID,Created date,Stage,Owner,Amount\n';
const files = {
  'blank lines, a duplicate and no key': `${head}a,2026-01-05,Won,Aina,5\n\n\nb,2026-01-06,Proposal,Bo,7\nb,2026-01-06,Proposal,Bo,7\n,,,,\n,2026-01-06,Proposal,Bo,7\nc,2026-01-07,Proposal,Bo,7\n\n\n`,
  'blank lines below a title': `My deals\n\n${head}\na,2026-01-05,Won,Aina,5\nb,2026-01-06,Proposal,Bo,7\n`,
  'a blank line inside a cell': `${head}a,2026-01-05,Won,"Aina\n\nRazak",5\n\nb,2026-01-06,Proposal,Bo,7\n`,
};

it.each(Object.entries(files))('every count of a dry run opens as many lines: %s', async (_, text) => {
  deck = await OpenDeck.fresh();
  const file = await stageFile(deck.workspace, deck.file('deals.csv', text));
  const [report] = (await deck.plan([deck.file('deals.csv', text)])).files;
  const outcomes = ['new', 'updated', 'unchanged', 'skipped', 'rejected'] as const;
  const opened = [];
  for (const outcome of outcomes) opened.push((await loadLines(deck.workspace, file, {}, outcome)).length);
  expect(opened).toEqual(outcomes.map((outcome) => report?.[outcome]));
});

it('a skipped line has its number and why', async () => {
  deck = await OpenDeck.fresh();
  const path = deck.file('deals.csv', files['blank lines, a duplicate and no key']);
  const lines = await loadLines(deck.workspace, await stageFile(deck.workspace, path), {}, 'skipped');
  expect(lines.map(({ line, reason }) => `${line}: ${reason}`)).toEqual([
    '3: a blank line',
    '4: a blank line',
    '5: duplicate',
    '7: a blank line',
  ]);
});
