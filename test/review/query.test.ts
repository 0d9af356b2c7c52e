// A slide of a person's own query: its rows today, under the guard, and named where it can no longer be run.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Deck } from '../../electron/model/deck';
import { Grounds } from '../../electron/session/ground';
import { maskedReview } from '../../electron/review/mask';
import { maskFor } from '../../electron/session/masks';
import { words } from '../../renderer/i18n';
import { tellDeck } from '../../electron/session/review';
import { OpenDeck } from '../session/open-deck';

let home: OpenDeck;
beforeAll(async () => {
  home = await OpenDeck.fresh();
  const lines = Array.from({ length: 12 }, (_, i) => `o${i},2026-01-05,Won,2026-02-1${i % 9},Team ${i},${100 + i}`);
  await home.loadText('deals.csv', ['opportunity_id,created_at,stage,closed_at,owner_id,amount', ...lines].join('\n'));
});
afterAll(() => home.close());

function told(...queries: readonly string[]) {
  const deck: Deck = {
    ...{ id: 'd', template: 'quarterly', year: 2026, quarter: 1, rep: null, madeFrom: null, said: null, brand: null },
    slides: queries.map((sql, i) => ({
      ...{ id: `query ${i}`, kind: 'query', metric: '', by: [], filters: {}, headline: null, note: '', hidden: false },
      over: { kind: 'history' },
      options: { sql },
    })),
  };
  const { workspace } = home;
  const { settings, revision } = workspace.definitions;
  const grounds = new Grounds(workspace.database, settings, revision);
  return tellDeck({ workspace, grounds }, deck, { locale: 'en' });
}

describe('a slide of a query', () => {
  it('shows its first rows, and says how many there are', async () => {
    const { content, said } = await told('select owner_id, amount from opportunities order by amount');
    const [slide] = content.slides;
    expect(slide?.headline).toBe('A query: 12 rows.');
    expect(slide?.findings).toEqual([]);
    expect(slide?.notes[0]?.lines).toEqual(['select owner_id, amount from opportunities order by amount']);
    const picture = slide?.picture;
    if (picture?.kind !== 'grid') throw new Error('no grid');
    expect(picture.columns.map(({ title, align }) => [title, align])).toEqual([
      ['owner_id', 'left'],
      ['amount', 'right'],
    ]);
    expect(picture.rows.map((cells) => cells.map(({ text }) => text))[0]).toEqual(['Team 0', '100']);
    expect(picture.rows).toHaveLength(8);
    expect(picture.rest).toBe('4 more');
    expect(said).toEqual([]);
  });

  it('has pseudonyms in its cells and in its text where names are masked, as every slide', async () => {
    const sql = "select owner_id, 'won by ' || owner_id as said, amount from opportunities where owner_id = 'Team 3'";
    const { workspace } = home;
    const mask = await workspace.database.read((connection) =>
      maskFor(connection, { customers: true, reps: true }, words('en')),
    );
    const content = maskedReview((await told(sql)).content, mask);
    const [slide] = content.slides;
    const picture = slide?.picture;
    if (picture?.kind !== 'grid') throw new Error('no grid');
    const [cells = []] = picture.rows;
    expect(cells.map(({ text }) => text.replace(/Rep [A-Z]$/, 'Rep *'))).toEqual(['Rep *', 'won by Rep *', '103']);
    expect(JSON.stringify(slide)).not.toContain('Team 3');
  });

  it('is left out with the reason where the query reaches outside or fails', async () => {
    const { content } = await told('select 1 as one', "select * from read_csv('/etc/passwd')", 'select nothing');
    expect(content.slides.map(({ id }) => id)).toContain('query 0');
    expect(content.leftOut.map(({ id, title }) => [id, title])).toEqual([
      ['query 1', 'A query of one’s own'],
      ['query 2', 'A query of one’s own'],
    ]);
    expect(content.leftOut[0]?.reason).toContain('read_csv');
    expect(content.leftOut[1]?.reason).toContain('nothing');
  });
});
