/** Settings of the workspace as steps: each change counts at once, and undo puts the value before in its place. */
import type { Problem } from '../engine';
import { problemOf } from '../engine';
import { made } from './made';
import { onEdit } from './question';
import { changeSetting, useWorkspace } from './workspace';

/** Changes one setting; gives what was wrong with the value, or null. */
export function putSetting(key: string, value: string): Promise<Problem | null> {
  const before = useWorkspace.getState().workspace?.settings[key] ?? '';
  const edit = { what: 'setting', before: { key, value: before }, after: { key, value } };
  return made(() => changeSetting(key, value), { kind: 'setting' }, edit);
}

onEdit('setting', (edit) => {
  if (!isSetting(edit)) return;
  changeSetting(edit.key, edit.value).catch((error: unknown) => useWorkspace.setState({ problem: problemOf(error) }));
});

function isSetting(edit: unknown): edit is { key: string; value: string } {
  if (typeof edit !== 'object' || edit === null || !('key' in edit) || !('value' in edit)) return false;
  return typeof edit.key === 'string' && typeof edit.value === 'string';
}
