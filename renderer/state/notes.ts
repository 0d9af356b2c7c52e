/** What the manager noted of each person, kept with the workspace's definitions. */
import type { Problem } from '../engine';
import { ask, problemOf } from '../engine';
import { made } from './made';
import { onEdit } from './question';
import type { Answered } from './use-metric';
import { useAnswer } from './use-metric';
import { useWorkspace } from './workspace';

/** Most letters of a note. */
export const longestNote = 2_000;

interface Noted {
  readonly rep: string;
  readonly note: string;
}

/** Every note, by the name of the person. */
export function useNotes(): Answered<Readonly<Record<string, string>>> {
  return useAnswer('notes', (signal) =>
    ask((engine, either) => engine.entered.notes(undefined, { signal: either }), signal),
  );
}

/** Keeps a note as one step that undo takes back; gives what went wrong, or null. An empty note is none. */
export function keepNote(rep: string, before: string, after: string): Promise<Problem | null> {
  const edit = { what: 'note', before: { rep, note: before }, after: { rep, note: after } };
  return made(() => put(edit.after), { kind: 'entry', table: 'notes' }, edit);
}

async function put(noted: Noted): Promise<void> {
  await ask((engine) => engine.entered.note({ ...noted }));
  useWorkspace.setState(({ epoch }) => ({ epoch: epoch + 1 }));
}

onEdit('note', (value) => {
  if (isNoted(value)) put(value).catch((error: unknown) => useWorkspace.setState({ problem: problemOf(error) }));
});

function isNoted(value: unknown): value is Noted {
  return typeof value === 'object' && value !== null && 'rep' in value && 'note' in value;
}
