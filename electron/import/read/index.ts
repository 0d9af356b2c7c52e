import { judgeFile } from './judge';
import type { Judgement, ReadOptions } from './types';

export { linesAbove } from './account';
export { openTable, partsOf, removeTranscripts } from './open-table';
export type { OpenTable } from './open-table';
export { readRecords } from './stream';
export { readTable } from './table';
export { writeNormalised } from './normalise';
export { checkWhole } from './whole';
export type * from './types';

/** Decides what a file is from its head, its end and samples between; nothing is written. Throws UserError when it cannot honestly be read as a table. */
export async function judge(path: string, options: ReadOptions = {}): Promise<Judgement> {
  return (await judgeFile(path, options)).plan.judgement;
}
