import { ipcMain } from 'electron';
import type { z } from 'zod';
import type { Bridge, Outcome } from '../contract';
import { UserError } from '../model/errors';
import { pageOrigin } from './origin';
import { isOwnPage } from './sender';

/** The bridge's calls as they reach the shell: dropped files have become paths on the way. */
export type Calls = Omit<Bridge, 'platform' | 'onEngineState' | 'onMenuCommand' | 'offerDropped'> & {
  offerDropped(paths: readonly string[]): ReturnType<Bridge['offerDropped']>;
};

/** How each call is answered: the shape its arguments must have, and the answer. */
export type CallTable = {
  readonly [K in keyof Calls]: {
    readonly args: z.ZodType<Parameters<Calls[K]>>;
    readonly answer: (...args: Parameters<Calls[K]>) => ReturnType<Calls[K]> | Awaited<ReturnType<Calls[K]>>;
  };
};

/** Opens the channels of the table, the only ones there are: answered for the page's own top frame alone, and only with arguments of the declared shape. */
export function answerCalls(table: CallTable): void {
  for (const name of Object.keys(table) as (keyof Calls)[]) openChannel(name, table);
}

function openChannel<K extends keyof Calls>(name: K, table: CallTable): void {
  const { args, answer } = table[name];
  ipcMain.handle(name, (event, ...given: unknown[]) => {
    if (!isOwnPage(event.senderFrame, pageOrigin)) throw new Error('refused: not the page');
    const checked = args.safeParse(given);
    if (!checked.success) throw new Error('refused: wrong arguments');
    return answer(...checked.data);
  });
}

/** The value of the work as an Outcome: what a person can mend becomes its code, all else is thrown on. */
export async function outcomeOf<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof UserError) return { ok: false, code: error.code, args: error.args };
    throw error;
  }
}
