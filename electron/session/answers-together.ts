import type { MetricAsk, RememberedAnswer, TextAnswer, ToldAnswer } from '../contract';
import type { Answer } from '../model/question';
import { cellOf } from '../model/table';

/** How long an answer waits for others that are nearly there, in milliseconds; the last of those asked does not wait. */
const gather = 15;

/** Most cells of an answer that goes as text, and of one that goes unasked. */
const mostCells = 10_000;
const mostUnasked = 1_000;

type Total = Answer & { readonly total: number };
type Problem = Extract<ToldAnswer, { problem: unknown }>['problem'];

/**
 * Many questions asked at once, answered as text some at a time: a call of its own with a table of its own takes far longer than most answers of a dashboard themselves.
 * What was asked at once is known by the name the asker gave it, under which some of it can be taken back.
 */
export class AnswersTogether {
  private readonly running = new Map<string, readonly AbortController[]>();

  constructor(
    private readonly answer: (asked: MetricAsk, signal: AbortSignal) => Promise<Total>,
    private readonly problemIn: (error: unknown) => Problem,
  ) {}

  /** What becomes of each question; nothing of those taken back. Ends with the last, and when the signal is aborted. */
  async *tell(
    batch: string,
    asked: readonly MetricAsk[],
    signal?: AbortSignal,
  ): AsyncGenerator<readonly ToldAnswer[], void> {
    const stops = asked.map(() => new AbortController());
    const stop = (): void => stops.forEach((each) => each.abort());
    const told = new Told(asked.length);
    this.running.set(batch, stops);
    signal?.addEventListener('abort', stop, { once: true });
    if (signal?.aborted) stop();
    asked.forEach((each, at) => void this.one(each, at, stops[at]?.signal ?? AbortSignal.abort()).then(told.take));
    try {
      for (let some = await told.next(); some.length > 0; some = await told.next()) yield some;
    } finally {
      signal?.removeEventListener('abort', stop);
      this.running.delete(batch);
      stop();
    }
  }

  /** Gives up those of a batch at these places. */
  withdraw(batch: string, places: readonly number[]): void {
    const stops = this.running.get(batch);
    for (const at of places) stops?.[at]?.abort();
  }

  private async one(asked: MetricAsk, at: number, signal: AbortSignal): Promise<ToldAnswer | null> {
    try {
      const text = textOf(await this.answer(asked, signal));
      return text === null ? { at, alone: true } : { at, text };
    } catch (error) {
      return signal.aborted ? null : { at, problem: this.problemIn(error) };
    }
  }
}

/** What was told and not yet taken further. */
class Told {
  private some: ToldAnswer[] = [];
  private wake = (): void => {};

  constructor(private left: number) {}

  readonly take = (each: ToldAnswer | null): void => {
    this.left--;
    if (each) this.some.push(each);
    if (each || this.left === 0) this.wake();
  };

  /** All there are once one is there and others have had a moment; none after the last. */
  async next(): Promise<readonly ToldAnswer[]> {
    if (this.some.length === 0 && this.left > 0) await new Promise<void>((resolve) => (this.wake = resolve));
    if (this.left > 0) await this.moment();
    return this.some.splice(0);
  }

  private moment(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, gather);
      this.wake = () => {
        if (this.left > 0) return;
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

/** Answers as they go unasked to a page that opens their workspace; long ones stay. */
export function remembering(answers: ReadonlyMap<string, Answer>): readonly RememberedAnswer[] {
  return [...answers].flatMap(([key, answer]) => {
    const { table } = answer;
    const text = table.length * table.columns.length > mostUnasked ? null : textOf({ ...answer, total: table.length });
    return text === null ? [] : [{ key, text }];
  });
}

/** An answer as text; null for a long one, and for one that would not come back from text as what it is. */
export function textOf({ table, sql: _, ...frame }: Total): string | null {
  if (table.length * table.columns.length > mostCells) return null;
  const cells = table.columns.map((column) => Array.from({ length: table.length }, (_, row) => cellOf(column, row)));
  const { extra, homogeneity } = frame;
  if (![cells, extra, homogeneity].every(goesAsText)) return null;
  const whole: TextAnswer = { ...frame, cells };
  return JSON.stringify(whole);
}

function goesAsText(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return typeof value !== 'bigint';
  if (Array.isArray(value)) return value.every(goesAsText);
  return Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(goesAsText);
}
