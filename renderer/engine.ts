/**
 * The one place that touches the port to the engine. Every question goes through `ask`: it waits for the first port, and when the engine dies
 * each pending and each later request is refused at once with `engine_stopped`, so nothing that writes is ever repeated by itself.
 */
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { Bridge, contract } from '../electron/contract';
import type { ErrorArgs, ErrorCode } from '../electron/model/errors';
import type { Cell } from '../electron/model/table';
import type { Unit } from '../electron/model/units';

/** The engine's calls, typed by the contract. */
export type Engine = ContractRouterClient<typeof contract>;

/** What the shell offers the page. */
export function bridge(): Bridge {
  return window.quarterdeck;
}

declare global {
  interface Window {
    readonly quarterdeck: Bridge;
  }
}

/** What went wrong: a code a person can act on, or `bug`; `detail` is for "Copy details". */
export interface Problem {
  readonly code: ErrorCode | 'bug';
  readonly args: ErrorArgs;
  readonly detail: string;
}

class EngineStopped extends Error {
  readonly code = 'engine_stopped';
}

interface Line {
  readonly engine: Engine;
  readonly cut: AbortController;
}

interface Deferred<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
}

// Promise.withResolvers, which Node 20 lacks.
function deferred<T>(): Deferred<T> {
  let settle: (value: T) => void = () => {};
  const promise = new Promise<T>((resolve) => (settle = resolve));
  return { promise, resolve: settle };
}

let line: Line | null = null;
let arrived = deferred<Line>();
let stopped = false;

/** Speaks to the engine behind this port from now on. */
export function connectPort(port: MessagePort): void {
  port.start();
  connectEngine(createORPCClient(new RPCLink({ port })));
  const own = line;
  port.addEventListener('close', () => line === own && disconnectEngine());
}

/** Speaks to this engine from now on; what `connectPort` does with a port, tests do with a stand-in. */
export function connectEngine(engine: Engine): void {
  line?.cut.abort(new EngineStopped());
  line = { engine, cut: new AbortController() };
  stopped = false;
  arrived.resolve(line);
}

/** Refuses pending and later requests with `engine_stopped` until another engine is connected. */
export function disconnectEngine(): void {
  const old = line;
  line = null;
  stopped = true;
  arrived = deferred<Line>();
  old?.cut.abort(new EngineStopped());
}

/** Result of the engine's work; rejects with `engine_stopped` when it dies meanwhile, and stops when the signal is aborted. */
export async function ask<T>(
  work: (engine: Engine, signal: AbortSignal) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  if (stopped) throw new EngineStopped();
  const { engine, cut } = line ?? (await arrived.promise);
  const either = signal ? AbortSignal.any([signal, cut.signal]) : cut.signal;
  either.throwIfAborted();
  return new Promise<T>((resolve, reject) => {
    const refuse = (): void => reject(asError(either.reason));
    either.addEventListener('abort', refuse, { once: true });
    work(engine, either)
      .then(resolve, reject)
      .finally(() => either.removeEventListener('abort', refuse));
  });
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new DOMException(String(reason), 'AbortError');
}

/** What an error says: the engine's code with its arguments, `query_cancelled` for an aborted request, else `bug`. */
export function problemOf(error: unknown): Problem {
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  if (error instanceof DOMException && error.name === 'AbortError')
    return { code: 'query_cancelled', args: {}, detail };
  if (!isCoded(error)) return { code: 'bug', args: {}, detail };
  return { code: error.code, args: argsIn(error), detail };
}

function isCoded(error: unknown): error is { readonly code: ErrorCode; readonly data?: unknown } {
  return (
    error instanceof Error && 'code' in error && typeof error.code === 'string' && /^[a-z][a-z_]*$/.test(error.code)
  );
}

function argsIn(error: { readonly data?: unknown }): ErrorArgs {
  const { data } = error;
  if (typeof data !== 'object' || data === null) return {};
  const plain = Object.entries(data).filter(([, value]) => typeof value === 'string' || typeof value === 'number');
  return Object.fromEntries(plain);
}

export interface GridColumn {
  readonly name: string;
  readonly unit: Unit;
}

/** One row of an answer: numbers, texts, flags; dates as `YYYY-MM-DD`, instants as ISO 8601; null where missing. */
export type Row = Readonly<Record<string, Cell>>;

/** An answer's table as rows, with the unit of each column. */
export interface Grid {
  readonly columns: readonly GridColumn[];
  readonly rows: readonly Row[];
}
