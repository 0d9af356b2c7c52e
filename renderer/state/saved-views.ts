/** Views saved under a name: kept in the workspace, so that they come with it. Saving, renaming, removing and opening are one step each, which undo takes back. */
import type { SavedView } from '../../electron/contract';
import type { Problem } from '../engine';
import { ask, problemOf } from '../engine';
import type { SavedAct } from './question';
import { made } from './made';
import { askedOf, change, onEdit, textOfAsked, useQuestion } from './question';
import { useWorkspace } from './workspace';

const none: readonly SavedView[] = [];

/** The saved views of the open workspace, by name. */
export function useSavedViews(): readonly SavedView[] {
  return useWorkspace((store) => store.workspace?.views ?? none);
}

interface Put {
  readonly id: string;
  readonly view: SavedView | null;
}

/** Saves the question on screen under a name, in place of the view that has it; gives what was wrong, or null. */
export function saveView(name: string): Promise<Problem | null> {
  const same = current().find((view) => view.name === name.trim());
  const id = same?.id ?? crypto.randomUUID();
  return step('save', same ?? null, { id, name: name.trim(), asked: textOfAsked(useQuestion.getState().asked) });
}

export function renameView(view: SavedView, name: string): Promise<Problem | null> {
  return name.trim() === '' || name.trim() === view.name
    ? Promise.resolve(null)
    : step('rename', view, { ...view, name: name.trim() });
}

export function removeView(view: SavedView): Promise<Problem | null> {
  return step('remove', view, null);
}

/** Asks the question of a saved view; one that cannot be read changes nothing. */
export function openView(view: SavedView): void {
  const asked = askedOf(view.asked);
  if (asked) change({ kind: 'saved', act: 'open', name: view.name }, asked);
}

function current(): readonly SavedView[] {
  return useWorkspace.getState().workspace?.views ?? none;
}

function step(act: SavedAct, before: SavedView | null, after: SavedView | null): Promise<Problem | null> {
  const { id = '', name = '' } = after ?? before ?? {};
  const edit = { what: 'saved-view', before: { id, view: before }, after: { id, view: after } };
  return made(() => put(edit.after), { kind: 'saved', act, name }, edit);
}

async function put(wanted: Put): Promise<void> {
  const views = await ask((engine) => engine.workspace.view(wanted));
  useWorkspace.setState(({ workspace }) => ({ workspace: workspace && { ...workspace, views } }));
}

onEdit('saved-view', (edit) => {
  if (isPut(edit)) put(edit).catch((error: unknown) => useWorkspace.setState({ problem: problemOf(error) }));
});

function isPut(edit: unknown): edit is Put {
  return typeof edit === 'object' && edit !== null && 'id' in edit && 'view' in edit;
}
