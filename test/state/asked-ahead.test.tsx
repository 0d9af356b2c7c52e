// @vitest-environment page
import { act, cleanup, renderHook } from '@testing-library/react';
import { useMemo } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connectEngine, disconnectEngine } from '../../renderer/engine';
import type { Engine } from '../../renderer/engine';
import { useAgainst } from '../../renderer/frame/compared';
import type { Period } from '../../renderer/state/period';
import { rangeOf, shifted } from '../../renderer/state/period';
import { change, filterTo, firstQuestion, openQuestionOf, useQuestion } from '../../renderer/state/question';
import { askAgain, askAhead, useMetric, useMetricUnless } from '../../renderer/state/use-metric';
import {
  following,
  useCalendar,
  usePeriod,
  useQuestionAbout,
  useQuestionOver,
  useRangeFollowing,
} from '../../renderer/state/use-period';
import { useWorkspace } from '../../renderer/state/workspace';
import { answerCalls } from '../views/fake-engine';

async function settle(change: () => unknown): Promise<void> {
  await act(async () => {
    await change();
    await Promise.resolve();
  });
}

describe('an answer under the filters in force', () => {
  const questions: { readonly text: string; readonly range: string; readonly signal: AbortSignal }[] = [];
  const texts = () => questions.map(({ text }) => text);
  const about = (filters: Readonly<Record<string, readonly string[]>>) => ({
    from: null,
    to: null,
    asOf: null,
    by: [],
    filters,
    options: {},
  });

  /** How often the page had been drawn when so many were asked at once. */
  const batches: { readonly drawn: number; readonly size: number }[] = [];
  let drawn = 0;

  beforeEach(() => {
    askAgain();
    [questions.length, batches.length, drawn] = [0, 0, 0];
    const metrics = answerCalls(({ metric, question }, signal) => {
      const range = `${metric} ${question.from}..${question.to} ${question.by.join()}`;
      questions.push({ text: `${metric} ${JSON.stringify(question.filters)}`, range, signal });
      return new Promise(() => {});
    });
    const answers: typeof metrics.answers = (input, call) => {
      batches.push({ drawn, size: input.asked.length });
      return metrics.answers(input, call);
    };
    connectEngine({ metrics: { ...metrics, answers } } as unknown as Engine);
    useWorkspace.setState({ phase: 'open' });

    openQuestionOf('/ahead.quarterdeck');
    useQuestion.setState({ past: [], asked: firstQuestion, future: [] });
  });
  afterEach(() => {
    cleanup();
    disconnectEngine();
    useWorkspace.setState({ phase: 'none' });
  });

  it('is asked of others before the page is drawn for them, once, and given up where the page wants something else', async () => {
    renderHook(() => {
      const filters = useQuestion((history) => history.asked.filters);
      drawn++;
      useMetric('bookings', about(filters));
      useMetric('win-rate', about('team' in filters ? { team: ['another'] } : filters));
    });
    await vi.waitFor(() => expect(texts()).toEqual(['bookings {}', 'win-rate {}']));
    const before = drawn;
    await act(async () => {
      filterTo('team', ['Central']);
      await Promise.resolve();
    });
    expect(batches[1]).toEqual({ drawn: before, size: 2 });
    await vi.waitFor(() => expect(texts()).toHaveLength(5));
    expect(texts().slice(2, 4)).toEqual(['bookings {"team":["Central"]}', 'win-rate {"team":["Central"]}']);
    await settle(() => new Promise((resolve) => setTimeout(resolve)));
    await vi.waitFor(() => expect(texts().slice(4)).toEqual(['win-rate {"team":["another"]}']));
    await vi.waitFor(() =>
      expect(questions.map(({ signal }) => signal.aborted)).toEqual([true, true, false, true, false]),
    );
  });

  it('is asked of another period before the page is drawn for it, where it is told how it follows from the chosen one', async () => {
    const earlier = (period: Period) => shifted(period, -1) ?? period;
    change({ kind: 'period' }, { period: { kind: 'quarter', year: 2026, quarter: 2 } });
    renderHook(() => {
      drawn++;
      const period = usePeriod();
      const calendar = useCalendar();
      const before = useMemo(() => following(earlier(period), earlier), [period]);
      useMetric('bookings', useQuestionAbout(period, ['team']));
      useMetric('win-rate', useQuestionAbout(before));
      const toOwn = useRangeFollowing(before, (other) => rangeOf(other, calendar));
      useMetric('cycle-length', useQuestionOver(rangeOf(before, calendar), ['quarter'], {}, toOwn));
      useMetric('churn-rate', useQuestionOver({ from: '2026-01-01', to: '2026-02-01' }));
    });
    await vi.waitFor(() => expect(texts()).toHaveLength(4));
    const before = drawn;
    await act(async () => {
      change({ kind: 'period' }, { period: { kind: 'quarter', year: 2025, quarter: 4 } });
      await Promise.resolve();
    });
    expect(batches[1]).toEqual({ drawn: before, size: 3 });
    await settle(() => new Promise((resolve) => setTimeout(resolve)));
    // What was asked ahead is what the page wants: nothing more is asked, and nothing given up.
    expect(batches).toHaveLength(2);
    expect(questions.slice(4).map(({ range, signal }) => [range, signal.aborted])).toEqual([
      ['bookings 2025-10-01..2026-01-01 team', false],
      ['win-rate 2025-07-01..2025-10-01 ', false],
      ['cycle-length 2025-07-01..2025-10-01 quarter', false],
    ]);
  });

  it('is asked of what another period is compared with, too, where something else told it of this one', async () => {
    const isQuarter = ({ kind }: Period) => kind === 'quarter';
    change({ kind: 'period' }, { period: { kind: 'quarter', year: 2026, quarter: 2 } });
    renderHook(() => {
      drawn++;
      const period = usePeriod();
      const [compared] = useAgainst(period);
      const before = useQuestionAbout(compared?.period ?? period);
      useMetric('win-rate', useQuestionAbout(period));
      useMetricUnless(isQuarter(period), 'win-rate', before, isQuarter);
    });
    await vi.waitFor(() => expect(texts()).toHaveLength(1));
    const choose = (chosen: Period) =>
      act(async () => {
        change({ kind: 'period' }, { period: chosen });
        await Promise.resolve();
      });
    await choose({ kind: 'quarter', year: 2025, quarter: 4 });
    const before = drawn;
    await choose({ kind: 'year', year: 2025 });
    expect(batches.map(({ size }) => size)).toEqual([1, 1, 2]);
    expect(batches[2]).toEqual({ drawn: before, size: 2 });
    await settle(() => new Promise((resolve) => setTimeout(resolve)));
    expect(batches).toHaveLength(3);
    expect(questions.slice(2).map(({ range }) => range)).toEqual([
      'win-rate 2025-01-01..2026-01-01 ',
      'win-rate 2024-01-01..2025-01-01 ',
    ]);
  });

  it('is asked of a choice as the press of it begins, and given up where none is made', async () => {
    renderHook(() => {
      useMetric('bookings', useQuestionAbout(usePeriod()));
    });
    await vi.waitFor(() => expect(texts()).toHaveLength(1));
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    try {
      askAhead({ filters: { team: ['Central'] } });
      askAhead({ filters: { team: ['East'] } });
      await vi.advanceTimersByTimeAsync(500);
      expect(texts().slice(1)).toEqual(['bookings {"team":["Central"]}', 'bookings {"team":["East"]}']);
      await act(async () => {
        filterTo('team', ['East']);
        await vi.advanceTimersByTimeAsync(1000);
      });
    } finally {
      vi.useRealTimers();
    }
    expect(questions.map(({ signal }) => signal.aborted)).toEqual([true, true, false]);
  });
});
