import { acceptance, cellQuality } from './delimiter-fit';
import { blankProfile } from './profile';
import { isBlankRecord, readSample, shorten } from './sample';
import type { Sample, SampleRecord } from './sample';
import { kindOf, isTyped } from './kinds';
import { mark } from './lines';
import type { Dialect } from './lines';

/** A dialect with how well the sample reads in it. */
export interface DialectChoice {
  dialect: Dialect;
  /** Usual number of fields. */
  width: number;
  score: number;
  /** Share of the records that have the usual number of fields. */
  share: number;
  /** Number of records whose quoting is at fault. */
  faults: number;
  /** Share of the records that hold a quoted field. */
  quoted: number;
  /** True when the first record has the usual number of fields, as a header has. */
  headed: boolean;
  /** Another delimiter that would do about as well; empty when there is none. */
  rival: string;
}

/** What a person fixed beforehand. */
interface DialectWishes {
  delimiter?: string;
  quote?: string | null;
}

/** Stands for "nothing parts the fields": a character that no text holds. */
export const NO_DELIMITER = '\uffff';

const SCORED = 96 * 1024;
const MOST_RECORDS = 600;
const MOST_EDGE = 40;
const PRIOR: ReadonlyMap<string, number> = new Map([
  [',', 1],
  [';', 1],
  ['\t', 1.03],
  ['|', 1],
  [':', 0.6],
  [' ', 0.5],
  ['^', 0.9],
  ['~', 0.9],
  ['\x01', 0.9],
  ['\x1f', 0.9],
  ['\x1e', 0.8],
  ['¦', 0.8],
  ['§', 0.8],
  ['¬', 0.7],
  ['#', 0.4],
  ['!', 0.4],
  ['*', 0.4],
]);
/** Characters that are met as parts of longer delimiters. */
const LENGTHENED = ';|:~^\t';
/** Share of them that may stand alone, in a text. */
const MOST_ALONE = 0.1;
const ONE_COLUMN = 0.28;
const ONE_TYPED_COLUMN = 0.62;

/** Decides how fields and records are told apart, by reading the sample in every dialect that could be meant. */
export function chooseDialect(sample: Sample, wishes: DialectWishes): DialectChoice {
  const short = shorten(sample, SCORED);
  const ends = lineEndsOf(short.text);
  const delimiters = wishes.delimiter === undefined ? present(short.text) : [wishes.delimiter];
  const choices = delimiters.flatMap((delimiter) =>
    withoutIdleMarks(
      quotings(short.text, wishes).map((quoting) => tryDialect(short, { delimiter, ...ends, ...quoting })),
    ),
  );
  const plain = oneColumn(short, ends, wishes, choices);
  if (wishes.delimiter === undefined) choices.push(plain);
  choices.sort((a, b) => b.score - a.score);
  const best = choices[0] ?? plain;
  const rival = choices.find(
    (other) =>
      other.dialect.delimiter !== best.dialect.delimiter &&
      other.width !== best.width &&
      (other.headed || !best.headed) &&
      (PRIOR.get(other.dialect.delimiter) ?? 1) >= 0.5,
  );
  const close = rival !== undefined && rival.score > best.score * 0.85;
  return finish(short, { ...best, rival: close ? rival.dialect.delimiter : best.rival });
}

/**
 * Leaves out readings with rarer marks that have nothing to show for them: backslashes that mend no fault, apostrophes
 * that quote only here and there and give no better rows.
 */
function withoutIdleMarks(choices: readonly DialectChoice[]): DialectChoice[] {
  const usual = choices.find(({ dialect }) => dialect.quote === '"' && !dialect.backslash);
  return choices.filter(({ dialect, faults, share, quoted }) => {
    if (dialect.quote === "'" && usual !== undefined && share <= usual.share && quoted < 0.5) return false;
    if (!dialect.backslash) return true;
    const plain = choices.find((other) => !other.dialect.backslash && other.dialect.quote === dialect.quote);
    return plain === undefined || faults < plain.faults || share > plain.share;
  });
}

interface Quoting {
  quote: string;
  backslash: boolean;
}

