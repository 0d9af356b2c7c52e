// @vitest-environment page
import { act, fireEvent, screen, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { change, clearFilters, filterTo } from '../../renderer/state/question';
import { explain } from '../../renderer/state/screen';
import { furnish, headline, settle, showPage } from './page';

beforeAll(furnish);

const everything = { from: null, to: null, asOf: null, by: [], filters: {}, options: {} };

describe('the overview', () => {
  it('heads with the bookings and the conversation conversion where there are conversations', async () => {
    await showPage('overview');
    expect(headline()).toMatch(
      /^Bookings reached RM [\d.]+M, [\d,]+% of the target\. Conversation conversion in Q2 [\d.]+%, no clear change from Q1/,
    );
  });

  it('heads with the win rate where nobody recorded a conversation', async () => {
    await showPage('overview', { tables: { opportunities: 1_700, leads: 1_700 } });
    expect(headline()).toMatch(/Win rate [\d.]+%/);
    expect(screen.queryByText('Conversation conversion')).toBeNull();
  });

  it('says what quiet customers hold as what it is: margin, or revenue where none is known', async () => {
    const groups = (basis: string) => [{ watch: 3, likely_left: 12, watch_money: 412_000, basis }];
    await showPage('overview', { extras: { 'silent-churn': { groups: groups('margin') } } });
    expect(screen.getByText(/margin at risk, 12 months/)).toBeDefined();
    expect(screen.getByText('3 quiet customers are to watch')).toBeDefined();
    await showPage('overview', { extras: { 'silent-churn': { groups: groups('revenue') } } });
    expect(screen.getByText(/revenue at risk, 12 months/)).toBeDefined();
  });

  it('names the file that would fill it while there is none', async () => {
    await showPage('overview', { tables: {} });
    expect(screen.getByText(/A list of deals or opportunities from your CRM fills this page/)).toBeDefined();
  });

  it('walks the small trends too, and turns them into tables and back with the focus where it was', async () => {
    await showPage('overview');
    const trend = screen.getByRole('application', { name: 'Win rate, 8 quarters' });
    act(() => trend.focus());
    fireEvent.keyDown(trend, { key: 't' });
    const table = screen.getByRole('grid', { name: 'Win rate, 8 quarters' });
    expect(document.activeElement).toBe(table);
    expect(screen.queryByRole('grid', { name: 'Bookings, 8 quarters' })).toBeNull();
    fireEvent.keyDown(table, { key: 't' });
    expect(document.activeElement).toBe(screen.getByRole('application', { name: 'Win rate, 8 quarters' }));
  });

  it('explains a number when it is pressed, with the SQL that ran and the rows behind it', async () => {
    await showPage('overview');
    fireEvent.click(screen.getAllByRole('button', { name: /^Show how .* is worked out$/ })[0] ?? document.body);
    await settle();
    const panel = within(screen.getByRole('dialog', { name: 'Conversation conversion' }));
    expect(panel.getByText(/of their first conversation: one in five is 20%/)).toBeDefined();
    expect(panel.getByText(/from derived\.journeys/)).toBeDefined();
    const counted = Number(
      panel.getAllByRole('button').find((button) => /^\d+$/.test(button.textContent))?.textContent,
    );
    fireEvent.click(panel.getByRole('button', { name: String(counted) }));
    await settle();
    expect(screen.getByText(`${counted} rows behind the mark`)).toBeDefined();
  });

  it('opens what was left out of a number, reason by reason, as many rows as it says', async () => {
    await showPage('overview');
    act(() => explain({ metric: 'win-rate', question: everything }));
    await settle();
    const panel = within(screen.getByRole('dialog', { name: 'Win rate' }));
    const part = panel.getByRole('heading', { name: 'Left out, and why' }).closest('section');
    const [count] = within(part ?? document.body).getAllByRole('button');
    fireEvent.click(count ?? document.body);
    await settle();
    expect(screen.getByText(`${count?.textContent} rows behind the mark`)).toBeDefined();
  });

  it('does not ask about targets under a filter that none can be divided by, and says so', async () => {
    const { calls } = await showPage('overview', { tables: { opportunities: 1_700, leads: 1_700, targets: 12 } });
    const asked = () => calls.filter((call) => call.startsWith('answer:pipeline-coverage')).length;
    const before = asked();
    expect(before).toBeGreaterThan(0);
    act(() => filterTo('segment', ['SMB']));
    await settle();
    expect(asked()).toBe(before);
    expect(screen.getByText(/targets belong to people and teams, not to segment/)).toBeDefined();
    act(clearFilters);
  });

  it('tells every comparison that is in force: a verdict, a figure and a sentence each', async () => {
    await showPage('overview');
    const convert = within(screen.getByRole('region', { name: 'Convert' }));
    const cycle = () => convert.getByText('Days to win, median').closest('[role=listitem]')?.textContent;
    expect(cycle()).toMatch(/Q2 [\d.]+ d$/);
    act(() => change({ kind: 'comparison' }, { comparisons: ['previous', 'year_before'] }));
    await settle();
    expect(
      convert.getAllByText(/^(No clear change from|Higher than|Lower than|Nothing to compare with in) /),
    ).toHaveLength(2);
    expect(cycle()).toMatch(/Q2 [\d.]+ dQ3 FY25/);
    expect(
      screen.getByText(/(No clear change from|Higher than|Lower than|Nothing to compare with in) Q2 FY25/, {
        selector: 'p',
      }),
    ).toBeDefined();
    act(() => change({ kind: 'comparison' }, { comparisons: [] }));
    await settle();
    expect(cycle()).not.toMatch(/Q2/);
  });

  it('says what it lacks and not zero when the engine has no answer', async () => {
    await showPage('overview', { journeys: [], tables: { opportunities: 1, leads: 0 } });
    expect(headline()).toBe('No deals were closed in Q3 FY26.');
  });
});
