import { expect, it } from 'vitest';
import type { Database } from '../../electron/db/open';
import { defaultSettings } from '../../electron/model/settings';
import { Grounds } from '../../electron/session/ground';
import { unlessGivenUp } from '../../electron/session/unless-given-up';

const never = <T>(): Promise<T> => new Promise(() => undefined);

it('shared work that nobody gives up comes to what it comes to', async () => {
  expect(await unlessGivenUp(Promise.resolve(3), new AbortController().signal)).toBe(3);
  expect(await unlessGivenUp(Promise.resolve(4), undefined)).toBe(4);
  await expect(unlessGivenUp(Promise.reject(new Error('no')), new AbortController().signal)).rejects.toThrow('no');
});

it('who gives up waits no longer for it, before or while it goes on', async () => {
  await expect(unlessGivenUp(never(), AbortSignal.abort())).rejects.toMatchObject({ code: 'query_cancelled' });
  const stop = new AbortController();
  const waiting = unlessGivenUp(never(), stop.signal);
  stop.abort();
  await expect(waiting).rejects.toMatchObject({ code: 'query_cancelled' });
});

it('who gives up while the tables of an as-of are made need not see them', async () => {
  const stuck: Database = { readOnly: false, read: never, write: never, close: () => Promise.resolve() };
  const stop = new AbortController();
  const waiting = new Grounds(stuck, defaultSettings, 1).at(null, stop.signal);
  stop.abort();
  await expect(waiting).rejects.toMatchObject({ code: 'query_cancelled' });
});
