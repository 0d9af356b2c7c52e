import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { cellsOf, goTo, headline, line, needs, patience, rowsBehind } from '../hands';
import { count, lost, sum, totals, won } from './facts';

const lastOf = new Map<string, string>();
for (const { account, closed } of won) if (closed > (lastOf.get(account) ?? '')) lastOf.set(account, closed);

/** Who buys, who stays and what they bring, where the won deals are all that is known of a customer. */
export function customerStories(window: () => Page): void {
  it('Retention has everybody who bought first in the first quarter, and of each quiet customer the day they bought last', async () => {
    const page = window();
    await goTo(page, 'Retention');
    await headline(page, /^\d+ of \d+ who have likely left said nothing\. 20 quiet customers /);
    const firsts = new Map<string, string>();
    for (const { account, closed } of won) if (closed < (firsts.get(account) ?? '9')) firsts.set(account, closed);
    const cohort = [...firsts.values()].filter((day) => day < '2017-04-01').length;
    const picture = 'Customers still buying, by quarter of first purchase';
    await rowsBehind(page, picture, /^Q1 FY17, quarter 1, /, cohort);
    const quiet = page.getByRole('grid', { name: 'Quiet customers' });
    expect(await quiet.getAttribute('aria-rowcount', patience)).toBe('21');
    const rows = await cellsOf(quiet.getByRole('row'));
    expect(rows.length).toBeGreaterThan(5);
    for (const [name = '', , last] of rows) expect(last, name).toBe(dayOf(lastOf.get(name) ?? ''));
  }, 120_000);

  it('Customers ranks all 85 by what they bought in the year, finds one by name and shows its page', async () => {
    const page = window();
    await goTo(page, 'Customers');
    await headline(page, /^Whether anybody spoke with the 85 active customers cannot be told/);
    const bought = [...totals(won, ({ account }) => account)].sort((a, b) => b[1] - a[1]);
    const share = sum(bought.slice(0, 10).map(([, money]) => money)) / sum(won.map(({ value }) => value));
    await line(page, 'How customers are looked after', 'Revenue from the ten largest')
      .getByText(`${(100 * share).toFixed(1)}%`)
      .waitFor(patience);
    await line(page, 'How customers are looked after', 'Needs met')
      .getByText('Needs a list of needs')
      .waitFor(patience);
    const grid = page.getByRole('grid', { name: 'Customers' });
    const rows = await cellsOf(grid.getByRole('row'));
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.map((cells) => [cells[0], cells.at(-1)])).toEqual(
      bought.slice(0, rows.length).map(([name, money]) => [name, count(money)]),
    );
    const [, second = ''] = bought.map(([name]) => name);
    await page.getByRole('searchbox', { name: 'Find a customer' }).fill(second);
    await page.keyboard.press('Enter');
    await expect
      .poll(async () => (await cellsOf(grid.getByRole('row'))).map(([name]) => name), patience)
      .toEqual([second]);
    await grid.getByRole('row').nth(1).dblclick(patience);
    await page.getByRole('heading', { level: 1, name: new RegExp(second) }).waitFor(patience);
    await page.getByRole('button', { name: 'All customers' }).click(patience);
  }, 120_000);

  it('Growth says that recommendations cannot be told, and what came of the one source there is', async () => {
    const page = window();
    await goTo(page, 'Growth');
    await headline(page, /^How many new customers came by recommendation cannot be told\.$/);
    await needs(
      page.getByRole('region', { name: 'Who recommended whom' }),
      'a list of referrals',
      /who recommended whom/,
    );
    await rowsBehind(page, 'From source to won', /^Unknown → Won, 4,238/, won.length);
    await rowsBehind(page, 'From source to won', /^Not won, 2,473/, lost.length);
  }, 120_000);
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function dayOf(day: string): string {
  const [year, month, date] = day.split('-');
  return `${Number(date)} ${months[Number(month) - 1]} ${year}`;
}
