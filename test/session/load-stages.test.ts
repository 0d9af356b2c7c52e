import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { saveSettings } from '../../electron/session/open-workspace';
import { OpenDeck } from './open-deck';

let deck: OpenDeck;
beforeEach(async () => {
  deck = await OpenDeck.fresh();
});
afterEach(() => deck.close());

const deals = (rows: readonly string[]) =>
  [
    'Deal ID,Created date,Stage,Close date,Amount',
    ...rows.map((stage, i) => `D${i},2026-01-05,${stage},2026-02-01,5`),
  ].join('\n');
const asked = async (path: string) =>
  (await deck.plan([path])).questions.filter(({ kind }) => kind === 'stages').map(({ subject }) => subject);
const standing = () => deck.rows('select stage, target, confirmed from stage_map order by stage');

describe('which stages end a deal', () => {
  it('is asked once, not again for a later list, and again once the import that had settled it is undone', async () => {
    const path = deck.file('deals.csv', deals(['Won', 'Lost', 'Proposal']));
    expect(await asked(path)).toEqual(['']);
    const told = { 'deals.csv': { stages: { Won: 'won', Lost: 'lost', Proposal: 'proposal' } } };
    const { import_id: id } = await deck.load([path], told);
    expect(await asked(deck.file('later.csv', deals(['Lost', 'Won'])))).toEqual([]);
    await deck.undo(id ?? '');
    expect(await asked(path)).toEqual(['']);
  });

  it('stays settled after an undo where it was said in the settings', async () => {
    const path = deck.file('deals.csv', deals(['Won', 'Signed', 'Lost']));
    const first = await deck.load([path]);
    await saveSettings(deck.workspace, [
      ['stage.Signed', 'won'],
      ['stage.Won', 'paid'],
      ['stage.Lost', 'lost'],
    ]);
    const before = await standing();
    const second = await deck.load([deck.file('more.csv', deals(['Signed', 'Lost']))], {
      'more.csv': { stages: { Signed: 'won', Lost: 'lost' } },
    });
    await deck.undo(second.import_id ?? '');
    expect(await standing()).toEqual(before);
    expect(deck.workspace.definitions.stages).toMatchObject({ Signed: 'won', Lost: 'lost' });
    await deck.undo(first.import_id ?? '');
    expect(await asked(path)).toEqual([]);
  });

  it('is as the last word has it, in the settings too, and as before once that word is undone', async () => {
    const path = deck.file('deals.csv', deals(['Won', 'Signed']));
    await deck.load([path]);
    await saveSettings(deck.workspace, [['stage.Signed', 'negotiation']]);
    const later = await deck.load([deck.file('more.csv', deals(['Signed', 'Won', 'Signed']))], {
      'more.csv': { stages: { Signed: 'won' } },
    });
    expect(deck.workspace.definitions.settings['stage.Signed']).toBe('won');
    await deck.undo(later.import_id ?? '');
    expect(deck.workspace.definitions.settings['stage.Signed']).toBe('negotiation');
    expect(await standing()).toContainEqual({ stage: 'Signed', target: 'negotiation', confirmed: true });
  });

  it('goes back to what an import had said where the setting is taken back', async () => {
    await deck.load([deck.file('deals.csv', deals(['Won', 'Signed']))], { 'deals.csv': { stages: { Signed: 'won' } } });
    await saveSettings(deck.workspace, [['stage.Signed', 'lost']]);
    await saveSettings(deck.workspace, [['stage.Signed', '']]);
    expect(await standing()).toContainEqual({ stage: 'Signed', target: 'won', confirmed: true });
  });
});
