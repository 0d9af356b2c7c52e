// Every place of the workbench on the sample, in one start of the real program: what each says, and one step that a manager would take.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { committedSample, rowsOf } from '../samples/read-sample';
import { closeAll, patience } from './hands';
import { appFolder } from './harness';
import type { LaunchedApp } from './harness';
import { launchWithSample } from './sample';
import { saveSlides } from './slides';

let launched: LaunchedApp;

beforeAll(async () => {
  launched = await launchWithSample();
}, 180_000);

afterAll(() => launched.close());

/** Goes to a place and gives its headline once nothing is waited for. */
async function visit(place: string): Promise<string> {
  const { page } = launched;
  await page.locator(`.rail-entry[data-place="${place}"]`).click();
  const head = page.locator(`.view.${place} h1`);
  await head.waitFor({ timeout: 60_000 });
  return head.innerText();
}

/** Rows of a list that are in sight whole. */
function rowsInSight(list: string): Promise<number> {
  return launched.page
    .getByRole('grid', { name: list })
    .locator('.table-body > [role="row"]')
    .evaluateAll((rows) => rows.filter((row) => row.getBoundingClientRect().bottom <= innerHeight - 28).length);
}

/** Lists and pictures that have to be scrolled sideways, by name. */
function scrolledSideways(): Promise<string[]> {
  return launched.page
    .locator('.table-scroll, .picture-scroll, .sql-tables')
    .evaluateAll((places) =>
      places
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
        .map((place) => place.getAttribute('aria-label') ?? 'a picture'),
    );
}

