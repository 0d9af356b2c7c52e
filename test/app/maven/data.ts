import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { mavenRecords } from '../../maven';
import { cellsOf, closeAll, goTo, headline, load, patience } from '../hands';
import { count, deals, lost, published } from './facts';

/** What a person does with the export's own files: what is asked at the load, what is lacking, what the workspace decides, and queries of their own. */
export function dataStories(window: () => Page): void {
  it('offers GTXPro as GTX Pro, and joins nothing that nobody agreed to', async () => {
    const page = window();
    await page.getByText('Is “GTXPro” the same as another?').waitFor(patience);
    await page.getByText('in sales_pipeline.csv').first().waitFor(patience);
    await load(page);
    const joined =
      "select count(*) filter (products.product_id is not null) as joined, count(*) as n from opportunities left join products using (product_id) where opportunities.product_id = 'GTXPro'";
    expect(await answerOf(page, 'joined', joined)).toEqual([['0', '1,480']]);
  }, 180_000);

  it('SQL holds the published deals by stage and by manager, and the published money', async () => {
    const page = window();
    const byStage = 'select stage, count(*) as n from opportunities group by stage order by stage';
    expect(await answerOf(page, 'stage', byStage)).toEqual(
      Object.entries(published().computed.by_stage)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([stage, n]) => [stage, count(n)]),
    );
    const byManager =
      "select team_id as manager, count(*) filter (stage = 'Won') as won, count(*) filter (stage = 'Lost') as lost from opportunities join reps on reps.rep_id = owner_id group by team_id order by team_id";
    expect(await answerOf(page, 'manager', byManager)).toEqual(
      Object.entries(published().published.managers)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, of]) => [name, String(of.won), String(of.lost)]),
    );
    const money = "select sum(amount)::double as money from opportunities where stage = 'Won'";
    expect(await answerOf(page, 'money', money)).toEqual([[count(published().computed.won_revenue)]]);
  }, 180_000);

  it('Import lists each file with the rows it holds', async () => {
    const page = window();
    await goTo(page, 'Data', 'Import');
    const rows = page.getByRole('grid', { name: 'Sources' }).getByRole('row');
    await rows.nth(4).waitFor(patience);
    const files = ['accounts.csv', 'products.csv', 'sales_teams.csv', 'sales_pipeline.csv'];
    expect((await cellsOf(rows)).map((cells) => [cells[0], cells[2]])).toEqual(
      files.map((name) => [name, count(mavenRecords(name).length)]),
    );
  }, 90_000);

  it('Checks count what is lacking, and the rows behind a count are as many', async () => {
    const page = window();
    await goTo(page, 'Data', 'Checks');
    const found = {
      'Deals without a date of creation': deals.filter(({ began }) => began === '').length,
      'Deals without a customer': deals.filter(({ account }) => account === '').length,
      'Lost deals without a reason': lost.length,
    };
    for (const [what, n] of Object.entries(found))
      await page.getByRole('button', { name: new RegExp(`^${count(n)} rows: ${what}`) }).waitFor(patience);
    await page.getByRole('button', { name: /rows: Deals without a date of creation/ }).click(patience);
    const list = page.getByRole('dialog').getByRole('grid');
    await expect
      .poll(() => list.getAttribute('aria-rowcount'), patience)
      .toBe(String(found['Deals without a date of creation'] + 1));
    await closeAll(page);
  }, 90_000);

  it('Settings: another fiscal year names the quarters anew, and undo names them as before', async () => {
    const page = window();
    await goTo(page, 'Data', 'Settings');
    await page.getByRole('button', { name: /First month of the fiscal year$/ }).click(patience);
    await page.getByRole('option', { name: 'April' }).click(patience);
    // From April, October to December is the third quarter of the year that ends in March 2018.
    await goTo(page, 'Overview');
    await headline(page, /no clear change from Q2/);
    await page.keyboard.press('Control+z');
    await goTo(page, 'Overview');
    await headline(page, /^Bookings reached \$2\.8M\. Win rate 60\.3%, no clear change from Q3 \(61\.4%\)\.$/);
  }, 90_000);

  it('People & programme holds the 35 people of the export', async () => {
    const page = window();
    await goTo(page, 'Data', 'People & programme');
    const grid = page.getByRole('grid', { name: 'Reps' });
    await grid.getByText('Zane Levy').first().waitFor(patience);
    const names = (await cellsOf(grid.getByRole('row'))).map(([name]) => name ?? '').filter((name) => name !== '');
    const team = mavenRecords('sales_teams.csv').map((row) => row['sales_agent'] ?? '');
    expect(names).toEqual(team.sort((a, b) => a.localeCompare(b)));
  }, 90_000);
}

/** Cells of a query's result as the SQL view shows them; `head` is the name of its first column, which no query before had. */
async function answerOf(page: Page, head: string, text: string): Promise<string[][]> {
  await goTo(page, 'Data', 'SQL');
  await page.getByRole('textbox', { name: 'SQL editor' }).click(patience);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(text);
  await page.keyboard.press('ControlOrMeta+Enter');
  const result = page.locator('.sql-result');
  await result.getByRole('columnheader', { name: head, exact: true }).waitFor(patience);
  return cellsOf(result.getByRole('row'));
}
