// @vitest-environment page
import { fireEvent, screen } from '@testing-library/react';
import { beforeAll, expect, it } from 'vitest';
import { undo, useQuestion } from '../../renderer/state/question';
import { windowSettings } from '../../renderer/views/data/settings/kinds';
import { furnish, settle, showPage } from './page';

beforeAll(furnish);

it('a setting that is typed counts at once and is one step, which undo takes back', async () => {
  const { calls } = await showPage('settings');
  const cases = screen.getByRole('textbox', { name: 'Cases for a rate' });
  fireEvent.change(cases, { target: { value: '50' } });
  fireEvent.blur(cases);
  await settle();
  expect(calls.filter((call) => call === 'setting')).toHaveLength(1);
  expect(useQuestion.getState().past.at(-1)?.edit).toMatchObject({ after: { key: 'evidence_n', value: '50' } });
  undo();
  await settle();
  expect(calls.filter((call) => call === 'setting')).toHaveLength(2);
});

it('every stage of the exports has its place on the ladder', async () => {
  await showPage('settings');
  expect(screen.getByRole('button', { name: /Rung for Rundingan/ }).textContent).toContain('Negotiation');
});

it('a skill may be given to another role, and taken back to its own', async () => {
  const { calls } = await showPage('settings');
  fireEvent.click(screen.getByRole('button', { name: /Presenting/ }));
  fireEvent.click(await screen.findByRole('option', { name: 'SDR' }));
  await settle();
  expect(calls.filter((call) => call === 'setting')).toHaveLength(1);
  expect(useQuestion.getState().past.at(-1)?.edit).toMatchObject({ after: { key: 'skill.present', value: 'sdr' } });
  expect(screen.getByRole('button', { name: /Presenting/ }).textContent).not.toBe('');
});

it('there are days to set for each two shown rungs that follow each other', () => {
  expect(windowSettings('lead,meeting,won').map(({ key }) => key)).toEqual([
    'window.lead.meeting',
    'window.meeting.won',
  ]);
});

it('somebody is given a role, and a product family its needs; each is one step to undo', async () => {
  const { calls } = await showPage('settings');
  const last = () => useQuestion.getState().past.at(-1)?.edit;
  // Typed rows stand before imported ones: Badrul is listed as an SDR.
  const role = await screen.findByRole('button', { name: /Role of Badrul/ });
  expect(role.textContent).toContain('SDR');
  fireEvent.click(role);
  fireEvent.click(await screen.findByRole('option', { name: 'Manager' }));
  await settle();
  expect(last()).toMatchObject({ before: { key: 'role.r2', value: '' }, after: { key: 'role.r2', value: 'manager' } });
  const type = (name: string, value: string) => {
    const field = screen.getByRole('textbox', { name });
    fireEvent.change(field, { target: { value } });
    fireEvent.blur(field);
  };
  type('Another product family', 'Printers');
  type('Printers', 'model, pace');
  await settle();
  expect(last()).toMatchObject({ after: { key: 'checklist.Printers', value: 'model, pace' } });
  undo();
  undo();
  await settle();
  expect(calls.filter((call) => call === 'setting')).toHaveLength(4);
});