/** The ways of quoting worth trying, the usual one first: the first wins unless another is better. */
function quotings(text: string, { quote }: DialectWishes): Quoting[] {
  if (quote === null) return [{ quote: '', backslash: false }];
  const marks =
    quote !== undefined
      ? [quote]
      : ['"', ...(/(?:^|[,;\t|: ])'/m.test(text) ? ["'"] : []), ...(text.includes('"') ? [''] : [])];
  return marks.flatMap((each) => {
    const escaped = /\\[,;\t|]/.test(text) || (each !== '' && text.includes(`\\${each}`));
    return [{ quote: each, backslash: false }, ...(escaped ? [{ quote: each, backslash: true }] : [])];
  });
}

function present(text: string): string[] {
  return [...PRIOR.keys()].flatMap((part) => (text.includes(part) ? [longer(text, part) ?? part] : []));
}

/** The longer delimiter, `||` or `~|~`, that a character is part of nearly wherever it stands; null where it stands by itself. */
function longer(text: string, part: string): string | null {
  if (!LENGTHENED.includes(part)) return null;
  const runs = /[^\p{L}\d "'\r\n]+/gu;
  const whole = text.match(runs)?.find((run) => run.includes(part)) ?? '';
  const among = whole === part + part ? 2 : whole.length === 3 && /^(.).\1$/u.test(whole) ? 1 : 0;
  if (among === 0 || (among === 1 && whole.charAt(1) !== part)) return null;
  const all = text.split(part).length - 1;
  const alone = all - (text.split(whole).length - 1) * among;
  return alone <= all * MOST_ALONE ? whole : null;
}

type LineEnds = Pick<Dialect, 'crEnds' | 'lfCr'>;

function lineEndsOf(text: string): LineEnds {
  return { crEnds: returnsEndLines(text), ...(returnsFollowFeeds(text) ? { lfCr: true } : {}) };
}

/** True when most lines end in a line feed and a return, in this order. */
function returnsFollowFeeds(text: string): boolean {
  if (!text.includes('\n\r')) return false;
  const ends = text.match(/\r\n|\n\r|\n|\r/g) ?? [];
  return ends.filter((end) => end === '\n\r').length >= ends.length * 0.6;
}

/** True when lines end in a carriage return alone. */
function returnsEndLines(text: string): boolean {
  const all = text.split('\r').length - 1;
  if (all === 0) return false;
  const pairs = text.split('\r\n').length - 1;
  return all - pairs > text.split('\n').length - 1 - pairs && all - pairs > pairs;
}

function tryDialect(sample: Sample, given: { delimiter: string } & LineEnds & Quoting): DialectChoice {
  const padded = /^( ?)([^ ]) $/.exec(given.delimiter);
  const delimiter = padded?.[2] ?? given.delimiter;
  const dialect: Dialect = {
    ...given,
    delimiter,
    blankAfter: padded !== null,
    ...(padded?.[1] === ' ' ? { blankBefore: true } : {}),
    blankBeforeQuote: given.quote !== '' && delimiter !== ' ',
  };
  const records = readSample(sample, dialect, blankProfile(0), MOST_RECORDS).filter((record) => !isBlankRecord(record));
  const body = withoutEdges(records);
  const width = usualWidth(body);
  const rows = body.filter((record) => record.cells.length === width);
  const share = rows.length / Math.max(1, body.length);
  const faults = faultShare(records);
  const quality = cellQuality(rows, dialect);
  const lead = records.indexOf(body[0] ?? records[0] ?? emptyRecord);
  const kept = withoutRemarks(records).length;
  const edges = kept - body.length;
  const edge = Math.min(1, body.length / edges) * Math.sqrt(body.length / kept) * (width === 2 && lead > 0 ? 0.6 : 1);
  const unquoted = given.quote === '' && given.backslash === false && sample.text.includes('"') ? 0.9 : 1;
  const prior = delimiter.length > 1 ? 1 : (PRIOR.get(delimiter) ?? 0.8);
  const wide = width < 2 ? 0.2 : 1 + 0.03 * Math.min(4, Math.log2(width));
  const score =
    share ** 1.5 * quality * edge * prior * wide * (1 - faults) * unquoted * acceptance(rows, delimiter, width);
  const quoted = records.filter(({ marks }) => marks & mark.quoted).length / Math.max(1, records.length);
  const broken = records.filter(({ fault }) => fault !== 'none').length;
  return { dialect, width, score, share, faults: broken, quoted, headed: lead === 0, rival: '' };
}

const emptyRecord: SampleRecord = { cells: [''], line: 1, lines: 1, marks: 0, fault: 'none', filled: 0, text: '' };

/** Title lines and closing notes left off: leading and trailing records with a single cell; comments wherever they are. */
function withoutEdges(all: readonly SampleRecord[]): readonly SampleRecord[] {
  const records = withoutRemarks(all);
  const lone = (record: SampleRecord | undefined): boolean =>
    record !== undefined && record.lines === 1 && record.cells.length === 1;
  let from = 0;
  let to = records.length;
  while (from < to && from < MOST_EDGE && lone(records[from])) from++;
  while (to > from && records.length - to < MOST_EDGE && lone(records[to - 1])) to--;
  return from === to ? records : records.slice(from, to);
}

/** Leaves out lines that start with '#' and do not have the fields of the others. */
function withoutRemarks(records: readonly SampleRecord[]): readonly SampleRecord[] {
  const others = records.filter(({ text }) => !text.startsWith('#'));
  if (others.length === records.length || others.length < 2) return records;
  const width = usualWidth(others);
  return records.filter(({ text, cells }) => !text.startsWith('#') || cells.length === width);
}

/** The most frequent number of fields; the larger of two equally frequent. */
export function usualWidth(records: readonly { cells: readonly string[] }[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of records) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  let best = 0;
  let most = 0;
  for (const [width, count] of counts) {
    if (count > most || (count === most && width > best)) [best, most] = [width, count];
  }
  return best;
}

/** How much the quoting is at fault: 0 to 0.9. One or two faults are slips, not another dialect. */
function faultShare(records: readonly SampleRecord[]): number {
  const quoted = records.filter((record) => record.marks & mark.quoted || record.fault !== 'none').length;
  const faulty = records.filter((record) => record.fault !== 'none');
  if (faulty.length < 3) return faulty.length * 0.02;
  const weight = faulty.reduce((sum, { fault }) => sum + (fault === 'stray' ? 0.3 : 0.9), 0);
  return weight / quoted;
}

/** The reading as one column: every line is one cell, unless cells are quoted as a writer of commas would. */
function oneColumn(
  sample: Sample,
  ends: LineEnds,
  { quote }: DialectWishes,
  others: readonly DialectChoice[],
): DialectChoice {
  const dialect: Dialect = {
    delimiter: ',',
    blankAfter: false,
    quote: quote ?? '"',
    backslash: false,
    ...ends,
    blankBeforeQuote: false,
  };
  const lines = readSample(sample, { ...dialect, delimiter: NO_DELIMITER }, blankProfile(0), MOST_RECORDS).filter(
    (record) => !isBlankRecord(record),
  );
  const cells = lines.map((record) => record.cells[0] ?? '');
  const body = cells.length > 1 ? cells.slice(1) : cells;
  const typed = body.length > 0 && body.every((cell) => isTyped(kindOf(cell)));
  const headed = cells.length > 1 && !/[,;|\t]/.test(cells[0] ?? '');
  const quoted = lines.some((record) => record.marks & mark.quoted);
  const widest = Math.max(1, ...others.map(({ width }) => width));
  const score = typed && (headed || widest === 1) ? ONE_TYPED_COLUMN : ONE_COLUMN;
  const none = quoted || !lines.some(({ text }) => text.includes(',')) ? ',' : NO_DELIMITER;
  return {
    dialect: { ...dialect, delimiter: none, quote: quoted ? dialect.quote : (quote ?? '"') },
    width: 1,
    score,
    share: 1,
    faults: 0,
    quoted: 0,
    headed: true,
    rival: typed ? '' : unusedDelimiter(cells),
  };
}

/** A delimiter that stands in the first line or in many lines of what is read as one column; empty when there is none. */
function unusedDelimiter(lines: readonly string[]): string {
  const found = [...',;\t|'].find((delimiter) => {
    const holding = lines.filter((line) => line.includes(delimiter)).length;
    return (lines[0] ?? '').includes(delimiter) || holding >= lines.length * 0.2;
  });
  return found ?? '';
}

/** Settles the finer points of the winner: one blank after each delimiter, or on both sides. */
function finish(sample: Sample, choice: DialectChoice): DialectChoice {
  const { dialect, width } = choice;
  if (width < 2 || dialect.delimiter === ' ' || dialect.blankAfter) return choice;
  const records = readSample(sample, dialect, blankProfile(width), MOST_RECORDS).filter(
    (record) => record.cells.length === width,
  );
  const bare = records.filter((record) => (record.marks & mark.quoted) === 0).map(({ cells }) => cells);
  const after = bare.flatMap((cells) => cells.slice(1));
  if (after.length === 0 || !after.every((cell) => cell.startsWith(' '))) return choice;
  const before = bare.flatMap((cells) => cells.slice(0, -1)).every((cell) => cell.endsWith(' '));
  return { ...choice, dialect: { ...dialect, blankAfter: true, ...(before ? { blankBefore: true } : {}) } };
}
