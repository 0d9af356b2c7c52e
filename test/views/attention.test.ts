import { describe, expect, it } from 'vitest';
import type { Item } from '../../renderer/views/overview/attention';
import { attentionList } from '../../renderer/views/overview/attention';

function item(id: string, money: number | null, good = false): Item {
  const said = { key: 'overview.nothing' as const, args: {} };
  return { id, view: 'pipeline', text: said, detail: said, money, kind: null, good };
}

const ids = (items: readonly Item[]): string => items.map(({ id }) => id).join(' ');

describe('what needs attention', () => {
  it('goes by money, then by what has none in its own order, and ends with the good news', () => {
    const list = [
      item('good', null, true),
      item('people', null),
      item('small', 5),
      item('data', null),
      item('large', 9),
    ];
    expect(ids(attentionList(list, new Set()))).toBe('large small people data good');
  });

  it('is eight rows at most, and keeps the good news among them', () => {
    const many = Array.from({ length: 12 }, (_, i) => item(`m${i}`, 100 - i));
    const list = attentionList([...many, item('good', null, true)], new Set());
    expect(list).toHaveLength(8);
    expect(list.at(-1)?.id).toBe('good');
  });

  it('leaves out what was set aside', () => {
    expect(ids(attentionList([item('a', 2), item('b', 1)], new Set(['a'])))).toBe('b');
  });
});
