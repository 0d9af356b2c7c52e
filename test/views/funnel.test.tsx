// @vitest-environment page
import { act, fireEvent, screen, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { useQuestion } from '../../renderer/state/question';
import { journeys } from './company';
import { furnish, headline, settle, showPage } from './page';

beforeAll(furnish);

function rowsShown(): number {
  const grid = screen.getAllByRole('grid').at(-1);
  return Number(grid?.getAttribute('aria-rowcount')) - 1;
}

describe('the funnel', () => {
  it('shows the latest quarter that can be judged, says why, and offers the chosen one', async () => {
    await showPage('funnel');
    expect(headline()).toMatch(/^\d+ of 100 qualified journeys are won, no clear change from Q1\.$/);
    expect(
      screen.getByText(/Q2 is shown because Q3 is too young to judge: \d+ of its 188 journeys have had 90 days yet/),
    ).toBeDefined();
    const hundred = /^(\d+) of 100/.exec(headline())?.[1];
    const told = screen.getByText(
      /^[\d.]+% of \d+ \([\d.–]+\), difference [−+]?[\d.]+ points \(.+ to .+\)\./,
    ).textContent;
    expect(Math.round(Number.parseFloat(told))).toBe(Number(hundred));
    expect(screen.queryByText('too young, so far')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Show Q3 anyway' }));
    await settle();
    expect(screen.getByText('too young, so far')).toBeDefined();
    expect(screen.getByText(/hatched pieces can still grow/)).toBeDefined();
    expect(useQuestion.getState().past.at(-1)?.name.kind).toBe('setting');
  });

  it('says beside each share of the step before whose share it is, the bars being of others', async () => {
    await showPage('funnel');
    const row = screen.getByRole('row', { selected: true, name: /^Won/ });
    const [, counted] = /of (\d+) at proposal/.exec(screen.getByText(/selected step: won/).textContent) ?? [];
    expect(within(row).getByText(new RegExp(`· n ${counted}$`))).toBeDefined();
    expect(screen.getByText(/Of previous: of all that came to the step before in Q2/)).toBeDefined();
  });

  it('counts beyond a thousand in its sentence, too', async () => {
    await showPage('funnel', { journeys: journeys(10_000) });
    expect(
      screen.getByText(/Q3 is too young to judge: \d+ of its 1,\d{3} journeys have had 90 days yet/),
    ).toBeDefined();
    expect(document.body.textContent).not.toContain('NaN');
  });

  it('shows exactly the rows the selected step counts, reached and not reached', async () => {
    await showPage('funnel');
    const title = screen.getByRole('heading', { level: 2, name: /judged, reached won$/ });
    expect(rowsShown()).toBe(Number(title.textContent.split(' ')[0]));
    fireEvent.click(screen.getByRole('radio', { name: 'Not reached' }));
    await settle();
    const lost = screen.getByRole('heading', { level: 2, name: /judged, did not reach won$/ });
    expect(rowsShown()).toBe(Number(lost.textContent.split(' ')[0]));
  });

  it('walks its steps by arrow keys and switches reached and not reached', async () => {
    await showPage('funnel');
    const steps = screen.getByRole('grid', { name: 'Where journeys are lost' });
    fireEvent.keyDown(steps, { key: 'ArrowUp' });
    await settle();
    expect(within(steps).getByRole('row', { selected: true }).textContent).toContain('Proposal');
    fireEvent.keyDown(steps, { key: 'ArrowRight' });
    expect(useQuestion.getState().asked.funnel.side).toBe('lost');
  });

  it('begins where deals do when there are no leads', async () => {
    await showPage('funnel', { tables: { opportunities: 1_700 } });
    const steps = screen.getByRole('grid', { name: 'Where journeys are lost' });
    expect(within(steps).queryByText('Lead')).toBeNull();
    expect(within(steps).getAllByRole('row')).toHaveLength(4);
  });

  it('begins where deals do when nobody of those asked about entered as a lead, as in the deals of an account executive', async () => {
    const own = journeys(2_000).map((journey) => ({ ...journey, reached: [undefined, ...journey.reached.slice(1)] }));
    await showPage('funnel', { journeys: own });
    const steps = screen.getByRole('grid', { name: 'Where journeys are lost' });
    expect(within(steps).queryByText('Lead')).toBeNull();
    const [first] = within(steps).getAllByRole('row');
    expect(first?.textContent).toMatch(/^Qualified.*100%/);
    expect(Number(/(\d+) /.exec(first?.querySelector('.for-reader')?.textContent ?? '')?.[1])).toBeGreaterThan(20);
  });

  it('shows only steps that a stage stands on', async () => {
    await showPage('funnel', { tables: { opportunities: 1_700 }, rungs: ['qualified', 'won', 'lost'] });
    const steps = screen.getByRole('grid', { name: 'Where journeys are lost' });
    expect(
      within(steps)
        .getAllByRole('rowheader')
        .map((head) => head.textContent),
    ).toEqual([expect.stringMatching(/^Qualified/), expect.stringMatching(/^Won/)]);
  });

  it('shows the money of the same journeys, with shares by value from where money begins', async () => {
    await showPage('funnel');
    const steps = screen.getByRole('grid', { name: 'Where journeys are lost' });
    const cells = (name: string) =>
      within(steps)
        .getAllByRole('row')
        .find((row) => row.textContent.startsWith(name))
        ?.querySelectorAll('[role="gridcell"]');
    const byCount = cells('Won')?.[2]?.textContent;
    fireEvent.click(screen.getByRole('radio', { name: 'Value' }));
    await settle();
    expect(screen.getByText('Money of those that reached the step')).toBeDefined();
    expect(cells('Lead')?.[0]?.textContent).toContain('leads have no amount yet');
    expect(cells('Lead')?.[1]?.textContent).toBe('');
    expect(cells('Won')?.[0]?.textContent).toMatch(/^RM \d/);
    expect(cells('Won')?.[1]?.textContent).toBe('');
    expect(cells('Won')?.[2]?.textContent).toMatch(/^\d+\.\d%/);
    expect(cells('Won')?.[2]?.textContent).not.toBe(byCount);
    expect(cells('Qualified')?.[2]?.textContent).toBe('');
    expect(useQuestion.getState().past.at(-1)?.name.kind).toBe('setting');
  });

  it('tells the same money in its headline, its breakdown and the rows below as in its steps', async () => {
    await showPage('funnel');
    fireEvent.click(screen.getByRole('radio', { name: 'Value' }));
    await settle();
    expect(headline()).toMatch(/^RM \d+ of each RM 100 that qualifies is won, no clear change from Q1\.$/);
    expect(screen.getByText('Interval: bootstrap 95%')).toBeDefined();
    const note = screen.getByText(/Q2: money from qualified to won in 90 days; dashed: all, \d+\.\d%/).textContent;
    const share = Math.round(Number(/([\d.]+)%/.exec(note)?.[1]));
    expect(headline()).toContain(`RM ${share} of each`);
    expect(screen.getByText(/^RM [\d.]+[KM]? of RM [\d.]+[KM]? at proposal; selected step: won$/)).toBeDefined();
    const grid = screen.getAllByRole('grid').at(-1);
    const amounts = within(grid ?? document.body)
      .getAllByRole('row')
      .slice(1)
      .map((row) => Number(row.querySelectorAll('[role="gridcell"]')[2]?.textContent.replaceAll(',', '')));
    expect(amounts).toEqual([...amounts].sort((a, b) => b - a));
    const title = screen.getByRole('heading', { level: 2, name: /judged, reached won$/ });
    expect(rowsShown()).toBe(Number(title.textContent.split(' ')[0]));
  });

  it('without leads, shares of the first step are by value, too', async () => {
    await showPage('funnel', { tables: { opportunities: 1_700 } });
    fireEvent.click(screen.getByRole('radio', { name: 'Value' }));
    await settle();
    const [first, , last] = within(screen.getByRole('grid', { name: 'Where journeys are lost' })).getAllByRole('row');
    expect(first?.textContent).toMatch(/^Qualified.*RM .*100%/);
    expect(last?.querySelectorAll('[role="gridcell"]')[1]?.textContent).toMatch(/^\d+\.\d%/);
  });

  it('draws the rest of a long breakdown when asked', async () => {
    const many = journeys(6_000).map((journey, at) => ({ ...journey, source: `Source ${at % 12}` }));
    await showPage('funnel', { journeys: many });
    fireEvent.click(screen.getByRole('button', { name: '5 more' }));
    await settle();
    expect(screen.queryByRole('button', { name: '5 more' })).toBeNull();
    act(() => void fireEvent.keyDown(document.body, { key: 't' }));
    await settle();
    expect(screen.getByRole('grid', { name: 'Won, by source' }).getAttribute('aria-rowcount')).toBe('13');
  });

  it('turns every chart into its table with T', async () => {
    await showPage('funnel');
    const before = screen.getAllByRole('grid').length;
    act(() => void fireEvent.keyDown(document.body, { key: 't' }));
    await settle();
    expect(screen.getAllByRole('grid').length).toBeGreaterThan(before + 2);
  });
});
