import type { FileReport, OpenQuestion } from '../../../../electron/contract';

/** The ways a record can come out of a load, in the order of the dry run. */
export const outcomes = ['new', 'updated', 'unchanged', 'skipped', 'rejected'] as const;

export type Outcome = (typeof outcomes)[number];

export type Totals = Readonly<Record<Outcome | 'read', number>>;

/** Sums of the counts over files. */
export function totals(files: readonly FileReport[]): Totals {
  const sum = (name: Outcome | 'read'): number => files.reduce((total, file) => total + file[name], 0);
  return {
    read: sum('read'),
    new: sum('new'),
    updated: sum('updated'),
    unchanged: sum('unchanged'),
    skipped: sum('skipped'),
    rejected: sum('rejected'),
  };
}

/** True when what was read is what came out, file by file. */
export function balances(files: readonly FileReport[]): boolean {
  return files.every((file) => file.read === outcomes.reduce((total, name) => total + file[name], 0));
}

/** Name of a file or of its part, as the plan's questions and the map name it. */
export function partName(file: { readonly file: string; readonly part: string | null }): string {
  return file.part === null ? file.file : `${file.file} · ${file.part}`;
}

/** A key for a question that stays the same from plan to plan. */
export function questionKey(question: OpenQuestion): string {
  return `${question.file}:${question.kind}:${question.subject}`;
}

/** True for a file that a table was recognised in. */
export function isKnown({ object }: Pick<FileReport, 'object'>): boolean {
  return object !== 'unknown';
}
