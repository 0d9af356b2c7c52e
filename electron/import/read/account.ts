import type { LineAccount, ReadOptions, SetAsideReason, Warning, WarningCode } from './types';

/** The warning under which each reason for setting lines aside is counted. */
export const ASIDE: Record<SetAsideReason, WarningCode> = {
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

const WORDS: Record<WarningCode, (places: string, count: number) => string> = {
  bad_bytes: (places, count) =>
    `${count} lines hold bytes that are not valid in the file's encoding (${places}); shown as \ufffd.`,
  encoding_uncertain: () => 'The encoding is a guess; look at letters with accents.',
  encoding_late: (places) => `The first byte that is not UTF-8 comes late (${places}); the encoding was settled there.`,
  nul_bytes: (places, count) => `${count} lines hold NUL characters (${places}); they were kept.`,
  long_record: (places, count) => `${count} records are longer than 2,000,000 characters (${places}).`,
  delimiter_uncertain: () => 'The delimiter is a guess: another one would do about as well.',
  header_uncertain: () => 'Whether the first line is a header is a guess.',
  header_short: () => 'The header has fewer names than the rows have fields.',
  header_long: () => 'The header has more names than the rows have fields.',
  several_header_rows: () => 'Several rows name the columns.',
  lines_above_table: () => 'Lines above the table look like a table of their own.',
  repeated_header: (places, count) => `The header is repeated in ${count} places (${places}); left out there.`,
  short_rows: (places, count) => `${count} rows lack fields at the end (${places}); the missing cells are empty.`,
  long_rows: (places, count) => `${count} rows have more fields than the table (${places}); set aside.`,
  misfit_rows: (places, count) => `${count} rows do not fit the columns (${places}); set aside.`,
  extra_empty_cells: (places, count) => `${count} rows have empty fields beyond the last column (${places}); left out.`,
  stray_quotes: (places, count) => `${count} rows hold quote marks in odd places (${places}).`,
  unclosed_quotes: (places, count) =>
    `${count} rows open a quote that never closes (${places}); the mark was read as text.`,
  other_dialect: (places, count) =>
    `${count} rows part or quote their fields in another way (${places}); read accordingly.`,
  comment_lines: (places, count) => `${count} lines start with '#' (${places}); read as comments.`,
  blank_lines: (places, count) => `${count} blank lines lie between values (${places}); not read as empty values.`,
  empty_rows: (places, count) => `${count} rows without any value close the file (${places}); left out.`,
  footer: (places, count) => `${count} lines of text follow the table (${places}); left out.`,
  totals: (places, count) => `${count} rows are totals (${places}); left out.`,
  possible_totals: (places, count) => `${count} rows may be totals (${places}).`,
  sparse_rows: (places, count) => `${count} rows have a single value (${places}).`,
  second_table: (places, count) => `${count} lines look like another table (${places}); set aside.`,
  cut_off: (places) => `The last row is cut off (${places}); set aside.`,
  formulas_unvalued: (_places, count) => `${count} cells hold a formula without its value; they are empty.`,
  other_content: () => 'The file holds something else than its name says.',
};

interface Noted {
  count: number;
  lines: number[];
  message: string | null;
}

/** Gathers warnings: one of each kind, with a count and the first places. */
export class WarningLog {
  private readonly noted = new Map<WarningCode, Noted>();

  /** `above` are lines that the file itself does not have. */
  constructor(private readonly above = 0) {}

  /** Notes one more case; a message replaces the standard one. */
  note(code: WarningCode, line?: number, message: string | null = null): void {
    const seen = this.noted.get(code) ?? { count: 0, lines: [], message };
    seen.count++;
    const own = line === undefined ? undefined : line - this.above;
    if (own !== undefined && seen.lines.length < LINES_NAMED && !seen.lines.includes(own)) seen.lines.push(own);
    this.noted.set(code, seen);
  }

  /** Takes over a warning that was given elsewhere. */
  add({ code, message, count = 1, lines = [] }: Warning): void {
    if (!this.noted.has(code)) this.noted.set(code, { count, lines: [...lines], message });
  }

  /** All warnings, in the order of their first case. */
  list(): Warning[] {
    return [...this.noted].map(([code, { count, lines, message }]) => {
      const [line] = lines;
      const text = message ?? WORDS[code](places(lines, count), count);
      return line === undefined ? { code, message: text, count } : { code, message: text, count, line, lines };
    });
  }
}

function places(lines: readonly number[], count: number): string {
  const named = `line${lines.length === 1 ? '' : 's'} ${lines.join(', ')}`;
  return count > lines.length ? `${named} …` : named;
}

/** Lines that a transcript has above its records and the file itself does not: the names, which its records carry each for itself. */
export function linesAbove({ transcript }: Pick<ReadOptions, 'transcript'>): number {
  return transcript?.named ? 1 : 0;
}
