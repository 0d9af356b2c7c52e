// Team on the sample, in one start of the real program: what was planted in it is told, what was missed is work that can be done at once, and a thank-you counts at once.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { committedSample } from '../samples/read-sample';
import { pasteRows, patience } from './hands';
import type { LaunchedApp } from './harness';
import { launchWithSample } from './sample';

const { truth } = committedSample();
const nameOf = (id: string | undefined): string => truth.reps.find(({ rep_id }) => rep_id === id)?.name ?? '';

let launched: LaunchedApp;

beforeAll(async () => {
  launched = await launchWithSample();
  await launched.page.locator('.rail-entry[data-place="seats"]').click();
}, 180_000);

afterAll(() => launched.close());

/** Texts of a list once it is there. */
async function linesOf(name: string): Promise<readonly string[]> {
  const list = launched.page.getByRole('list', { name, exact: true });
  await list.getByRole('listitem').first().waitFor(patience);
  return list.getByRole('listitem').allInnerTexts();
}

describe('on the sample', () => {
  it('seats tell everybody’s standing by name, and judge nobody who has just begun', async () => {
    const { page } = launched;
    await page.getByRole('heading', { level: 1, name: /another seat/ }).waitFor(patience);
    const standings = await linesOf('The same in words, Account executive');
    const people = truth.reps.filter(({ role }) => role === 'ae').map(({ name }) => name);
    expect(standings).toHaveLength(people.length);
    const [fresh] = truth.in_ramp;
    const at = people.sort((a, b) => a.localeCompare(b)).indexOf(nameOf(fresh?.rep_id));
    expect(standings[at]).toBe('In the first months, not judged');
    const months = await linesOf('First months');
    expect(months.some((line) => line.includes(nameOf(fresh?.rep_id)))).toBe(true);
    await launched.screenshot('team-seats');
  }, 120_000);

  it('training tells what works from what does nothing', async () => {
    const { page } = launched;
    await page.getByRole('navigation', { name: 'Team' }).getByText('Training').click(patience);
    const said = await linesOf('What training changed, in words');
    const named = [...truth.programmes].sort((a, b) => a.programme.localeCompare(b.programme));
    expect(said).toHaveLength(named.length);
    const nothing = named.findIndex(({ logit_shift }) => logit_shift === 0);
    expect(said[nothing]).toContain('no effect seen');
    expect(said.filter((line) => line.includes('raised')).length).toBeGreaterThan(0);
    said.forEach((line, i) => {
      if (line.includes('raised')) expect(named[i]?.logit_shift, line).toBeGreaterThan(0);
    });
    await launched.screenshot('team-training');
  }, 120_000);

  it('coverage names who was passed over, and whose training is missing', async () => {
    const { page } = launched;
    await page.getByRole('navigation', { name: 'Team' }).getByText('Coverage').click(patience);
    const people = await linesOf('People');
    for (const id of truth.passed_over) {
      const line = people.find((text) => text.startsWith(nameOf(id)));
      expect(line, id).toContain('training, coaching and recognition');
    }
    expect(people.find((text) => text.startsWith(nameOf(truth.never_recognised)))).toContain('recognition');
    const { rep, programme } = truth.missing_programme;
    const team = await linesOf('Skills and programmes');
    expect(team.find((text) => text.startsWith(`${programme} is required`))).toContain(nameOf(rep));
    await launched.screenshot('team-coverage');
  }, 120_000);

  it('a coaching that was given is recorded, and undo takes it back', async () => {
    const { page } = launched;
    const name = nameOf(truth.passed_over[0]);
    const line = page
      .getByRole('list', { name: 'People', exact: true })
      .getByRole('listitem')
      .filter({ hasText: name });
    await line.getByRole('button', { name: `Record for ${name}` }).click(patience);
    await page.getByRole('dialog').getByRole('radio', { name: 'Coaching' }).click(patience);
    await page.getByRole('dialog').getByRole('button', { name: 'Record', exact: true }).click(patience);
    await line.getByText('Without training and recognition').waitFor(patience);
    await page.getByRole('button', { name: 'Undo' }).click(patience);
    await line.getByText('Without training, coaching and recognition').waitFor(patience);
  }, 120_000);

  it('the plan that pays the top alone is named, and another plan is paid for the same people', async () => {
    const { page } = launched;
    await page.getByRole('button', { name: 'Targets & incentives', exact: true }).click(patience);
    const [top] = [...truth.incentives].sort((a, b) => b.top20_share - a.top20_share);
    const head = page.locator('.view.targets h1');
    await head.waitFor(patience);
    expect(await head.innerText()).toContain(`${top?.name ?? ''} paid the top alone`);
    const step = page.getByRole('list', { name: 'Another plan' }).getByRole('listitem').first();
    await step.getByRole('textbox', { name: 'once' }).fill('1000');
    await step.getByRole('textbox', { name: 'once' }).press('Enter');
    await page.getByText(/^[1-9]\d* would get more, 0 less, \d+ the same$/).waitFor(patience);
    await launched.screenshot('team-targets');
    await page.getByRole('button', { name: 'Undo' }).click(patience);
    await page.getByText('Change a figure above to see what the plan would pay.').waitFor(patience);
  }, 120_000);

  it('who improved and still missed the target is thanked from the list; it counts at once, and undo takes it back', async () => {
    const { page } = launched;
    await page.getByRole('button', { name: 'Recognition', exact: true }).click(patience);
    const name = nameOf(truth.improved_below_target.rep_id);
    const list = page.getByRole('list', { name: 'Improved, below target' });
    const line = list.getByRole('listitem').filter({ hasText: name }).filter({ hasText: 'Closing' });
    await line.getByText('after Closing with confidence').waitFor(patience);
    const times = page.getByRole('grid', { name: 'Who was thanked when' }).getByRole('row').filter({ hasText: name });
    const before = await times.getByRole('gridcell').nth(1).innerText(patience);
    await line.getByRole('button', { name: `Say thanks to ${name}` }).click(patience);
    await page.getByRole('dialog').getByRole('button', { name: 'Record it' }).click(patience);
    await line.getByText('entered by you').waitFor(patience);
    expect(await times.getByRole('gridcell').nth(1).innerText(patience)).toBe(String(Number(before) + 1));
    await launched.screenshot('team-recognition');
    await page.keyboard.press('Control+z');
    await line.getByText('entered by you').waitFor({ ...patience, state: 'detached' });
    expect(await times.getByRole('gridcell').nth(1).innerText(patience)).toBe(before);
  }, 120_000);

  it('thank-yous pasted from a spreadsheet count once they are used, and undo takes them back', async () => {
    const { app, page } = launched;
    const name = nameOf(truth.never_recognised);
    const times = page.getByRole('grid', { name: 'Who was thanked when' }).getByRole('row').filter({ hasText: name });
    const before = Number(await times.getByRole('gridcell').nth(1).innerText(patience));
    await page.locator('.rail-entry[data-place="import"]').click();
    await page.getByRole('button', { name: 'People & programme', exact: true }).click(patience);
    await page.getByRole('button', { name: 'Recognitions', exact: true }).click(patience);
    const grid = page.getByRole('grid', { name: 'Recognitions' });
    // Its imported rows first, so that the end it is walked to is the end.
    await grid.getByRole('row').nth(5).waitFor(patience);
    await grid.focus();
    for (let i = 0; i < 10; i++) await page.keyboard.press('PageDown');
    await page.keyboard.press('Home');
    await pasteRows(
      app,
      page,
      ['2026-09-25', '2026-09-26'].map((day) => [truth.never_recognised, day, 'mention', '', 'Thanks']),
    );
    // What a busy screen hands over late, when the rows are used already, is used as well.
    const use = page.getByRole('button', { name: 'Use these rows' });
    const used = async (): Promise<boolean> => {
      if (await use.isVisible()) await use.click({ timeout: 5_000 }).catch(() => undefined);
      return page.getByText(/^\d+ entered by you, /).isVisible();
    };
    await expect.poll(used, patience).toBe(true);
    await page.locator('.rail-entry[data-place="seats"]').click();
    await page.getByRole('button', { name: 'Recognition', exact: true }).click(patience);
    await expect.poll(() => times.getByRole('gridcell').nth(1).innerText(patience), patience).toBe(String(before + 2));
    for (let i = 0; i < 3; i++) await page.keyboard.press('Control+z');
    await page.locator('.rail-entry[data-place="seats"]').click();
    await page.getByRole('button', { name: 'Recognition', exact: true }).click(patience);
    await expect.poll(() => times.getByRole('gridcell').nth(1).innerText(patience), patience).toBe(String(before));
  }, 120_000);
});
