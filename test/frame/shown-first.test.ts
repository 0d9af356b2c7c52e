import { describe, expect, it } from 'vitest';
import { shownFirst } from '../../renderer/frame/grid-table';

const names = ['opportunity_id', 'account', 'rep', 'on_day', 'began_on', 'won_on', 'closed_on', 'outcome', 'hit'];
const columnsOf = (ids: readonly string[]) => ids.map((id) => ({ id, head: id, value: () => null }));
const idsOf = (...asked: Parameters<typeof shownFirst>) => shownFirst(...asked).map(({ id }) => id);

describe('the columns of rows behind a mark that are shown first', () => {
  it('tell who is counted where no outcome does, and only where not all are alike', () => {
    const rows = [
      { account: 'A', rep: 'r', on_day: 1, hit: true },
      { account: 'B', rep: 'r', on_day: 2, hit: false },
    ];
    expect(idsOf(columnsOf(names), rows)).toEqual(['account', 'rep', 'on_day', 'hit']);
    expect(idsOf(columnsOf(names), [rows[0]!])).toEqual(['account', 'rep', 'on_day']);
    const ended = rows.map((row) => ({ ...row, outcome: 'won' }));
    expect(idsOf(columnsOf(names), ended)).toEqual(['account', 'rep', 'on_day', 'outcome']);
  });

  it('are those of a filled list where it is empty: one day, not every day there is', () => {
    expect(idsOf(columnsOf(names), [])).toEqual(['opportunity_id', 'account', 'rep', 'on_day', 'outcome']);
  });
});
