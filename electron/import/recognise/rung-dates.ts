import type { FileMap } from '../../contract';
import { guessStage } from './stages';
import { plainName } from './names';

/** A date column that tells when a stage was entered. */
export interface RungDate {
  readonly index: number;
  readonly stage: string;
}

/** Finds the columns that hold the date a stage was entered, such as `Date entered "Proposal"`, `hs_date_entered_closedwon` or `Date proposal sent`. */
export function rungDates(
  header: readonly string[],
  isFree: (index: number) => boolean,
  isDate: (index: number) => boolean,
  stages: readonly string[],
): RungDate[] {
  return header.flatMap((name, index): RungDate[] => {
    if (!isFree(index)) return [];
    const told =
      /^date entered ["'“](.+?)(?: \([^()]*\))?["'”]$/i.exec(name.trim())?.[1] ??
      /^hs_(?:v2_)?date_entered_(.+)$/i.exec(name.trim())?.[1];
    if (told !== undefined) return [{ index, stage: spelled(told, stages) }];
    if (!isDate(index) || notRung.test(name)) return [];
    const words = wordsOf(name);
    const guess = guessStage(words);
    if (words === '' || guess.target === null || !saysDate.test(name)) return [];
    const sameRung = stages.filter((stage) => guessStage(stage).target === guess.target);
    return [{ index, stage: (sameRung.length === 1 ? sameRung[0] : undefined) ?? spelled(words, stages) }];
  });
}

/** The further table that a rung date makes of a file's rows. */
export function alsoOf(
  header: readonly string[],
  rung: RungDate,
  keyColumn: string,
  keyField: 'opportunity_id' | 'lead_id',
): FileMap {
  const dated = header[rung.index] ?? '';
  return {
    table: 'stage_events',
    columns: { [keyColumn]: keyField, [dated]: 'entered_at' },
    constants: { to_stage: rung.stage },
  };
}

const saysDate = /date|tarikh|_at$|_on$|\bat$|\bon$|\bentered\b|time$|timestamp|masa/i;
const notRung =
  /expected|estimat|target|forecast|next|last|exit|modified|updated|jangka|birth|due|created|close|start|end\b|contract(?! ?_?(sent|signed))/i;

function wordsOf(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .replace(/\b(date|time|timestamp|tarikh|masa|at|on|entered|of|the|stage|when|masuk)\b/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function spelled(words: string, stages: readonly string[]): string {
  return stages.find((stage) => plainName(stage) === plainName(words)) ?? words;
}
