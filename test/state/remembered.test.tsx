// @vitest-environment page
import { cleanup, renderHook } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import type { Question } from '../../electron/model/question';
import { everything } from '../../electron/model/question';
import { questionKey } from '../../electron/model/question-key';
import { connectEngine } from '../../renderer/engine';
import { askAgain, useMetric } from '../../renderer/state/use-metric';
import { openWorkspace, useWorkspace } from '../../renderer/state/workspace';
import { fakeEngine, fakeWorkspace } from '../views/fake-engine';

const before = useWorkspace.getState();
afterEach(() => {
  cleanup();
  askAgain();
  useWorkspace.setState(before, true);
});

const question: Question = { ...everything, filters: { rep: ['Ben', 'Aina'], team: ['North'] } };

/** Opens a workspace with which the answer to the question comes unasked; gives the calls made of the engine since. */
async function opened(): Promise<readonly string[]> {
  const { engine, calls } = fakeEngine();
  const columns = [{ name: 'value', unit: 'ratio' }];
  const remembered = [
    { key: questionKey('win-rate', question), text: JSON.stringify({ metric: 'win-rate', columns, cells: [[0.25]] }) },
  ];
  const workspace = { ...engine.workspace, open: () => Promise.resolve({ ...fakeWorkspace(), remembered }) };
  connectEngine({ ...engine, workspace });
  await openWorkspace('/w');
  calls.splice(0);
  return calls;
}

const value = (asked: Question) =>
  renderHook(() => useMetric('win-rate', asked)).result.current.answer?.grid.rows[0]?.['value'];

it('an answer that came with the workspace is drawn at once and never asked, in whatever order its filters were named', async () => {
  const calls = await opened();
  expect(value(question)).toBe(0.25);
  expect(value({ ...question, filters: { team: ['North'], rep: ['Aina', 'Ben'] } })).toBe(0.25);
  expect(calls).toEqual([]);
});

it('is no answer to another question, nor of the data once it has changed', async () => {
  const calls = await opened();
  expect(value(everything)).toBeUndefined();
  useWorkspace.setState({ workspace: { ...fakeWorkspace(), revision: 99 } });
  expect(value(question)).toBeUndefined();
  useWorkspace.setState({ workspace: fakeWorkspace() });
  askAgain();
  expect(value(question)).toBeUndefined();
  await vi.waitFor(() => expect(calls.filter((call) => call.startsWith('answer'))).not.toEqual([]));
});
