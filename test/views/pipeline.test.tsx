// @vitest-environment page
import { fireEvent, screen, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { numberColumn, numbersOf, tableOf, textColumn } from '../../renderer/charts/table';
import { signed } from '../../renderer/views/pipeline/buckets';
import { furnish, settle, showPage } from './page';

beforeAll(furnish);

const periodOf = async (figure: string): Promise<string> => {
  const strip = within(screen.getByRole('list', { name: 'What is to come' }));
  const cell = strip.getByText(figure).closest<HTMLElement>('[role="listitem"]');
  fireEvent.click(within(cell ?? document.body).getByRole('button'));
  await settle();
  const panel = screen.getByRole('dialog');
  return within(panel).getByText('Period').nextElementSibling?.textContent ?? '';
};

describe('the pipeline', () => {
  it('counts what stands at proposal now whenever it began, as the matrix of stages does, and not what began in the period', async () => {
    await showPage('pipeline');
    expect(await periodOf('At proposal now')).toBe('All time');
  });

  it('judges what was due by the period on screen', async () => {
    await showPage('pipeline');
    expect(await periodOf('Due at the start, lost')).toMatch(/^1 Jul 2026, until before 1 Oct 2026$/);
  });
});

it('as a table the waterfall sets what goes out below zero, and levels and what comes in above', () => {
  const stored = tableOf(
    textColumn('bucket', ['open_start', 'new', 'won', 'lost', 'shrunk', 'open_end']),
    numberColumn('amount_money', 'money', [100, 60, 40, -10, 0, 110]),
    numberColumn('count', 'count', [3, 1, 2, 1, 0, 2]),
  );
  const told = signed(stored);
  expect([...numbersOf(told, 'amount_money')]).toEqual([100, 60, -40, -10, 0, 110]);
  expect([...numbersOf(told, 'count')]).toEqual([3, 1, 2, 1, 0, 2]);
});
