import { rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { faultsIn } from '../../electron/model/entered';
import { enteredGrid, saveEntered } from '../../electron/session/entered';
import { notesByName, saveNote } from '../../electron/session/notes';
import { openFolder } from '../../electron/session/open-workspace';
import { OpenDeck } from './open-deck';

let deck: OpenDeck;
const people = 'select rep_id, name, role, team_id, src_file from reps order by rep_id';

describe('rows a person typed in', () => {
  beforeEach(async () => {
    deck = await OpenDeck.fresh();
  });
  afterEach(() => deck.close());

  it('stand before imported cells of the same key, fill what those lack, and are added where nothing was imported', async () => {
    await deck.loadText('people.csv', 'Rep ID,Rep name,Team\nr1,Aminah,North\nr2,Badrul,North\n');
    await saveEntered(deck.workspace, 'reps', [
      { rep_id: 'r1', role: 'ae', team_id: 'South' },
      { rep_id: 'r9', name: '' },
    ]);
    expect(await deck.rows(people)).toMatchObject([
      { rep_id: 'r1', name: 'Aminah', role: 'ae', team_id: 'South', src_file: '(entered)' },
      { rep_id: 'r2', name: 'Badrul', role: 'other', team_id: 'North', src_file: 'people.csv' },
      { rep_id: 'r9', name: 'r9', role: 'other', team_id: null, src_file: '(entered)' },
    ]);
  });

  it('are never overwritten by an import, stay when an import is undone, and go when they are emptied', async () => {
    await saveEntered(deck.workspace, 'reps', [{ rep_id: 'r1', team_id: 'South' }]);
    const { import_id: id } = await deck.load([deck.file('people.csv', 'Rep ID,Rep name,Team\nr1,Aminah,North\n')]);
    expect(await deck.rows(people)).toMatchObject([{ name: 'Aminah', team_id: 'South' }]);
    await deck.undo(id ?? '');
    expect(await deck.rows(people)).toMatchObject([{ name: 'r1', team_id: 'South' }]);
    await saveEntered(deck.workspace, 'reps', [{ rep_id: '', team_id: '' }]);
    expect(await deck.rows(people)).toEqual([]);
  });

  it('come back with the workspace, its database lost or not', async () => {
    await saveEntered(deck.workspace, 'recognitions', [{ rep_id: 'r1', at: '2026-03-02', kind: 'thanks' }]);
    await saveNote(deck.workspace, 'r1', 'wants to lead');
    const rows = 'select rep_id, cast("at" as varchar) as day, at_is_date, kind from recognitions';
    const before = await deck.rows(rows);
    expect(before).toEqual([{ rep_id: 'r1', day: '2026-03-02 00:00:00', at_is_date: true, kind: 'thanks' }]);
    for (const lost of [false, true]) {
      await deck.workspace.close();
      if (lost) rmSync(join(deck.folder, 'data.duckdb'));
      deck.workspace = await openFolder(deck.folder, false);
      expect(await deck.rows(rows)).toEqual(before);
      expect(deck.workspace.definitions.notes).toEqual({ r1: 'wants to lead' });
    }
  });

  it('a note stays with a person who gets another name, also one that was kept by name before', async () => {
    await deck.loadText(
      'people.csv',
      'Rep ID,Rep name,Team\nr1,Aminah,North\nr2,Badrul,North\nr3,Ali,North\nr4,Ali,South\n',
    );
    await saveNote(deck.workspace, 'Aminah', 'wants to lead');
    await saveEntered(deck.workspace, 'reps', [{ rep_id: 'r1', name: 'Aminah Yusof' }]);
    expect(await notesByName(deck.workspace)).toEqual({ 'Aminah Yusof': 'wants to lead' });
    await deck.workspace.keep((now) => ({ ...now, notes: { ...now.notes, Badrul: 'shy', Ali: 'one of two' } }));
    await deck.workspace.close();
    deck.workspace = await openFolder(deck.folder, false);
    expect(deck.workspace.definitions.notes).toEqual({ r1: 'wants to lead', r2: 'shy', Ali: 'one of two' });
    await saveNote(deck.workspace, 'Aminah Yusof', '');
    expect(await notesByName(deck.workspace)).toEqual({ Badrul: 'shy', Ali: 'one of two' });
  });

  it('are refused whole with the cell that cannot be taken', async () => {
    const rows = [
      { rep_id: 'r1', metric: 'bookings', period_start: '2026-01-01', period_end: '2026-04-01', value: '100' },
    ];
    await saveEntered(
      deck.workspace,
      'targets',
      rows.map((row) => ({ ...row, target_id: 't1' })),
    );
    await expect(saveEntered(deck.workspace, 'targets', [{ target_id: 't1', value: '1,000' }])).rejects.toMatchObject({
      code: 'entry_unreadable',
      args: { row: 1, field: 'value', value: '1,000' },
    });
    expect(await deck.rows('select value::double as value from targets')).toEqual([{ value: 100 }]);
  });

  it('are shown as a grid with the imported rows beside them', async () => {
    await deck.loadText('people.csv', 'Rep ID,Rep name,Team\nr1,Aminah,North\n');
    await saveEntered(deck.workspace, 'reps', [{ rep_id: 'r2', name: '<b>Badrul</b>' }]);
    const grid = await enteredGrid(deck.workspace, 'reps');
    expect(grid.typed).toEqual([{ rep_id: 'r2', name: '<b>Badrul</b>' }]);
    expect(grid.imported).toEqual([{ rep_id: 'r1', name: 'Aminah', role: 'other', team_id: 'North' }]);
    expect([grid.key, grid.importedCount]).toEqual([['rep_id'], 1]);
  });

  it('are shown over the cells of the imported row that stay a file’s', async () => {
    await deck.loadText('people.csv', 'Rep ID,Rep name,Team\nr1,Aminah,North\n');
    await saveEntered(deck.workspace, 'reps', [{ rep_id: 'r1', name: 'Aminah binti Osman' }]);
    const grid = await enteredGrid(deck.workspace, 'reps');
    expect(grid.imported).toEqual([{ rep_id: 'r1', name: 'Aminah', role: 'other', team_id: 'North' }]);
    expect(grid.importedCount).toBe(1);
  });

  it('may hold any text, which is data and nothing else', async () => {
    const texts = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }).filter((text) => !/\0|^\s|\s$/.test(text));
    await fc.assert(
      fc.asyncProperty(texts, texts, async (id, name) => {
        await saveEntered(deck.workspace, 'reps', [{ rep_id: id, name, aliases: 'a, b', ['__proto__']: 'x' }]);
        expect(await deck.rows('select rep_id, name, aliases from reps')).toMatchObject([{ rep_id: id, name }]);
      }),
      { numRuns: 8, examples: [["'; drop table store.files; --", "{'a'}\"$x"]] },
    );
  });
});

describe('a typed cell', () => {
  it.each([
    [{ at: '2026-02-30', rep_id: 'r' }, 'at', 'ts'],
    [{ at: '01/02/2026', rep_id: 'r' }, 'at', 'ts'],
    [{ at: '2026-02-03' }, 'rep_id', 'required'],
  ])('of a thank-you %j is refused at %s', (row, field, expected) => {
    expect(faultsIn('recognitions', [row])).toMatchObject([{ row: 0, field, expected }]);
  });

  it('must be one of the words, a number with a decimal point, or a key of its own', () => {
    expect(faultsIn('reps', [{ rep_id: 'a', role: 'boss' }, { rep_id: 'a' }])).toMatchObject([
      { row: 0, field: 'role', expected: 'sdr, ae, specialist, cs, manager, other' },
      { row: 1, field: 'rep_id', expected: 'unique' },
    ]);
    expect(faultsIn('costs', [{ cost_id: '1', amount: '12.5', purpose: 'train' }])).toEqual([]);
  });
});
