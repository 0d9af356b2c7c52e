// Team on the sample, in the real program: what was planted in it is told, and what was missed is work that can be done at once.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { committedSample } from '../samples/read-sample';
import type { LaunchedApp } from './harness';
import { launchWithSample } from './sample';

// What is waited for may take its time on a busy machine; nothing here measures it.
const patience = { timeout: 60_000 };

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
});
