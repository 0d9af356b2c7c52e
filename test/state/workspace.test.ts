import { afterEach, describe, expect, it } from 'vitest';
import type { WorkspaceState } from '../../electron/contract';
import { connectEngine } from '../../renderer/engine';
import { changeSetting, refreshWorkspace, useWorkspace } from '../../renderer/state/workspace';
import { fakeEngine, fakeWorkspace } from '../views/fake-engine';

const before = useWorkspace.getState();
afterEach(() => useWorkspace.setState(before, true));

/** An engine whose states come when they are given, whatever the order they were asked in. */
function slowEngine(): ((state: Partial<WorkspaceState>) => void)[] {
  const { engine } = fakeEngine();
  const given: ((state: Partial<WorkspaceState>) => void)[] = [];
  const later = () =>
    new Promise<WorkspaceState>((resolve) => given.push((state) => resolve({ ...fakeWorkspace(), ...state })));
  // The page uses the calls alone, of all that a client is.
  const workspace = { ...engine.workspace, state: later, setting: later } as unknown as typeof engine.workspace;
  connectEngine({ ...engine, workspace });
  return given;
}

describe('the state of the workspace', () => {
  it('is never put back by one that was asked for earlier and comes later', async () => {
    const given = slowEngine();
    const afterLoad = refreshWorkspace();
    const afterUndo = refreshWorkspace();
    await Promise.resolve();
    given[1]?.({ revision: 3 });
    await afterUndo;
    given[0]?.({ revision: 2 });
    await afterLoad;
    expect(useWorkspace.getState().workspace?.revision).toBe(3);
  });

  it('keeps a changed setting over a state that was read before it', async () => {
    const given = slowEngine();
    const { epoch } = useWorkspace.getState();
    const read = refreshWorkspace();
    const changed = changeSetting('currency', 'USD');
    await Promise.resolve();
    given[1]?.({ settings: { currency: 'USD' } });
    await changed;
    given[0]?.({ settings: { currency: 'MYR' } });
    await read;
    expect(useWorkspace.getState().workspace?.settings['currency']).toBe('USD');
    expect(useWorkspace.getState().epoch).toBe(epoch + 1);
  });
});
