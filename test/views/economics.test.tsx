// @vitest-environment page
import { screen, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { unplacedIn } from '../../renderer/views/economics/unplaced';
import { furnish, showPage } from './page';

beforeAll(furnish);

describe('the economics of the funnel', () => {
  it('sets sales velocity, which is told as of now, against its own quarter before and no other period', async () => {
    await showPage('economics');
    const strip = within(screen.getByRole('list', { name: 'What winning costs and brings' }));
    const figure = (name: string) => strip.getByText(name).closest('[role="listitem"]')?.textContent ?? '';
    expect(figure('Sales velocity')).toMatch(/a day; a quarter ago RM [\d.,K]+$/);
    expect(figure('Cost per conversion')).toContain('Q2 RM');
  });
});

describe('costs by source', () => {
  it('tell what was spent on none of them, and how many won without spending', () => {
    const rows = [
      { source: 'Web', value: 100, cost_money: 1_000, n: 10, reason: null },
      { source: 'Tender', value: null, cost_money: 0, n: 4, reason: 'no_cost' },
      { source: 'Fair', value: null, cost_money: 50, n: 0, reason: 'empty' },
      { source: 'Unknown', value: null, cost_money: 3_000, n: 0, reason: 'empty' },
      { source: null, value: null, cost_money: 5, n: 0, reason: 'empty' },
    ];
    expect(unplacedIn(rows, 'source')).toEqual({ money: 3_005, whole: 4_055, free: 1 });
  });
});
