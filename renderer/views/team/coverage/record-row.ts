import type { TypedRow } from '../../../state/entered';

/** What can be recorded at once. */
export const recordKinds = ['coaching', 'training', 'recognition'] as const;

export type RecordKind = (typeof recordKinds)[number];

/** The table each is a row of. */
export const recordTables = { coaching: 'coachings', training: 'trainings', recognition: 'recognitions' } as const;

/** What was done with a rep: days `YYYY-MM-DD`, people by their ids, empty where nothing was said. */
export interface Entry {
  readonly rep: string;
  readonly day: string;
  readonly by: string;
  readonly programme: string;
  readonly topic: string;
}

/** The typed row of what was done; `id` is a key nothing else has. */
export function rowOf(kind: RecordKind, { rep, day, by, programme, topic }: Entry, id: string): TypedRow {
  const rows: Readonly<Record<RecordKind, TypedRow>> = {
    coaching: { coaching_id: id, rep_id: rep, at: day, coach_id: by, topic, kind: 'coaching' },
    training: { training_id: id, rep_id: rep, programme, completed_at: day },
    recognition: { rep_id: rep, at: day, by_rep: by, note: topic },
  };
  return Object.fromEntries(Object.entries(rows[kind]).filter(([, text]) => text !== ''));
}
