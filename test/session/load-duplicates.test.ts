import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OpenDeck, countsOf } from './open-deck';

let deck: OpenDeck;
beforeEach(async () => {
  deck = await OpenDeck.fresh();
});
afterEach(() => deck.close());

describe('the edge-case matrix: duplicate rows or files imported twice', () => {
  const deals = [
    'opportunity_id,created_at,stage,amount',
    'A,2026-01-05,Won,1',
    'B,2026-01-05,Won,2',
    'A,2026-01-05,Won,3',
  ].join('\n');
  // A recognition has no key of its own: only the very same row is the same.
  const praise = ['rep_id,at,kind', 'r1,2026-01-05,praise', 'r1,2026-01-05,praise', 'r1,2026-01-06,praise'].join('\n');

  it('one copy by key, the last one of the file; without a key by the whole row; each counted, and a file that comes again changes nothing', async () => {
    const files = () => [deck.file('opportunities.csv', deals), deck.file('recognitions.csv', praise)];
    const held = async () => ({
      deals: await deck.rows('select opportunity_id as id, amount::double as amount from opportunities order by 1'),
      praise: await deck.rows(
        'select rep_id as id, cast(cast("at" as date) as varchar) as day from recognitions order by 2',
      ),
    });
    const wanted = {
      deals: [
        { id: 'A', amount: 3 },
        { id: 'B', amount: 2 },
      ],
      praise: [
        { id: 'r1', day: '2026-01-05' },
        { id: 'r1', day: '2026-01-06' },
      ],
    };
    const counted = (await deck.load(files())).files.map(countsOf);
    for (const counts of counted) expect(counts).toMatchObject({ read: 3, new: 2, skipped: 1, rejected: 0 });
    expect(await held()).toEqual(wanted);
    const again = (await deck.load(files())).files.map(countsOf);
    for (const counts of again) expect(counts).toMatchObject({ read: 3, new: 0, updated: 0, unchanged: 2, skipped: 1 });
    expect(await held()).toEqual(wanted);
  });

  it('of rows with one key the one changed last counts, wherever it stands', async () => {
    const dated = [
      'opportunity_id,created_at,stage,amount,updated_at',
      'A,2026-01-05,Won,1,2026-03-01',
      'A,2026-01-05,Won,9,2026-02-01',
    ];
    await deck.load([deck.file('opportunities.csv', dated.join('\n'))]);
    expect(await deck.rows('select amount::double as amount from opportunities')).toEqual([{ amount: 1 }]);
  });
});
