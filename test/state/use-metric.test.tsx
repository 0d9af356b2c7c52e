// @vitest-environment page
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Answered } from '../../renderer/state/use-metric';
import { askAgain, cancelPending, useAnswer, usePending } from '../../renderer/state/use-metric';
import { useWorkspace } from '../../renderer/state/workspace';

interface Asked {
  readonly key: string;
  readonly signal: AbortSignal;
  readonly answer: (value: string) => void;
  readonly fail: (error: unknown) => void;
}

let asked: Asked[] = [];

function read(key: string): (signal: AbortSignal) => Promise<string> {
  return (signal) =>
    new Promise((answer, fail) => {
      asked.push({ key, signal, answer, fail });
      signal.addEventListener('abort', () => fail(new DOMException('gone', 'AbortError')));
    });
}

/** What the hook that was rendered last gives. */
let hook: { readonly current: Answered<string> };

function probe(name: string | null) {
  const rendered = renderHook(({ asks }: { asks: string | null }) => useAnswer(asks, read(asks ?? '')), {
    initialProps: { asks: name },
  });
  hook = rendered.result;
  return { rerender: (asks: string) => rendered.rerender({ asks }), unmount: rendered.unmount };
}

function latest(): Asked {
  const last = asked.at(-1);
  if (!last) throw new Error('nothing was asked');
  return last;
}

async function settle(change: () => unknown): Promise<void> {
  await act(async () => {
    await change();
    await Promise.resolve();
  });
}

beforeEach(() => {
  asked = [];
  askAgain();
});
afterEach(cleanup);

describe('an answer', () => {
  it('is undefined before the first, then there, and not asked twice', async () => {
    probe('a');
    probe('a');
    expect(hook.current).toEqual({ answer: undefined, stale: false, problem: undefined });
    expect(asked).toHaveLength(1);
    await settle(() => latest().answer('A'));
    expect(hook.current.answer).toBe('A');
    probe('a');
    expect(asked).toHaveLength(1);
  });

  it('stays, marked as stale, while the next one is on its way', async () => {
    const page = probe('a');
    await settle(() => latest().answer('A'));
    await settle(() => page.rerender('b'));
    expect(hook.current).toEqual({ answer: 'A', stale: true, problem: undefined });
    await settle(() => latest().answer('B'));
    expect(hook.current).toEqual({ answer: 'B', stale: false, problem: undefined });
    await settle(() => page.rerender('a'));
    expect(hook.current).toEqual({ answer: 'A', stale: false, problem: undefined });
    expect(asked).toHaveLength(2);
  });

  it('is withdrawn when nothing on screen wants it any more, but not while something does', async () => {
    const one = probe('a');
    const two = probe('a');
    await settle(() => one.unmount());
    expect(latest().signal.aborted).toBe(false);
    await settle(() => two.unmount());
    expect(latest().signal.aborted).toBe(true);
  });

  it('is asked anew when the data has changed', async () => {
    probe('a');
    await settle(() => latest().answer('old'));
    await settle(() => useWorkspace.setState(({ epoch }) => ({ epoch: epoch + 1 })));
    expect(hook.current).toMatchObject({ answer: 'old', stale: true });
    await settle(() => latest().answer('new'));
    expect(hook.current).toMatchObject({ answer: 'new', stale: false });
  });

  it('that fails leaves the one before on screen, with what went wrong', async () => {
    const page = probe('a');
    await settle(() => latest().answer('A'));
    await settle(() => page.rerender('b'));
    await settle(() =>
      latest().fail(Object.assign(new Error('x'), { code: 'query_too_long', data: { seconds: 120 } })),
    );
    expect(hook.current).toMatchObject({
      answer: 'A',
      stale: true,
      problem: { code: 'query_too_long', args: { seconds: 120 } },
    });
  });

  it('is cancelled on demand, and counted as pending only until then', async () => {
    probe('a');
    expect(usePending.getState()).toMatchObject({ count: 1 });
    await settle(cancelPending);
    await settle(() => undefined);
    expect(hook.current.problem?.code).toBe('query_cancelled');
    expect(usePending.getState()).toEqual({ count: 0, now: 0, since: null });
  });

  it('that others follow soon is shown with them, and without them once they take long', async () => {
    const [seen, others] = [probe('a'), probe('b')];
    const [first, second] = asked;
    const renders: (string | undefined)[] = [];
    const both = renderHook(() => {
      const shown = ['a', 'b'].map((key) => useAnswer(key, read(key)).answer).join();
      renders.push(shown);
      return shown;
    });
    await settle(() => first?.answer('A'));
    expect(both.result.current).toBe(',');
    await settle(() => second?.answer('B'));
    expect(both.result.current).toBe('A,B');
    expect(renders).not.toContain('A,');
    await settle(() => (seen.rerender('c'), others.rerender('d')));
    await settle(() => asked.at(-2)?.answer('C'));
    const told = renderHook(() => useAnswer('c', read('c')));
    await vi.waitFor(() => expect(told.result.current.answer).toBe('C'));
    await settle(() => latest().answer('D'));
  });

  it('of nothing is nothing', () => {
    probe(null);
    expect(asked).toHaveLength(0);
    expect(hook.current).toEqual({ answer: undefined, stale: false, problem: undefined });
  });
});

describe('an answer that can wait', () => {
  const later = (key: string) => renderHook(() => useAnswer(key, read(key), 'after'));
  const keys = (): readonly string[] => asked.map(({ key }) => key);
  const turns = () => settle(() => new Promise((resolve) => setTimeout(resolve, 1)));

  it('is asked for when what is wanted at once has come, also what that asked for in turn', async () => {
    later('last');
    renderHook(() => {
      const { answer } = useAnswer('first', read('first'));
      return useAnswer(answer === undefined ? null : 'second', read('second'));
    });
    await turns();
    expect(keys()).toEqual(['first']);
    await settle(() => latest().answer('A'));
    await turns();
    expect(keys()).toEqual(['first', 'second']);
    await settle(() => latest().answer('B'));
    await turns();
    expect(keys()).toEqual(['first', 'second', 'last']);
  });

  it('is asked for at once where nothing else is, and not at all once nobody wants it', async () => {
    later('alone');
    await turns();
    expect(keys()).toEqual(['alone']);
    await settle(() => latest().answer('A'));
    probe('first');
    const { unmount } = later('gone');
    unmount();
    await settle(() => latest().answer('B'));
    await turns();
    expect(keys()).toEqual(['alone', 'first']);
  });
});
