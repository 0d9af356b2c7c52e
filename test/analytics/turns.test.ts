import { describe, expect, it } from 'vitest';
import { groupsOf, linesByGroup } from '../../electron/analytics/groups';
import { skillBoard } from '../../electron/analytics/skill-board';
import { pausing } from '../../electron/model/pause';
import { UserError } from '../../electron/model/errors';
import { defaultSettings } from '../../electron/model/settings';
import type { Table } from '../../electron/model/table';
import { numberColumn, textColumn } from '../../electron/model/table';

/** A turn that is counted, and withdraws from some turn on. */
function counted(last = Infinity) {
  const seen = { turns: 0 };
  const turn = () =>
    ++seen.turns > last ? Promise.reject(new UserError('query_cancelled')) : new Promise<void>(setImmediate);
  return { seen, turn };
}

describe('others have their turn', () => {
  it('after each step of a calculation, which ends where its answer is no longer wanted', async () => {
    function* steps(): Generator<undefined, string> {
      yield;
      yield;
      return 'done';
    }
    const whole = counted();
    expect(await pausing(steps(), whole.turn)).toBe('done');
    expect(whole.seen.turns).toBe(2);
    await expect(pausing(steps(), counted(1).turn)).rejects.toMatchObject({ code: 'query_cancelled' });
  });

  it('between the groups of an answer, at most five hundred times', async () => {
    const groups = (count: number): Table => ({
      length: count,
      columns: [
        textColumn(
          'by_1',
          'label',
          Array.from({ length: count }, (_, i) => `rep ${i}`),
        ),
      ],
    });
    const few = counted();
    const lines = await linesByGroup(groups(3), few.turn, ({ rows }) => [{ n: rows.length }, { n: 0 }]);
    expect(few.seen.turns).toBe(3);
    expect(lines.map(({ by, line }) => [by[0], line['n']])).toEqual(
      groupsOf(groups(3)).flatMap(({ by }) => [
        [by[0], 1],
        [by[0], 0],
      ]),
    );
    const many = counted();
    expect(await linesByGroup(groups(1001), many.turn, () => [{}])).toHaveLength(1001);
    expect(many.seen.turns).toBe(334);
    const asked: unknown[] = [];
    const stopped = linesByGroup(groups(3), counted(1).turn, ({ by }) => (asked.push(by[0]), [{}]));
    await expect(stopped).rejects.toMatchObject({ code: 'query_cancelled' });
    expect(asked).toEqual(['rep 0']);
  });
});

/** Eight sellers, one of them far below, in one skill. */
function sellers(): Table {
  const won = [60, 62, 58, 61, 59, 60, 63, 12];
  const same = (text: string) => won.map(() => text);
  return {
    length: won.length,
    columns: [
      textColumn('role', 'label', same('ae')),
      textColumn('skill', 'label', same('close')),
      textColumn(
        'rep',
        'label',
        won.map((_, i) => `rep ${i}`),
      ),
      numberColumn('successes', 'count', won),
      numberColumn(
        'trials',
        'count',
        won.map(() => 100),
      ),
      numberColumn(
        'employed_days',
        'count',
        won.map(() => 365),
      ),
    ],
  };
}

describe('a skill that two questions need', () => {
  const wishes = { reference: 'median', settings: defaultSettings } as const;
  const rows = [0, 1, 2, 3, 4, 5, 6, 7];

  it('is worked out once, also where the second asks while it is', async () => {
    const raw = sellers();
    const [first, second] = await Promise.all([
      skillBoard(raw, rows, wishes, counted().turn),
      skillBoard(raw, rows, wishes, counted().turn),
    ]);
    expect(first).toHaveLength(1);
    expect(second[0]).toBe(first[0]);
    expect(first[0]?.cells[7]?.finding?.finding).toBe('gap');
  });

  it('is worked out for the second where the first gives up half way', async () => {
    const raw = sellers();
    const whole = await skillBoard(sellers(), rows, wishes, counted().turn);
    const [first, second] = await Promise.allSettled([
      skillBoard(raw, rows, wishes, counted(2).turn),
      skillBoard(raw, rows, wishes, counted().turn),
    ]);
    expect(first).toMatchObject({ status: 'rejected', reason: { code: 'query_cancelled' } });
    expect(second).toEqual({ status: 'fulfilled', value: whole });
  });
});
