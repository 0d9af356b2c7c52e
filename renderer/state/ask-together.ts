/** Questions asked in one moment go to the engine in one message, and their answers come some at a time: a message for each would take longer than most answers. */
import type { AnswerMessage, MetricAsk, TextAnswer, ToldAnswer } from '../../electron/contract';
import type { Cell } from '../../electron/model/table';
import type { Engine, Grid, Row } from '../engine';
import { ask } from '../engine';
import { gridOf } from '../grid';

/** A metric's answer with its table as rows. */
export interface MetricAnswer extends Omit<AnswerMessage, 'arrow'> {
  readonly grid: Grid;
}

interface Waiting {
  readonly asked: MetricAsk;
  readonly signal: AbortSignal;
  readonly resolve: (answer: MetricAnswer) => void;
  readonly reject: (error: unknown) => void;
}

let gathered: Waiting[] = [];

/** The engine's answer, asked for with all else that is asked for in this moment. Rejects as `ask` does. */
export function answerTo(asked: MetricAsk, signal: AbortSignal): Promise<MetricAnswer> {
  return new Promise((resolve, reject) => {
    if (gathered.length === 0) queueMicrotask(askGathered);
    gathered.push({ asked, signal, resolve, reject });
  });
}

/** Asks at once what was gathered so far. */
export function askGathered(): void {
  const all = gathered.filter(({ signal, reject }) => !signal.aborted || reject(signal.reason));
  gathered = [];
  if (all.length > 0) void new Batch(all).ask();
}

/** A refusal as the engine tells it in a stream. */
class Refused extends Error {
  override readonly name = 'Refused';

  constructor(
    readonly code: string,
    readonly data: unknown,
  ) {
    super(`${code} ${JSON.stringify(data)}`);
  }
}

/** What was asked in one message. */
class Batch {
  private readonly name = crypto.randomUUID();
  private readonly stop = new AbortController();
  private readonly open: Map<number, Waiting>;
  private left: number[] = [];

  constructor(private readonly all: readonly Waiting[]) {
    this.open = new Map(all.entries());
  }

  async ask(): Promise<void> {
    for (const [at, { signal }] of this.all.entries())
      signal.addEventListener('abort', () => this.leave(at), { once: true });
    const fault = await ask((engine, signal) => this.hear(engine, signal), this.stop.signal).then(
      () => new Error('a question was left unanswered'),
      (error: unknown) => error,
    );
    for (const { reject } of this.open.values()) reject(fault);
    this.open.clear();
  }

  private async hear(engine: Engine, signal: AbortSignal): Promise<void> {
    const asked = this.all.map((each) => each.asked);
    for await (const some of await engine.metrics.answers({ batch: this.name, asked }, { signal }))
      for (const told of some) this.take(told);
  }

  private take(told: ToldAnswer): void {
    const waiting = this.open.get(told.at);
    this.open.delete(told.at);
    if (!waiting) return;
    if ('text' in told) waiting.resolve(answerOf(told.text));
    else if ('problem' in told) waiting.reject(new Refused(told.problem.code, told.problem.args));
    else askAlone(waiting);
  }

  // Those given up in one moment are told in one message; with the last of them the whole.
  private leave(at: number): void {
    const waiting = this.open.get(at);
    if (!waiting) return;
    this.open.delete(at);
    waiting.reject(waiting.signal.reason);
    if (this.left.push(at) === 1) queueMicrotask(() => this.tellLeft());
  }

  private tellLeft(): void {
    const places = this.left;
    this.left = [];
    if (this.open.size === 0) return this.stop.abort();
    ask((engine) => engine.metrics.withdraw({ batch: this.name, places })).catch(() => undefined);
  }
}

function askAlone({ asked, signal, resolve, reject }: Waiting): void {
  ask((engine, either) => engine.metrics.answer(asked, { signal: either }), signal).then(
    ({ arrow, ...frame }) => resolve({ ...frame, grid: gridOf(arrow) }),
    reject,
  );
}

/** An answer from its text. */
export function answerOf(text: string): MetricAnswer {
  const { cells, ...frame } = JSON.parse(text) as TextAnswer;
  return { ...frame, grid: { columns: frame.columns, rows: rowsOf(frame.columns, cells) } };
}

function rowsOf(columns: Grid['columns'], cells: TextAnswer['cells']): readonly Row[] {
  return Array.from({ length: cells[0]?.length ?? 0 }, (_, at) => {
    const row: Record<string, Cell> = {};
    columns.forEach(({ name }, i) => (row[name] = cells[i]?.[at] ?? null));
    return row;
  });
}
