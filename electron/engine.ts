/** The engine: one session behind a port, one table of calls. Runs as a process of its own, so that what it does can neither freeze nor crash the window. */
import { ORPCError, implement } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import type { SupportedMessagePort } from '@orpc/client/message-port';
import { contract, metricAsk } from './contract';
import type { ToldAnswer } from './contract';
import { isEnteredName } from './model/entered';
import type { EnteredName } from './model/entered';
import { UserError } from './model/errors';
import type { Table } from './model/table';
import { createSession } from './session';
import { AnswersTogether, remembering } from './session/answers-together';
import type { Session } from './session/session';

const coding = () =>
  implement(contract).use(async ({ next }) => {
    try {
      return await next();
    } catch (error) {
      throw coded(error);
    }
  });

/** The contract answered by a session; what a person can mend fails with its code and arguments, all else with `internal`. */
export function callsOf(session: Session) {
  const calls = coding();
  return calls.router({
    engine: { hello: calls.engine.hello.handler(() => session.hello()) },
    workspace: {
      open: calls.workspace.open.handler(async ({ input }) => {
        const state = await session.open(input.folder, input.create);
        return { ...state, remembered: remembering(await session.remembered(state.revision)) };
      }),
      close: calls.workspace.close.handler(() => session.close()),
      state: calls.workspace.state.handler(() => session.state()),
      share: calls.workspace.share.handler(({ input, signal }) =>
        session.share(input.folder, input.mask, input.language, signal),
      ),
      setting: calls.workspace.setting.handler(({ input }) => session.setting(input.key, input.value)),
      view: calls.workspace.view.handler(({ input }) => session.keepView(input.id, input.view)),
      values: calls.workspace.values.handler(({ input, signal }) =>
        session.values(input.dimension, input.search, signal),
      ),
    },
    files: {
      plan: calls.files.plan.handler(async function* ({ input, signal }) {
        try {
          yield* session.plan(input.files, input.map, signal);
        } catch (error) {
          throw coded(error);
        }
      }),
      load: calls.files.load.handler(async function* ({ input, signal }) {
        try {
          yield* session.load(input.files, input.map, signal);
        } catch (error) {
          throw coded(error);
        }
      }),
      undo: calls.files.undo.handler(({ input }) => session.undo(input.importId)),
      forget: calls.files.forget.handler(({ input }) => session.forget(input.importId, input.file)),
      lines: calls.files.lines.handler(({ input, signal }) =>
        session.lines(input.file, input.map, input.outcome, signal),
      ),
    },
    entered: {
      grid: calls.entered.grid.handler(({ input }) => session.entered(typedTable(input.table))),
      save: calls.entered.save.handler(({ input }) => session.saveEntered(typedTable(input.table), input.rows)),
      notes: calls.entered.notes.handler(() => session.notes()),
      note: calls.entered.note.handler(({ input }) => session.saveNote(input.rep, input.note)),
    },
    metrics: metricCalls(calls, session),
    review: reviewCalls(calls, session),
    sql: {
      run: calls.sql.run.handler(async ({ input, signal }) =>
        sent(await session.sql(input.text, input.explain, signal)),
      ),
      tables: calls.sql.tables.handler(() => session.sqlTables()),
      functions: calls.sql.functions.handler(() => session.sqlFunctions()),
    },
  });
}

function metricCalls(calls: ReturnType<typeof coding>, session: Session) {
  const together = new AnswersTogether((asked, signal) => {
    const { metric, question, most } = checked(asked);
    return session.answerMost(metric, question, most, signal);
  }, problemIn);
  return {
    list: calls.metrics.list.handler(() => session.metrics()),
    answer: calls.metrics.answer.handler(async ({ input, signal }) => {
      const { sql: _, ...answer } = await session.answerMost(input.metric, input.question, input.most, signal);
      return sent(answer);
    }),
    statements: calls.metrics.statements.handler(
      async ({ input, signal }) => (await session.answer(input.metric, input.question, signal)).sql,
    ),
    answers: calls.metrics.answers.handler(({ input, signal }) => together.tell(input.batch, input.asked, signal)),
    withdraw: calls.metrics.withdraw.handler(({ input }) => together.withdraw(input.batch, input.places)),
    rows: calls.metrics.rows.handler(async ({ input, signal }) => sent(await session.rows(input, signal))),
  };
}