describe('on the sample', () => {
  it('retention names who left without a word, and its list adds up to what the headline says', async () => {
    expect(await visit('retention')).toMatch(/^\d+ of \d+ who have likely left said nothing\./);
    await launched.page.getByText(/ shown: RM /).waitFor({ timeout: 60_000 });
    await launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1440, 900));
    await launched.page.waitForFunction(() => innerWidth === 1440);
    await expect.poll(() => rowsInSight('Quiet customers')).toBeGreaterThanOrEqual(7);
    await launched.screenshot('retention');
  }, 90_000);

  it('the pipeline’s bars lead to their deals', async () => {
    expect(await visit('pipeline')).toContain('was open at the start');
    await launched.page.getByRole('heading', { name: 'New' }).waitFor({ timeout: 60_000 });
    await launched.page.getByRole('grid', { name: 'New' }).getByRole('row').nth(5).waitFor({ timeout: 60_000 });
    expect(await scrolledSideways()).toEqual([]);
    await launched.screenshot('pipeline');
  }, 90_000);

  it('a journey’s rows stand in sight beside what it says', async () => {
    await visit('funnel');
    const { page } = launched;
    await page.locator('.view-tabs').getByRole('button', { name: 'Journey' }).click();
    await page.getByRole('grid', { name: 'Reached: Won' }).getByRole('row').nth(5).waitFor({ timeout: 60_000 });
    expect(await scrolledSideways()).toEqual([]);
  }, 90_000);

  it('in the smallest window the sources and the tables for SQL stand in sight', async () => {
    const { app, page } = launched;
    const sized = (width: number, height: number) =>
      app.evaluate(
        ({ BrowserWindow }, [x = 0, y = 0]) => BrowserWindow.getAllWindows()[0]?.setContentSize(x, y),
        [width, height],
      );
    await sized(1024, 700);
    await page.waitForFunction(() => innerWidth === 1024);
    await page.locator('.rail-entry[data-place="import"]').click();
    await page.getByRole('grid', { name: 'Sources' }).getByRole('row').nth(5).waitFor();
    expect(await scrolledSideways()).toEqual([]);
    await page.locator('.tabs').getByRole('button', { name: 'SQL' }).click();
    await page.locator('.sql-tables summary').nth(5).waitFor();
    expect(await scrolledSideways()).toEqual([]);
    await sized(1440, 900);
    await page.waitForFunction(() => innerWidth === 1440);
  }, 90_000);

  it('the sources hold each record of their files once, and the rows behind a check number what it says', async () => {
    const { page } = launched;
    const { files } = committedSample();
    const ids = (file: string, id: string) => new Set(rowsOf(files, file).map((row) => row[id])).size;
    await page.locator('.rail-entry[data-place="import"]').click();
    const sources = page.getByRole('grid', { name: 'Sources' });
    for (const [file, id] of [
      ['accounts.csv', 'account_id'],
      ['cases.csv', 'case_id'],
    ] as const) {
      const cells = sources.getByRole('row').filter({ hasText: file }).getByRole('gridcell');
      await cells.getByText(ids(file, id).toLocaleString('en'), { exact: true }).waitFor(patience);
    }
    const unowned = rowsOf(files, 'opportunities.csv').filter((row) => row['owner_id'] === '');
    const n = new Set(unowned.map((row) => row['opportunity_id'])).size;
    await page.locator('.tabs').getByRole('button', { name: 'Checks' }).click();
    await page.getByRole('button', { name: `${n} rows: Deals without an owner` }).click(patience);
    const list = page.getByRole('dialog').getByRole('grid');
    await expect.poll(() => list.getAttribute('aria-rowcount'), patience).toBe(String(n + 1));
    await closeAll(page);
  }, 90_000);

  it('a customer has a page of its own', async () => {
    expect(await visit('customers')).toMatch(/Nobody spoke lately with \d+ of \d+ active customers/);
    await launched.page.getByRole('region', { name: 'Customers' }).getByRole('row').nth(1).dblclick();
    await launched.page.getByText('What happened').waitFor({ timeout: 60_000 });
    await launched.screenshot('customer');
    await launched.page.getByRole('button', { name: 'All customers' }).click();
  }, 90_000);

  it('skills name the planted gap, who could help, and follow the arrow keys', async () => {
    await visit('reps');
    const { page } = launched;
    await page.locator('.view-tabs').getByRole('button', { name: 'Skills' }).click();
    const head = page.locator('.view.skills h1');
    await head.waitFor({ timeout: 60_000 });
    expect(await head.innerText()).toMatch(
      /^\d+ people have a gap with enough evidence\.\s+Closing all of them is worth/,
    );
    const side = page.getByRole('group', { name: 'The chosen cell' });
    await side.getByRole('heading', { name: 'Farid Iskandar bin Jamal · Close' }).waitFor();
    await side.getByText(/senior, 8 years here, mentors \d of 2/).waitFor({ timeout: 60_000 });
    await side.getByText(/^Below most peers in 3 of 4 quarters/).waitFor({ timeout: 60_000 });
    await launched.screenshot('skills');
    await page.getByRole('application', { name: 'People and skills, Account executive' }).focus();
    await page.keyboard.press('ArrowDown');
    await side.getByRole('heading', { name: 'Grace Yeoh Pei San · Close' }).waitFor();
    await page.keyboard.press('ArrowRight');
    await side.getByRole('heading', { name: 'Grace Yeoh Pei San · Deal value' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('61 rows behind the mark').first().waitFor({ timeout: 60_000 });
    await page.keyboard.press('Escape');
  }, 120_000);

  it('a picture that fills its place gives back what its table took', async () => {
    await visit('funnel');
    const { page } = launched;
    const picture = page.locator('.time-picture');
    const height = async (): Promise<number> => (await picture.boundingBox())?.height ?? 0;
    await picture.locator('.chart').waitFor({ timeout: 60_000 });
    const before = await height();
    expect(before).toBeGreaterThan(100);
    await page.keyboard.press('t');
    await picture.locator('.twin').waitFor();
    await page.keyboard.press('t');
    await picture.locator('.chart').waitFor();
    await expect.poll(height).toBe(before);
  }, 90_000);

  it('economics says what a win costs, and the rows behind a bar number its conversions', async () => {
    await visit('funnel');
    const { page } = launched;
    await page.locator('.view-tabs').getByRole('button', { name: 'Economics' }).click();
    const head = page.locator('.view.economics h1, .view h1').first();
    await expect.poll(() => head.innerText(), { timeout: 60_000 }).toMatch(/^One win costs RM /);
    const bars = page.getByRole('application', { name: 'Cost of reaching each step' });
    await bars.focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.getByText(/^\d[\d,]* rows behind the mark$/).waitFor({ timeout: 60_000 });
    await page.keyboard.press('Escape');
  }, 90_000);

  it('a rate side by side opens what it was counted from', async () => {
    await visit('reps');
    const { page } = launched;
    await page.locator('.measure-value button').first().click({ timeout: 60_000 });
    const panel = page.getByRole('dialog', { name: 'Rate, crude and adjusted for the mix' });
    await panel.getByText('Expected', { exact: true }).waitFor({ timeout: 60_000 });
    const counted = panel.locator('dd button').nth(1);
    const n = await counted.innerText();
    await counted.click();
    await page.getByText(`${n} rows behind the mark`).waitFor({ timeout: 60_000 });
    const closed = async (): Promise<boolean> => {
      await page.keyboard.press('Escape');
      return (await page.getByRole('dialog').count()) === 0;
    };
    await expect.poll(closed, { timeout: 60_000 }).toBe(true);
  }, 90_000);

  it('segments stand side by side, and a bar of the funnel opens the journeys it counts', async () => {
    await visit('reps');
    const { page } = launched;
    await page.getByRole('radio', { name: 'Segments' }).click();
    await page.locator('.person', { hasText: 'School' }).waitFor({ timeout: 60_000 });
    await page.locator('.measures .verdict').nth(5).waitFor({ timeout: 60_000 });
    await visit('funnel');
    await page.locator('.view-tabs').getByRole('button', { name: 'Conversion' }).click();
    const bars = page.getByRole('application', { name: 'Journeys that reached the step' });
    await bars.focus();
    await page.keyboard.press('Home');
    const told = (await page.locator('.chart-here').getAttribute('aria-label')) ?? '';
    await page.keyboard.press('Enter');
    const counted = /^[^,]+, ([\d,]+)/.exec(told)?.[1]?.replace(/,$/, '') ?? '';
    await page.getByText(`${counted} rows behind the mark`).waitFor({ timeout: 60_000 });
    await page.keyboard.press('Escape');
  }, 120_000);

  it('what a query gives is drawn, and stands in the review', async () => {
    const { page } = launched;
    await page.locator('.rail-entry[data-place="import"]').click();
    await page.locator('.tabs').getByRole('button', { name: 'SQL' }).click();
    await page.getByRole('textbox', { name: 'SQL editor' }).click();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText('select team_id, count(*) as people from reps group by all order by 1');
    await page.keyboard.press('ControlOrMeta+Enter');
    await page.getByRole('radio', { name: 'Chart' }).click({ timeout: 60_000 });
    await page.getByRole('application', { name: 'people by team_id' }).waitFor({ timeout: 60_000 });
    await page.locator('.sql-result').getByRole('button', { name: 'Add to the review' }).click();
    const slides = page.getByRole('list', { name: 'Slides' }).getByRole('listitem');
    await slides.filter({ hasText: /^\d+\s*A query: \d+ rows\./ }).waitFor({ timeout: 120_000 });
    await page.keyboard.press('Control+z');
  }, 180_000);

  it('growth says how many came by recommendation', async () => {
    expect(await visit('growth')).toMatch(/% of new customers came by recommendation/);
    await launched.screenshot('growth');
  }, 90_000);

  it('a manager goes from what is lost to a person, to what closing a gap is worth and who could help, to saved slides', async () => {
    const { page } = launched;
    await visit('funnel');
    await page.getByText('Not reached', { exact: true }).click();
    // The rows of the side before stand there, dimmed, until those of this one are read.
    const lost = page.locator('.behind:not(.stale)').getByRole('grid', { name: /judged, did not reach won$/ });
    await lost
      .getByRole('row')
      .nth(1)
      .click({ button: 'right', ...patience });
    await page.getByRole('menuitem', { name: 'Open the role card' }).click(patience);
    await page.locator('.view.role-card h1').waitFor(patience);
    await launched.screenshot('role-card');
    await page.locator('.view-tabs').getByRole('button', { name: 'Skills' }).click();
    const side = page.getByRole('group', { name: 'The chosen cell' });
    const who = (await side.getByRole('heading', { level: 2 }).first().innerText(patience)).split(' · ')[0] ?? '';
    const worth = side.getByRole('region', { name: 'What closing is worth' });
    await worth
      .getByText(/RM [\d.,]+/)
      .first()
      .waitFor(patience);
    const help = side.getByRole('region', { name: 'Who could help' });
    await help.getByText(/mentors \d of 2/).waitFor(patience);
    await page.getByRole('application', { name: 'People and skills, Account executive' }).focus();
    await page.keyboard.press('r');
    const slides = page.getByRole('list', { name: 'Slides' }).getByRole('listitem');
    await slides.first().waitFor(patience);
    const added = slides.filter({ has: page.locator('[aria-current="true"]') });
    await added.getByText(/gap/).waitFor(patience);
    const folder = mkdtempSync(join(tmpdir(), 'quarterdeck-told-'));
    const told = await saveSlides(launched.app, page, join(folder, 'told.pptx'));
    rmSync(folder, { recursive: true });
    // What is put on slides names the person whose gap it is, by the sign of a gap.
    const gaps = told.find((text) => /^\d+ gaps stand out from chance/m.test(text)) ?? '';
    expect(gaps).toMatch(new RegExp(`^${who}\n[^A-Za-z]*▼`, 'm'));
    await launched.screenshot('slide-of-skills');
  }, 180_000);
});

it('a folder that is a workspace is opened when it is dropped, whatever its name', async () => {
  const { page, userData } = launched;
  const team = join(userData, 'Team');
  const rates = join(appFolder, 'samples/fx_rates.csv');
  execFileSync(process.execPath, [join(appFolder, 'dist/cli/cli.cjs'), 'import', rates, '--workspace', team]);
  const cdp = await page.context().newCDPSession(page);
  const data = { items: [], files: [team], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await cdp.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
  const opened = (): Promise<string | null> => page.evaluate(() => window.quarterdeck.openWorkspace());
  await expect.poll(opened, { timeout: 60_000 }).toBe(team);
  expect(readdirSync(join(team, 'incoming'))).toEqual([]);
}, 90_000);
