import type { ElectronApplication, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { mavenRecords } from '../../maven';
import { closeAll, figure, goTo, headline, line, needs, pasteRows, patience } from '../hands';
import { count, deals, lastQuarter, percent, sum, totals, won } from './facts';

/** How the agents compare where chance alone explains the spread, who has nothing recorded, and what their managers could add. */
export function peopleStories(window: () => Page, app: () => ElectronApplication): void {
  it('Compare says that there is no evidence that people differ, and a sum opens the deals it adds up', async () => {
    const page = window();
    await goTo(page, 'Reps', 'Compare');
    await headline(page, /^Win rates: no evidence that people differ here\.$/);
    // Of the rates adjusted for the mix of deals; as counted p is 0.26, which the tests of the figures hold.
    await page.getByText('Spread is what chance alone would give (p 0.23)').first().waitFor(patience);
    const money = Math.round((totals(won, ({ agent }) => agent).get('Anna Snelling') ?? 0) / 1000);
    await figure(page, `${money}K`).click(patience);
    const own = won.filter(({ agent }) => agent === 'Anna Snelling').length;
    await page
      .getByRole('dialog')
      .getByRole('button', { name: count(own), exact: true })
      .first()
      .click(patience);
    await page.getByText(`${count(own)} rows behind the mark`).waitFor(patience);
    await closeAll(page);
  }, 120_000);

  for (const tab of ['Skills', 'Role card'])
    it(`${tab} says which file would fill it`, async () => {
      const page = window();
      await goTo(page, 'Reps', tab);
      await headline(page, new RegExp(`^${tab}$`));
      await needs(page.getByRole('main'), 'a stage history', /which deal entered which stage when/);
    }, 90_000);

  it('Seats, Training and Recognition say what would fill them', async () => {
    const page = window();
    await goTo(page, 'Team', 'Seats');
    await page.getByText('Deals with their stages, leads or renewals fill this page.').waitFor(patience);
    await page.getByRole('main').getByRole('button', { name: 'Import files' }).waitFor(patience);
    await goTo(page, 'Team', 'Training');
    await page.getByText(/^No training is known yet\./).waitFor(patience);
    await needs(page.getByRole('region', { name: 'Mentors' }), 'a stage history', /which deal entered which stage/);
    await goTo(page, 'Team', 'Recognition');
    await needs(page.getByRole('main'), 'a stage history', /which deal entered which stage/);
  }, 90_000);

  it('Coverage names those of the team without a deal; one set aside is off the list until undo', async () => {
    const page = window();
    await goTo(page, 'Team', 'Coverage');
    const busy = new Set(deals.map(({ agent }) => agent));
    const idle = mavenRecords('sales_teams.csv')
      .map((row) => row['sales_agent'] ?? '')
      .filter((name) => !busy.has(name));
    expect(idle).toHaveLength(5);
    await headline(page, /^Missed in All time: 5 people without deals or activity\.$/);
    const list = page.getByRole('list', { name: 'People', exact: true }).getByRole('listitem');
    const named = async (): Promise<string[]> =>
      (await list.allInnerTexts()).map((text) => text.split('\n')[0] ?? '').sort();
    expect(await named()).toEqual([...idle].sort());
    await page.getByRole('button', { name: 'Set Carl Lin aside for this period' }).click(patience);
    const others = idle.filter((name) => name !== 'Carl Lin').sort();
    await expect.poll(named, patience).toEqual(others);
    await page.keyboard.press('Control+z');
    await expect.poll(named, patience).toEqual([...idle].sort());
  }, 120_000);

  it('Targets & incentives: a target that is typed in is held against what was booked', async () => {
    const page = window();
    await goTo(page, 'Team', 'Targets & incentives');
    await page.getByText(/^Nothing about targets or incentives yet\./).waitFor(patience);
    await page.getByRole('button', { name: 'Type them in' }).click(patience);
    await page.getByRole('button', { name: 'Targets', exact: true }).click(patience);
    const grid = page.getByRole('grid', { name: 'Targets' });
    await grid.waitFor(patience);
    await grid.focus();
    await pasteRows(app(), page, [['Anna Snelling', '', 'bookings', lastQuarter, '2018-01-01', '50000', '']]);
    await page.getByRole('button', { name: 'Use these rows' }).click(patience);
    await page.getByText(/^1 entered by you, /).waitFor(patience);
    await goTo(page, 'Team', 'Targets & incentives');
    const late = won.filter(({ agent, closed }) => agent === 'Anna Snelling' && closed >= lastQuarter);
    const share = sum(late.map(({ value }) => value)) / 50_000;
    await headline(page, new RegExp(`^Targets of bookings were reached by ${share < 1 ? 0 : 1} of 1 `));
    await figure(line(page, 'Targets and incentives in figures', 'Attainment, bookings'), percent(share)).waitFor(
      patience,
    );
  }, 90_000);
}
