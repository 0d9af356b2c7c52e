import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { allOfHistory, cellsOf, closeAll, figure, goTo, headline, line, needs, patience, rowsBehind } from '../hands';
import { count, judged, lastQuarter, lost, open, percent, published, sum, totals, won, wonInTime } from './facts';

/** Where deals are won and lost, over all of history: the figures published with the export, and what it has no file for. */
export function salesStories(window: () => Page): void {
  it('Overview shows the published win rate with its interval, the money and the days, and the rate of each manager', async () => {
    const page = window();
    await goTo(page, 'Overview');
    await allOfHistory(page);
    await figure(page, '63.2%').waitFor(patience);
    await page.getByText('62.0–64.3 · n 6,711').waitFor(patience);
    await figure(page, '$10M').waitFor(patience);
    await page
      .getByRole('button', { name: /^Show how 57(\.0)? d is worked out$/ })
      .first()
      .waitFor(patience);
    await page.keyboard.press('Control+K');
    await page.getByRole('searchbox').fill('win rate by team');
    await page.getByText('Win rate · by team · All time').click(patience);
    const byTeam = page
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: 'Win rate by team' }) })
      .last();
    for (const manager of Object.values(published().published.managers)) {
      await byTeam
        .getByText(percent(manager.won / manager.closed), { exact: true })
        .first()
        .waitFor(patience);
      await byTeam
        .getByText(`n ${count(manager.closed)}`, { exact: true })
        .first()
        .waitFor(patience);
    }
  }, 180_000);

  it('Overview explains the win rate by the statement that ran, its counts opening to as many rows', async () => {
    const page = window();
    await goTo(page, 'Overview');
    await figure(page, '63.2%').click(patience);
    const panel = page.getByRole('dialog', { name: 'Win rate' });
    await panel.getByText(/from derived\.journeys/).waitFor(patience);
    await panel.getByRole('button', { name: count(won.length), exact: true }).click(patience);
    await page.getByText(`${count(won.length)} rows behind the mark`).waitFor(patience);
    await closeAll(page);
  }, 180_000);

  it('Conversion has the one step of this company, with the journeys behind either side of it', async () => {
    const page = window();
    await goTo(page, 'Funnel', 'Conversion');
    await headline(page, /^37 of 100 qualified journeys are won\.$/);
    const steps = page.getByRole('grid', { name: 'Where journeys are lost' });
    await steps.getByText('Won', { exact: true }).waitFor(patience);
    expect(await steps.getByRole('row').count()).toBe(2);
    const reached = page.getByRole('grid', { name: `${count(wonInTime.length)} judged, reached won` });
    await expect.poll(() => lastRow(page, reached), patience).toBe(String(wonInTime.length + 1));
    await page.getByText('Not reached', { exact: true }).click(patience);
    const left = judged.length - wonInTime.length;
    await page.getByRole('grid', { name: `${count(left)} judged, did not reach won` }).waitFor(patience);
    expect(await page.locator('body').innerText()).not.toContain('NaN');
  }, 180_000);

  it('Economics says what costs would tell, and what five points more would bring: revenue until a margin is typed', async () => {
    const page = window();
    await goTo(page, 'Funnel', 'Economics');
    const mean = sum(won.map(({ value }) => value)) / won.length;
    const rate = won.length / (won.length + lost.length);
    const days = sum(won.map((deal) => deal.days)) / won.length;
    await needs(
      page.getByRole('region', { name: 'Cost of reaching each step' }),
      'a list of costs',
      /which month, how much/,
    );
    const factors = [
      ['Open qualified deals', count(open.length)],
      ['Win rate', percent(rate)],
      ['Mean won amount', `$${count(Math.round(mean))}`],
      ['Days to win', `${days.toFixed(1)} d`],
      ['Together', `$${((open.length * rate * mean) / days / 1000).toFixed(1)}K`],
    ] as const;
    for (const [name, text] of factors) await figure(line(page, 'Money a day', name), text).waitFor(patience);
    const more = (won.length + lost.length) * 0.05;
    await headline(page, new RegExp(`\\$${Math.round((more * mean) / 1000)}K of revenue at equal effort\\.$`));
    const margin = page.getByRole('textbox', { name: 'Margin', exact: true });
    await margin.fill('40');
    await margin.press('Enter');
    await headline(page, new RegExp(`\\$${Math.round((more * mean * 0.4) / 1000)}K of margin at equal effort\\.$`));
    await margin.fill('');
    await margin.press('Enter');
    await headline(page, /of revenue at equal effort\.$/);
    await rowsBehind(page, 'Value of a won deal by segment', /^Unknown, /, won.length);
  }, 180_000);

  it('Journey begins every deal where the funnel does, lists who was won, and why others were lost', async () => {
    const page = window();
    await goTo(page, 'Funnel', 'Journey');
    const share = percent(wonInTime.length / judged.length);
    await headline(page, new RegExp(`^${share} of those at Qualified came to Won`));
    const steps = page.getByRole('grid', { name: 'Share that reached each step' }).getByRole('row');
    expect((await cellsOf(steps)).map((cells) => cells.slice(1, 3))).toEqual([
      ['Qualified', count(judged.length)],
      ['Won', count(wonInTime.length)],
    ]);
    const list = page.getByRole('region', { name: 'Reached: Won' });
    await list.getByText(`${count(wonInTime.length)} rows`).waitFor(patience);
    await rowsBehind(page, 'Why deals are lost', /^Unknown, 100\.0%/, lost.length);
    await needs(page.getByRole('region', { name: 'Days on each step' }), 'a stage history', /Opportunity History/);
  }, 120_000);

  it('Pipeline shows where the deals of the last quarter came from and went, and what each team won in it', async () => {
    const page = window();
    await goTo(page, 'Pipeline');
    await headline(page, /^What changed cannot be told: the deals have no history of amounts and dates\.$/);
    await needs(page.getByRole('region', { name: 'What changed' }), 'a stage history', /Opportunity History/);
    const begun = open.filter(({ began }) => began >= lastQuarter).length;
    await rowsBehind(page, 'From stage to stage', new RegExp(`^Not begun → Qualified, ${begun}`), begun);
    const gone = lost.filter(({ began, closed }) => began < lastQuarter && closed >= lastQuarter).length;
    await rowsBehind(page, 'From stage to stage', new RegExp(`^Qualified → Lost, ${gone}`), gone);
    const booked = totals(
      won.filter(({ closed }) => closed >= lastQuarter),
      ({ manager }) => manager,
    );
    await page.getByRole('button', { name: '2 more' }).click(patience);
    const forecast = page.getByRole('application', { name: 'Forecast by team' });
    await forecast.focus(patience);
    await page.keyboard.press('t');
    const twin = page.locator('.twin').first();
    await twin.waitFor(patience);
    for (const [team, money] of booked) {
      const cells = twin.getByRole('row').filter({ hasText: team });
      await cells.getByText(count(money), { exact: true }).first().waitFor(patience);
    }
    await page.getByRole('button', { name: 'Show as chart' }).click(patience);
    await forecast.waitFor(patience);
  }, 120_000);
}

// A list that is read piece by piece knows its length at its end.
async function lastRow(page: Page, list: ReturnType<Page['getByRole']>): Promise<string | null> {
  await list.focus();
  await page.keyboard.press('End');
  return list.getAttribute('aria-rowcount');
}
