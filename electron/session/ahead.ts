import { metricOf } from '../analytics';
import type { LaterTable } from '../model/derived';
import { laterSql } from '../model/derived';
import { pause } from '../model/pause';
import type { Ground } from './answer';
import { isAsked, periodsAhead, readBoards } from './boards';
import { makeLater } from './derive';

/** What the first screen shows, its charts first. */
const firstScreen = [
  'logo-retention',
  'revenue-retention',
  'silent-churn',
  'ageing',
  'touch-coverage',
  'pipeline-coverage',
  'money-left',
  'conversation-conversion',
  'win-rate',
  'cycle-length',
  'bookings',
];

/** How long nothing may have been asked before work goes on, in milliseconds. */
const usualQuiet = 1000;

/** How often the making of one table is broken off for a question. */
const patience = 2;

interface Work {
  making: LaterTable | null;
  abort: AbortController;
  patience: number;
  askedAt: number;
}

const works = new WeakMap<Ground, Work>();

/**
 * Makes what the first screen would wait for before anybody asks: one table at a time, then its boards, then what these keep of the periods a person is offered, whenever nothing is asked.
 * Ends when it is stopped, and at the first thing that cannot be made: whoever asks for that is told why.
 */
export async function getReady(ground: Ground, stop: AbortSignal, quiet = usualQuiet): Promise<void> {
  if (ground.asOf === null) return;
  // Whoever opens a workspace is about to ask.
  const work: Work = { making: null, abort: new AbortController(), patience, askedAt: performance.now() };
  works.set(ground, work);
  const metrics = firstScreen.map(metricOf);
  try {
    for (const { name } of laterSql(metrics.flatMap(({ uses }) => uses))) await make(ground, work, name, stop, quiet);
    if (await isQuiet(ground, work, stop, quiet)) await readBoards(ground, metrics);
    for (const metric of metrics)
      for (const _ of periodsAhead(ground, metric)) {
        await pause();
        if (!(await isQuiet(ground, work, stop, quiet))) return;
      }
  } catch {
    // Nothing was promised.
  } finally {
    works.delete(ground);
  }
}

async function make(ground: Ground, work: Work, name: LaterTable, stop: AbortSignal, quiet: number): Promise<void> {
  work.patience = patience;
  for (;;) {
    if (!(await isQuiet(ground, work, stop, quiet))) throw new Error('stopped');
    work.abort = new AbortController();
    const { signal } = work.abort;
    work.making = name;
    try {
      return await makeLater(ground, [name], AbortSignal.any([signal, stop]));
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      work.making = null;
    }
  }
}

/** Takes note that something was asked, were it only what is answered already: the page has to be drawn from it, which is work as well. */
export function heed(ground: Ground): void {
  const work = works.get(ground);
  if (work) work.askedAt = performance.now();
}

/** A question that needs these tables comes first: what is made meanwhile is broken off, unless it is one of them, or was broken off often enough. */
export function giveWay(ground: Ground, names: readonly LaterTable[]): void {
  const work = works.get(ground);
  if (!work) return;
  heed(ground);
  if (work.making === null || work.patience === 0) return;
  if (laterSql(names).some(({ name }) => name === work.making)) return;
  work.patience--;
  work.abort.abort();
}

// True once nothing has been asked for a while, false when stopped.
async function isQuiet(ground: Ground, work: Work, stop: AbortSignal, quiet: number): Promise<boolean> {
  while (!stop.aborted && (isAsked(ground) || performance.now() - work.askedAt < quiet))
    await new Promise((resolve) => setTimeout(resolve, Math.max(1, quiet / 4)).unref());
  return !stop.aborted;
}
