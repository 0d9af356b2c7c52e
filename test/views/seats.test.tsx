// @vitest-environment page
import { fireEvent, screen, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { useQuestion } from '../../renderer/state/question';
import { seatsHeadline } from '../../renderer/views/team/seats/headline';
import { apartFirst, byRole, peopleOf } from '../../renderer/views/team/seats/standing';
import { teamRows } from './fake-team';
import { furnish, headline, settle, showPage } from './page';

beforeAll(furnish);

const everything = { from: null, to: null, asOf: null, by: [], filters: {}, options: {} };
const rows = teamRows('right-seat', everything) ?? [];

describe('the seats', () => {
  it('head with whom to ask about another seat, and count how everybody stands', async () => {
    await showPage('seats');
    expect(headline()).toBe('For Aisyah Rahman another seat is worth a question.');
    expect(document.querySelector('.answer-head p')?.textContent).toBe(
      'In their own role 4 can be judged: 1 in line with the middle, 1 surely above, 2 surely below. In their first months: 1. In a role where people do not differ: 1. Too little evidence: 1.',
    );
  });

  it('list the people of a role by name, whatever their results', async () => {
    await showPage('seats');
    const said = within(screen.getByRole('list', { name: 'The same in words, Account executive' }));
    expect(said.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'Would Customer success suit better? 91% sure',
      'Below the middle of the role',
      'In line with the others',
      'Cannot tell yet: 1 more skill needed',
      'In the first months, not judged',
      'Above the middle of the role',
    ]);
  });

  it('tell of one person every seat with results; undo goes back to who was shown before', async () => {
    await showPage('seats');
    const panel = within(screen.getByRole('region', { name: 'One person' }));
    expect(panel.getByText('91% sure that it fits better')).toBeDefined();
    fireEvent.click(panel.getByRole('button', { name: /Person/ }));
    fireEvent.click(await screen.findByRole('option', { name: 'Tan Mei Ling' }));
    await settle();
    expect(panel.getByText('2% sure that it fits better')).toBeDefined();
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
    expect(useQuestion.getState().asked.choices['seats.person']).toBeUndefined();
  });

  it('show who is new beside how long it takes, and only the causes that are sure', async () => {
    await showPage('seats');
    const fresh = within(screen.getByRole('list', { name: 'First months' }));
    expect(fresh.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'Suresh Kumar4.9months; judged from 12.0',
    ]);
    const lasting = within(screen.getByRole('list', { name: 'Below most peers for long' }));
    expect(lasting.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'Aisyah Rahman3 of 4 quartersRequired training missing: Product basics',
      'Farid Hakim3 of 4 quartersClosing: 22.0%, peers 40.0%−RM 90K−RM 160K to −20K',
    ]);
  });
});

describe('how people stand', () => {
  it('is said only where the interval lies on one side, and of nobody in the first months', () => {
    const standings = new Map(peopleOf(rows, new Set(['Suresh Kumar'])).map((one) => [one.rep, one.standing]));
    expect(standings.get('Tan Mei Ling')).toBe('above');
    expect(standings.get('Kamala Devi')).toBe('in_line');
    expect(standings.get('Suresh Kumar')).toBe('in_ramp');
    expect(standings.get('Priya Nair')).toBe('no_difference');
  });

  it('keeps roles apart', () => {
    expect(byRole(peopleOf(rows, new Set())).map(([role, own]) => [role, own.length])).toEqual([
      ['ae', 6],
      ['specialist', 1],
    ]);
  });

  it('puts those of whom something is said before the others, each by name', () => {
    const role = peopleOf(rows, new Set(['Suresh Kumar'])).filter(({ role }) => role === 'ae');
    expect(apartFirst(role).map(({ rep }) => rep)).toEqual([
      ...['Aisyah Rahman', 'Farid Hakim', 'Tan Mei Ling'],
      ...role.map(({ rep }) => rep).filter((rep) => !['Aisyah Rahman', 'Farid Hakim', 'Tan Mei Ling'].includes(rep)),
    ]);
  });

  it('asks nothing about somebody in the first months', () => {
    const people = peopleOf(rows, new Set(['Aisyah Rahman']));
    expect(seatsHeadline(people, (names) => names.join()).first.key).toBe('seats.headNoOther');
  });

  it('claims nothing of other seats where nobody has results in one', () => {
    const own = rows.filter((row) => row['seat'] === row['role']);
    expect(seatsHeadline(peopleOf(own, new Set()), (names) => names.join()).first.key).toBe('seats.headOtherUnknown');
    expect(seatsHeadline(peopleOf([rows[6] ?? {}], new Set()), () => '').first.key).toBe('seats.headCannotTell');
  });
});
