// @vitest-environment page
import { fireEvent, screen, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { faultsIn } from '../../electron/model/entered';
import { namesText } from '../../renderer/frame/names-text';
import { words } from '../../renderer/i18n';
import { useQuestion } from '../../renderer/state/question';
import { coverageHeadline } from '../../renderer/views/team/coverage/headline';
import { recordKinds, recordTables, rowOf } from '../../renderer/views/team/coverage/record-row';
import type { PersonKind } from '../../renderer/views/team/coverage/tasks';
import { countsOf, personKinds, tasksOf } from '../../renderer/views/team/coverage/tasks';
import { furnish, headline, settle, showPage } from './page';

beforeAll(furnish);

const tasks = (name: string): readonly (string | null)[] => {
  const list = screen.queryByRole('list', { name });
  return list === null
    ? []
    : within(list)
        .getAllByRole('listitem')
        .map((item) => item.querySelector('.task-text')?.textContent ?? '');
};

describe('the coverage', () => {
  it('heads with who was missed, and every line is a task with its owner', async () => {
    await showPage('coverage');
    expect(headline()).toBe(
      'Missed in Q3 FY26: 2 people without coaching, 2 without training and 2 customers nobody touched.',
    );
    expect(tasks('People')).toEqual([
      'Farid HakimWithout training and coaching',
      'Kamala DeviWithout coaching',
      'Tan Mei LingWithout training',
    ]);
    const owners = [...document.querySelectorAll('.task-owner')].map((owner) => owner.textContent);
    expect(owners.slice(0, 3)).toEqual(['Azman Yusof', 'no owner named', 'Azman Yusof']);
  });

  it('says of whom the first count is, in every language', () => {
    const said = (language: 'en' | 'ms', people: readonly [PersonKind, number][]): string => {
      const spoken = words(language);
      const facts = { people: new Map(people), customers: new Map(), period: 'Q4', join: namesText(spoken) };
      return coverageHeadline({ ...facts, words: spoken });
    };
    expect(said('en', [['events', 1]])).toBe('Missed in Q4: 1 person without deals or activity.');
    expect(
      said('en', [
        ['training', 3],
        ['target', 2],
      ]),
    ).toBe('Missed in Q4: 3 people without training and 2 without a target.');
    expect(said('ms', [['events', 1]])).toBe('Terlepas pandang dalam Q4: 1 orang tanpa urus niaga atau aktiviti.');
  });

  it('lists customers nobody touched by what they brought, and opens one', async () => {
    await showPage('coverage');
    expect(tasks('Customers')).toEqual([
      'Hotel Seri KlangWithout a touch and a survey',
      'Cetak Maju SepangWithout a touch',
    ]);
    fireEvent.click(screen.getAllByRole('button', { name: 'Open' })[1] ?? document.body);
    expect(useQuestion.getState().asked).toMatchObject({ view: 'customers', choices: { 'customers.account': 'A3' } });
  });

  it('sets a line aside for the period by X; undo brings it back, and so does the link', async () => {
    await showPage('coverage');
    const [line] = within(screen.getByRole('list', { name: 'People' })).getAllByRole('listitem');
    fireEvent.keyDown(line ?? document.body, { key: 'x' });
    await settle();
    expect(tasks('People')).toHaveLength(2);
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
    await settle();
    expect(tasks('People')).toHaveLength(3);
    fireEvent.click(screen.getByRole('button', { name: 'Set Tan Mei Ling aside for this period' }));
    await settle();
    fireEvent.click(screen.getByRole('button', { name: '1 set aside: show again' }));
    await settle();
    expect(tasks('People')).toHaveLength(3);
  });

  it('records a coaching as a row of its table, which undo takes back', async () => {
    const { calls } = await showPage('coverage');
    fireEvent.click(screen.getByRole('button', { name: 'Record for Kamala Devi' }));
    await settle();
    const dialog = within(screen.getByRole('dialog', { name: 'Record for Kamala Devi' }));
    expect(dialog.getAllByRole('radio').map((kind) => kind.textContent)).toEqual(['Coaching']);
    fireEvent.click(dialog.getByRole('button', { name: 'Record' }));
    await settle();
    const saved = (): readonly string[] => calls.filter((call) => call.startsWith('save:coachings'));
    expect(saved()).toHaveLength(1);
    expect(screen.queryByRole('dialog')).toBeNull();
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
    await settle();
    expect(saved()).toHaveLength(2);
  });

  it('does not record a training without its programme', async () => {
    const { calls } = await showPage('coverage');
    fireEvent.click(screen.getByRole('button', { name: 'Record for Tan Mei Ling' }));
    await settle();
    const dialog = within(screen.getByRole('dialog', { name: 'Record for Tan Mei Ling' }));
    fireEvent.click(dialog.getByRole('button', { name: 'Record' }));
    await settle();
    expect(calls.filter((call) => call.startsWith('save:'))).toEqual([]);
    expect(screen.getByRole('dialog', { name: 'Record for Tan Mei Ling' })).toBeDefined();
  });

  it('names what stands on one person, and required programmes that people lack', async () => {
    await showPage('coverage');
    expect(tasks('Skills and programmes').slice(0, 2)).toEqual([
      'Product basics is required: 2 people are without itFarid Hakim and Tan Mei Ling',
      'Only Kamala Devi covers Presenting, Account executive5 of 8 can be judged',
    ]);
  });
});

describe('tasks', () => {
  const row = { subject: 'A', subject_id: '1', manager: 'M', has_training: 0, has_coaching: 0, has_target: 1 };

  it('are gone once everything lacking was set aside', () => {
    expect(tasksOf([row], personKinds, new Set(['training 1']))[0]?.lacking).toEqual(['coaching']);
    expect(tasksOf([row], personKinds, new Set(['training 1', 'coaching 1']))).toEqual([]);
  });

  it('are counted whatever was set aside, and a row about nobody is none', () => {
    expect(countsOf([row], personKinds).get('training')).toBe(1);
    expect(tasksOf([{ subject: null, has_training: 0 }], personKinds)).toEqual([]);
  });
});

describe('what is recorded', () => {
  it.each(recordKinds)('as %s is a row its table takes, with and without what may be left out', (kind) => {
    const entry = { rep: 'R1', day: '2026-09-30', by: 'R2', programme: 'Opening calls', topic: 'closing' };
    expect(
      faultsIn(recordTables[kind], [rowOf(kind, entry, 'a'), rowOf(kind, { ...entry, by: '', topic: '' }, 'b')]),
    ).toEqual([]);
    expect(Object.values(rowOf(kind, { ...entry, by: '', topic: '' }, 'b'))).not.toContain('');
  });
});
