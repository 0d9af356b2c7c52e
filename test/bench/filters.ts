/** From a pressed filter to the last chart of the overview painted, in the built program with its own window; and how a burst of presses compares with one. */
import type { ElectronApplication, Page } from 'playwright-core';
import type { LaunchedApp } from '../app/harness';
import { launchApp } from '../app/harness';
import { periodKind } from '../../renderer/i18n/en/frame';
import { sfc32 } from '../../samples/generator/random';
import { openScreen } from './electron';
import type { Figure } from './figure';
import { ratioOf, timesOf } from './figure';
import { isQuiet, watchPage } from './filters/seen';
import type { Ground } from './ground';

const quietMs = 250;
const patience = { timeout: 120_000 };
const dimensions = ['Team', 'Segment', 'Source', 'Region', 'Industry', 'Role'] as const;
const periodKinds = [periodKind.quarter, periodKind.quarters, periodKind.year, periodKind.month];
const burst = 8;

/** What was seen of one change, in milliseconds from the press. */
interface Change {
  readonly painted: number;
  readonly settled: number;
  readonly longest: number;
  readonly sent: number;
  /** True where another period was chosen, for which nothing has been added up yet. */
  readonly isPeriod: boolean;
  /** Processor time of all processes of the program until the page is still again. */
  readonly cpu: number;
}

/** Forty changes a round: periods, values put into a filter or taken out, filters removed; drawn with a fixed seed. */
export async function measureFilters(ground: Ground): Promise<Figure[]> {
  const workspace = await ground.handOver();
  const screen = await openScreen();
  try {
    return await measuredIn(await launchApp({ workspace, env: screen.env }), ground);
  } finally {
    screen.close();
  }
}

async function measuredIn({ app, page }: LaunchedApp, { rounds, scale }: Ground): Promise<Figure[]> {
  try {
    page.setDefaultTimeout(patience.timeout);
    await page.locator('.pillars .picture').first().waitFor(patience);
    await page.evaluate(watchPage);
    const first = await firstChange(app, page);
    await atRest(app);
    const changes = await randomChanges(app, page, rounds * 40);
    const { bursts, singles } = await burstsAndSingles(app, page, rounds * 2);
    return [first, ...figuresOf(changes, bursts, singles, scale === 'L' ? 150 : 100)];
  } finally {
    await app.close();
  }
}

function figuresOf(
  changes: readonly Change[],
  bursts: readonly Change[],
  singles: readonly Change[],
  goal: number,
): Figure[] {
  const painted = changes.map((change) => change.painted);
  const sent = changes.reduce((sum, change) => sum + change.sent, 0) / changes.length;
  const what = `${changes.length} random changes of filter and period on the overview, from the press`;
  const note = `${sent.toFixed(0)} messages to the engine a change`;
  const samples = (all: readonly Change[]) => all.map((change) => ({ ms: change.painted }));
  return [
    ...[false, true].map((isPeriod) =>
      timesOf(
        {
          name: isPeriod ? 'period to charts, median' : 'filter alone to charts, median',
          what: `${what}, those of one kind`,
          goal: null,
        },
        changes.filter((change) => change.isPeriod === isPeriod).map((change) => change.painted),
      ),
    ),
    timesOf({ name: 'filter to charts, median', what: `${what} to the last chart`, goal: null, note }, painted),
    timesOf({ name: 'filter to charts, p95', what: `${what} to the last chart`, goal, share: 0.95 }, painted),
    timesOf(
      { name: 'filter to all settled, p95', what: `${what} to the last change of the page`, goal: null, share: 0.95 },
      changes.map(({ settled }) => settled),
    ),
    timesOf(
      { name: 'filter, processor time', what: `${what}, all processes`, goal: null },
      changes.map(({ cpu }) => cpu),
    ),
    timesOf(
      { name: 'longest task of the page', what: `${what} to the last chart`, goal: 50, share: 1 },
      changes.map(({ longest }) => longest),
    ),
    ratioOf(
      {
        name: 'eight rapid changes',
        what: 'from the last of them to the last chart',
        yardstick: 'a single change',
        goal: 1.5,
      },
      samples(bursts),
      samples(singles),
    ),
  ];
}

// Right after the start nothing is held in memory yet: the statements are asked.
async function firstChange(app: ElectronApplication, page: Page): Promise<Figure> {
  await quiet(page);
  const { painted } = await toggleValue(app, page, 'Team', 0.5);
  const what = 'one change right after the start, from the press to the last chart';
  return timesOf({ name: 'first filter to charts', what, goal: null }, [painted]);
}

