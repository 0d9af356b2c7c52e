// @vitest-environment page
import { act, fireEvent, screen, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { change, filterTo, redo, showView, undo, useQuestion } from '../../renderer/state/question';
import { show } from '../../renderer/state/screen';
import { useWorkspace } from '../../renderer/state/workspace';
import { journeys } from './company';
import { furnish, settle, showPage } from './page';

beforeAll(furnish);

const few = { journeys: journeys(60) };

const names = (): readonly string[] => (useWorkspace.getState().workspace?.views ?? []).map(({ name }) => name);

async function step(what: () => void): Promise<void> {
  act(what);
  await settle();
}

async function save(name: string): Promise<void> {
  await step(() => show({ savedViews: true }));
  fireEvent.change(screen.getByRole('textbox', { name: 'Name of the view' }), { target: { value: name } });
  fireEvent.click(screen.getByRole('button', { name: /^(Save|Replace)$/ }));
  await settle();
}

describe('a saved view', () => {
  it('comes back as it was, as one step that undo takes back', async () => {
    await showPage('checks', few);
    await step(() => filterTo('team', ['North', 'East']));
    await save('North and East');
    await step(() => show({ savedViews: false }));
    const kept = useQuestion.getState().asked;
    await step(() => showView('settings'));
    await step(() => change({ kind: 'filter', dimension: 'team', values: [] }, { filters: {} }));
    const steps = useQuestion.getState().past.length;
    await step(() => show({ palette: true }));
    fireEvent.click(within(screen.getByRole('dialog')).getByText('North and East'));
    await settle();
    expect(useQuestion.getState().asked).toEqual(kept);
    expect(useQuestion.getState().past).toHaveLength(steps + 1);
    await step(undo);
    expect(useQuestion.getState().asked).toMatchObject({ view: 'settings', filters: {} });
  });

  it('is saved, replaced, renamed and removed, each taken back by undo and made again by redo', async () => {
    await showPage('checks', few);
    await save('Losses');
    expect(names()).toEqual(['Losses']);
    await step(() => showView('people'));
    await save('Losses');
    const [replaced] = useWorkspace.getState().workspace?.views ?? [];
    expect(replaced?.asked).toContain('"view":"people"');
    const field = screen.getByRole('textbox', { name: 'Rename Losses' });
    fireEvent.change(field, { target: { value: 'Stuck deals' } });
    fireEvent.blur(field);
    await settle();
    expect(names()).toEqual(['Stuck deals']);
    fireEvent.click(screen.getByRole('button', { name: 'Remove Stuck deals' }));
    await settle();
    expect(names()).toEqual([]);
    const seen: (readonly string[])[] = [];
    for (const back of [undo, undo, undo, undo, undo, redo, redo, redo, redo, redo]) {
      await step(back);
      seen.push(names());
    }
    expect(seen.map((each) => each.join())).toEqual([
      'Stuck deals',
      'Losses',
      'Losses',
      'Losses',
      '',
      'Losses',
      'Losses',
      'Losses',
      'Stuck deals',
      '',
    ]);
  });

  it('that a later version wrote changes nothing', async () => {
    await showPage('checks', few);
    const { workspace } = useWorkspace.getState();
    const views = [{ id: 'a', name: 'From tomorrow', asked: '{"form":2,"asked":{"view":"moon"}}' }];
    await step(() => useWorkspace.setState({ workspace: workspace && { ...workspace, views } }));
    const before = useQuestion.getState();
    await step(() => show({ palette: true }));
    fireEvent.click(within(screen.getByRole('dialog')).getByText('From tomorrow'));
    await settle();
    expect(useQuestion.getState()).toBe(before);
  });
});
