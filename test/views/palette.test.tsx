// @vitest-environment page
import { act, fireEvent, screen } from '@testing-library/react';
import { beforeAll, expect, it } from 'vitest';
import { useQuestion } from '../../renderer/state/question';
import { show } from '../../renderer/state/screen';
import { furnish, settle, showPage } from './page';

beforeAll(furnish);

it('a typed question is answered: the measure by team, as one step', async () => {
  await showPage('overview');
  act(() => show({ palette: true }));
  await settle();
  fireEvent.change(screen.getByRole('searchbox'), {
    target: { value: 'kadar kemenangan mengikut pasukan suku lepas' },
  });
  await settle();
  fireEvent.click(screen.getByText('Win rate · by team · Q2 FY26'));
  await settle();
  const { asked } = useQuestion.getState();
  expect([asked.view, asked.choices['measure.metric'], asked.choices['measure.by']]).toEqual([
    'measure',
    'win-rate',
    'team',
  ]);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toMatch(/^Win rate, Q2 .*%; by team .* to /);
});

it('a question that is half understood is not answered: it says which words are not known and how one is put', async () => {
  await showPage('overview');
  act(() => show({ palette: true }));
  await settle();
  const type = (value: string) => fireEvent.change(screen.getByRole('searchbox'), { target: { value } });
  type('win rate by moon');
  await settle();
  expect(screen.getByText(/^Understood: Win rate · .*\. Not understood: by moon\.$/)).toBeTruthy();
  expect(screen.getByText(/^A question names a measure/)).toBeTruthy();
  expect(document.querySelectorAll('.palette .menu-item').length).toBe(0);
  type('profit by team');
  await settle();
  expect(screen.getByText(/no measure is named in it/)).toBeTruthy();
});

it('Escape closes the search at once, also where something is typed', async () => {
  await showPage('overview');
  act(() => show({ palette: true }));
  await settle();
  const field = screen.getByRole('searchbox');
  fireEvent.change(field, { target: { value: 'win rate' } });
  await settle();
  fireEvent.keyDown(field, { key: 'Escape' });
  await settle();
  expect(screen.queryByRole('searchbox')).toBeNull();
});

it('a segment or source can be asked for as a person or team can', async () => {
  await showPage('overview');
  act(() => show({ palette: true }));
  await settle();
  fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'win rate for SMB last quarter' } });
  await settle();
  fireEvent.click(screen.getByText('Win rate · SMB · Q2 FY26'));
  await settle();
  expect(useQuestion.getState().asked.filters).toEqual({ segment: ['SMB'] });
});