/** Waits until what is read ahead of further questions has been read. */
async function atRest(app: ElectronApplication): Promise<void> {
  const busy = async () => {
    const before = await processorTime(app);
    await new Promise((resolve) => setTimeout(resolve, 2000));
    return (await processorTime(app)) - before > 200;
  };
  while (await busy());
}

async function randomChanges(app: ElectronApplication, page: Page, count: number): Promise<Change[]> {
  const uniform = sfc32(20_240_101, 7);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(uniform() * all.length)] ?? (all[0] as T);
  const out: Change[] = [];
  while (out.length < count) {
    const chips = await page.locator('.chip-remove').count();
    const act = uniform();
    if (chips > 0 && (chips > 2 || act < 0.15)) out.push(await removeFilter(app, page, Math.floor(uniform() * chips)));
    else if (act < 0.45) out.push(await choosePeriod(app, page, pick(periodKinds), uniform()));
    else out.push(await toggleValue(app, page, pick(dimensions), uniform()));
  }
  return out;
}

async function removeFilter(app: ElectronApplication, page: Page, at: number): Promise<Change> {
  return seenOf(app, page, () => page.locator('.chip-remove').nth(at).click());
}

async function choosePeriod(app: ElectronApplication, page: Page, kind: string, share: number): Promise<Change> {
  await page.locator('.top-period').click();
  await page.locator('.period-picker').getByRole('radio', { name: kind, exact: true }).click();
  const choices = page.locator('.period-grid button[aria-pressed="false"]');
  await choices.first().waitFor();
  const choice = choices.nth(Math.floor(share * (await choices.count())));
  return { ...(await seenOf(app, page, () => choice.click())), isPeriod: true };
}

async function toggleValue(app: ElectronApplication, page: Page, dimension: string, share: number): Promise<Change> {
  await openValues(page, dimension);
  const options = page.locator('.pick-list [role="option"]');
  const change = await seenOf(app, page, async () =>
    options.nth(Math.floor(share * Math.min(8, await options.count()))).click(),
  );
  await closeValues(page);
  return change;
}

async function openValues(page: Page, dimension: string): Promise<void> {
  await page.locator('.top-filter').click();
  await page.getByRole('option', { name: dimension, exact: true }).click();
  await page.getByRole('listbox', { name: dimension, exact: true }).locator('[role="option"]').first().waitFor();
}

// A press beside the list closes it and does nothing else.
async function closeValues(page: Page): Promise<void> {
  await page.mouse.click(4, 4);
  await page.locator('.filter-dialog').waitFor({ state: 'hidden' });
}

/** A burst puts eight people into the filter, thirty milliseconds apart; the ninth is the single change. */
async function burstsAndSingles(app: ElectronApplication, page: Page, count: number) {
  const [bursts, singles]: [Change[], Change[]] = [[], []];
  for (let at = 0; at < count; at++) {
    while ((await page.locator('.chip-remove').count()) > 0) {
      await page.locator('.chip-remove').first().click();
      await quiet(page);
    }
    await openValues(page, 'Rep');
    const option = (nth: number) => page.locator('.pick-list [role="option"]').nth(nth);
    await quiet(page);
    await option(at).click();
    await quiet(page);
    bursts.push(
      await seenOf(app, page, async () => {
        for (let nth = 1; nth <= burst; nth++) {
          await option(at + nth).click();
          await page.waitForTimeout(30);
        }
      }),
    );
    singles.push(await seenOf(app, page, () => option(at + burst + 1).click()));
    await closeValues(page);
  }
  return { bursts, singles };
}

async function seenOf(app: ElectronApplication, page: Page, act: () => Promise<void>): Promise<Change> {
  await quiet(page);
  await page.evaluate(() => Object.assign(window.seen, { longTasks: [], sent: 0 }));
  const before = await processorTime(app);
  await act();
  await quiet(page);
  const cpu = (await processorTime(app)) - before;
  const seen = await page.evaluate(() => {
    const { pressed, painted, settled, longTasks, sent } = window.seen;
    return {
      painted: Math.max(0, painted - pressed),
      settled: Math.max(0, settled - pressed),
      longest: Math.max(0, ...longTasks),
      sent,
    };
  });
  return { ...seen, cpu, isPeriod: false };
}

async function processorTime(app: ElectronApplication): Promise<number> {
  const seconds = await app.evaluate(({ app: program }) =>
    program.getAppMetrics().reduce((sum, { cpu }) => sum + (cpu.cumulativeCPUUsage ?? NaN), 0),
  );
  return seconds * 1000;
}

async function quiet(page: Page): Promise<void> {
  await page.waitForFunction(isQuiet, quietMs, { ...patience, polling: 50 });
}