function reviewCalls(calls: ReturnType<typeof coding>, session: Session) {
  return {
    deck: calls.review.deck.handler(({ input }) => session.deck(input)),
    keep: calls.review.keep.handler(({ input }) => session.keepDeck(input.deck)),
    tell: calls.review.tell.handler(({ input, signal }) =>
      session.showReview(input.deck, input.language, input.mask, signal),
    ),
    versions: calls.review.versions.handler(({ input }) => session.versions(input.template, input.rep)),
    brand: calls.review.brand.handler(({ input }) => session.brand(input.brand, input.file)),
    write: calls.review.write.handler(async ({ input, signal }) => ({
      bytes: await session.writeReview(input.deck, input.language, input, signal),
    })),
  };
}

/** Answers the calls that arrive on this port. */
export function serve(session: Session, port: SupportedMessagePort): void {
  // An empty list lets an answer travel as it is, its bytes in one piece, instead of as JSON text; a buffer in the list would be refused by
  // Electron's port. A stream keeps the text form: that alone tells the page that it is one.
  const handler = new RPCHandler(callsOf(session), {
    experimental_transfer: ([, , payload]) => (payload && 'body' in payload && !isStream(payload.body) ? [] : null),
  });
  handler.upgrade(port);
}

function isStream(body: unknown): boolean {
  return typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
}

function typedTable(name: string): EnteredName {
  if (!isEnteredName(name)) throw new UserError('table_not_typed', { table: name });
  return name;
}

// The writer of Arrow is loaded when first needed: a start is answered as text.
async function sent<T extends { readonly table: Table }>({ table, ...frame }: T) {
  const { arrowOf } = await import('./db/arrow');
  return { ...frame, arrow: arrowOf(table) };
}

function checked(asked: unknown) {
  const { data } = metricAsk.safeParse(asked);
  if (!data) throw new ORPCError('BAD_REQUEST');
  return data;
}

function problemIn(error: unknown): Extract<ToldAnswer, { problem: unknown }>['problem'] {
  const fault = coded(error);
  const code = fault instanceof ORPCError ? String(fault.code) : 'internal';
  return { code, args: error instanceof UserError ? error.args : {} };
}

function coded(error: unknown): Error {
  if (error instanceof ORPCError) return error;
  if (error instanceof UserError) return new ORPCError(error.code, { message: error.code, data: error.args });
  report(error);
  return new ORPCError('internal', { message: 'internal' });
}

// The kind of a fault and where it arose; its message may quote the data.
function report(fault: unknown): void {
  const { name, stack } = fault instanceof Error ? fault : { name: typeof fault, stack: '' };
  const frames = (stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  process.stderr.write(`quarterdeck engine: ${[name, ...frames].join('\n')}\n`);
}

// A workspace that the page will ask for as well; what is wrong with it is said then.
function isOrder(data: unknown): data is { readonly prepare: string } {
  return typeof data === 'object' && data !== null && 'prepare' in data && typeof data.prepare === 'string';
}

function start(port: Electron.ParentPort): void {
  const session = createSession({ ahead: true });
  port.on('message', ({ data, ports: [page] }) => {
    if (isOrder(data)) return void session.prepare(data.prepare).catch(() => undefined);
    if (data === 'close') void session.close().finally(() => process.exit(0));
    if (!page) return;
    serve(session, page);
    page.start();
  });
  // A message that is no call leaves a rejection behind; the shell starts the engine anew after anything worse.
  process.on('unhandledRejection', report);
  process.on('uncaughtException', (fault) => {
    report(fault);
    process.exit(1);
  });
  port.postMessage('ready');
}

if (process.parentPort) start(process.parentPort);
