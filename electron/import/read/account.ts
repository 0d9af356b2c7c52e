import { remark } from '../../model/remarks';
import type { Remark } from '../../model/remarks';
import type { JudgedCode, LineAccount, ReadOptions, SetAsideReason, Warning, WarningCode } from './types';

/** Kinds of warning that single lines give: how often and where is all that is to be said of them. */
export type CountedCode = Exclude<WarningCode, JudgedCode | 'encoding_late'>;

/** The warning under which each reason for setting lines aside is counted. */
export const ASIDE: Record<SetAsideReason, CountedCode> = {
  too_many_fields: 'long_rows',
  too_few_fields: 'misfit_rows',
  cut_off: 'cut_off',
  unclosed_quote: 'unclosed_quotes',
  stray_quote: 'stray_quotes',
  stray_text: 'misfit_rows',
  second_table: 'second_table',
  subtotal: 'totals',
  looks_like_totals: 'possible_totals',
  looks_like_header: 'second_table',
};

/** What a line can become. */
type LineFate = Exclude<keyof LineAccount, 'read'>;

/** An account with nothing in it. */
export function emptyAccount(): LineAccount {
  return { read: 0, header: 0, title: 0, data: 0, blank: 0, comment: 0, footer: 0, set_aside: 0 };
}

/** Books lines under what became of them. */
export function book(account: LineAccount, fate: LineFate, lines: number): void {
  account[fate] += lines;
  account.read += lines;
}

const LINES_NAMED = 5;

interface Noted {
  count: number;
  lines: number[];
  says: Remark | null;
}

/** Gathers warnings: one of each kind, with a count and the first places. */
export class WarningLog {
  private readonly noted = new Map<WarningCode, Noted>();

  /** `above` are lines that the file itself does not have. */
  constructor(private readonly above = 0) {}

  /** Notes one more case; of what has no words of its own it must be told what to say. */
  note(code: CountedCode, line: number): void;
  note(code: WarningCode, line: number, says: Remark): void;
  note(code: WarningCode, line: number, says: Remark | null = null): void {
    const seen = this.noted.get(code) ?? { count: 0, lines: [], says };
    seen.count++;
    const own = line - this.above;
    if (seen.lines.length < LINES_NAMED && !seen.lines.includes(own)) seen.lines.push(own);
    this.noted.set(code, seen);
  }

  /** Takes over a warning that was given elsewhere. */
  add({ code, says, count = 1, lines = [] }: Warning): void {
    if (!this.noted.has(code)) this.noted.set(code, { count, lines: [...lines], says });
  }

  /** All warnings, in the order of their first case. */
  list(): Warning[] {
    return [...this.noted].map(([code, { count, lines, says }]) => {
      const [line] = lines;
      const said = says ?? remark(code as CountedCode, { n: count, lines: places(lines, count) });
      return line === undefined ? { code, says: said, count } : { code, says: said, count, line, lines };
    });
  }
}

function places(lines: readonly number[], count: number): string {
  const named = lines.join(', ');
  return count > lines.length ? `${named} …` : named;
}

/** Lines that a transcript has above its records and the file itself does not: the names, which its records carry each for itself. */
export function linesAbove({ transcript }: Pick<ReadOptions, 'transcript'>): number {
  return transcript?.named ? 1 : 0;
}
