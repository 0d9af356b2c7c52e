import { because } from '../../model/evidence';
import type { Evidence } from '../../model/evidence';
import { UserError } from '../../model/errors';
import { Classifier } from './classify';
import type { Output } from './classify';
import { NO_DELIMITER, chooseDialect } from './dialect';
import type { DialectChoice } from './dialect';
import { chooseEncoding } from './encoding';
import type { EncodingChoice } from './encoding';
import { RecordFeed } from './feed';
import { decodeAll, furtherPieces, headOf } from './head';
import { firstJudgement, noteDoubts, noteTranscript } from './judgement';
import { chooseLayout, noteTablesBeside } from './layout';
import type { Layout } from './layout';
import type { Plan } from './plan';
import { blankProfile, profileOf } from './profile';
import { refuseBytes, refuseText } from './refuse';
import { isBlankRecord, lastLineEnd, readSample } from './sample';
import type { Sample, SampleRecord } from './sample';
import { openSource, readMiddle, refuseBomb } from './source';
import type { Source } from './source';
import type { Newline, ReadOptions, Transcript } from './types';
import { isTotalsRow } from './totals';

/** A plan with the text it was made from, so that a small file need not be read twice. */
export interface Judged {
  plan: Plan;
  sample: Sample;
  /** Places in the sample that stand for undecodable bytes. */
  bad: number[];
}

const TAIL = 64 * 1024;
const MOST_RECORDS = 2000;

/** Decides what a file is. Throws UserError when it cannot honestly be read as a table. */
export async function judgeFile(path: string, options: ReadOptions = {}): Promise<Judged> {
  if (options.transcript) return judgeTranscript(path, options, options.transcript);
  const source = await openSource(path, options);
  const head = await headOf(source);
  if (head.bytes.length === 0) throw new UserError('empty_file', { file: source.name });
  refuseBytes(head.bytes, source.name);
  if (source.packed !== 'plain' && !head.whole) await refuseBomb(source);
  const encoding = chooseEncoding(head.bytes, head.whole ? [] : await furtherPieces(source), options.encoding);
  const { text, bad } = decodeAll(head.bytes, encoding.encoding);
  if (text.trim() === '' || /^[\s\0\ufeff]*$/.test(text)) throw new UserError('only_blank', { file: source.name });
  refuseText(text, source.name);
  const sample = sampleOf(text, head.whole);
  const plan = planFrom(source, sample, encoding, options);
  await tryPlan(plan, sample, bad);
  if (encoding.bom && head.bytes.toString('latin1', 3, 6) === '\xef\xbb\xbf') plan.judgement.clean = false;
  return { plan, sample, bad };
}

/** Decides of a table that this program wrote out: only where its header is, and what stands above and below it. */
async function judgeTranscript(path: string, options: ReadOptions, transcript: Transcript): Promise<Judged> {
  const source = await openSource(path, options);
  const head = await headOf(source);
  const encoding = chooseEncoding(head.bytes, [], 'utf-8');
  const { text, bad } = decodeAll(head.bytes, encoding.encoding);
  if (text.trim() === '') throw new UserError('only_blank', { file: source.name });
  const sample = sampleOf(text, head.whole);
  const plan = planFrom(source, sample, encoding, transcript.named ? { headerLine: 1, ...options } : options);
  await tryPlan(plan, sample, bad);
  return { plan, sample, bad };
}

function sampleOf(text: string, whole: boolean): Sample {
  return whole ? { text, whole } : { text: text.slice(0, lastLineEnd(text, text.length)), whole };
}

function planFrom(source: Source, sample: Sample, encoding: EncodingChoice, options: ReadOptions): Plan {
  const { transcript } = options;
  const separator = transcript ? null : separatorLine(sample.text);
  const skipped = Math.max(options.skip ?? 0, separator === null ? 0 : 1);
  const { choice, told } = transcript
    ? { choice: transcribed(transcript), told: null }
    : dialectOf(sample, skipped, separator, options);
  const { dialect } = choice;
  const records = readSample(sample, dialect, blankProfile(choice.width), MOST_RECORDS, skipped);
  refuseRecords(records, choice.width, source.name);
  const layout = chooseLayout(records, dialect, choice.width, skipped, options);
  const body = records.filter(
    (record) => record.line > layout.headerLine && record.line > layout.skip && record.fault === 'none',
  );
  const blanks = body.filter(isBlankRecord).length;
  const blanksPart = blanks * 10 < body.length || blanks < 2;
  const rows = (blanksPart ? largestBlock(body) : body)
    .map(({ cells }) => (layout.usualExtra > 0 ? cells.slice(0, layout.width) : cells))
    .filter((cells) => !isTotalsRow(cells) && cells.some((cell, i) => cell !== layout.rawHeader[i]));
  const profile = profileOf(rows, layout.width);
  noteTablesBeside(layout, rows);
  const judgement = firstJudgement(encoding, choice, layout, told);
  if (source.packed !== 'plain')
    judgement.decisions.unshift({
      what: 'archive',
      chosen: source.name,
      evidence: because('only_table_in', { kind: source.packed }),
    });
  noteDoubts(judgement, encoding, choice, layout);
  if (transcript) noteTranscript(judgement, transcript, layout);
  return {
    source,
    judgement,
    encoding: encoding.encoding,
    encodingOpen: !sample.whole && encoding.encoding === 'utf-8' && options.encoding === undefined && !encoding.bom,
    dialect,
    layout,
    profile,
    blanksPart,
    options,
  };
}

function transcribed({ width }: Transcript): DialectChoice {
  const plain = { delimiter: ',', blankAfter: false, quote: '"', backslash: false, crEnds: false };
  const dialect = { ...plain, blankBeforeQuote: false, transcribed: Math.max(1, width) };
  return { dialect, width: Math.max(1, width), score: 1, share: 1, faults: 0, quoted: 0, headed: true, rival: '' };
}

/** The longest stretch of records without a blank line in it. */
function largestBlock(records: readonly SampleRecord[]): readonly SampleRecord[] {
  let best: readonly SampleRecord[] = [];
  let start = 0;
  for (let i = 0; i <= records.length; i++) {
    const record = records[i];
    if (record !== undefined && !isBlankRecord(record)) continue;
    if (i - start > best.length) best = records.slice(start, i);
    start = i + 1;
  }
  return best;
}

function dialectOf(
  sample: Sample,
  skipped: number,
  separator: string | null,
  options: ReadOptions,
): { choice: DialectChoice; told: Evidence | null } {
  const quote = options.quote === undefined ? {} : { quote: options.quote };
  const below = skipped > 0 ? { ...sample, text: sample.text.slice(lineStart(sample.text, skipped)) } : sample;
  if (options.delimiter !== undefined) {
    const delimiter =
      options.delimiter === '\\t' || options.delimiter === 'tab'
        ? '\t'
        : options.delimiter === ''
          ? NO_DELIMITER
          : options.delimiter;
    return { choice: chooseDialect(below, { delimiter, ...quote }), told: because('told') };
  }
  if (separator !== null) {
    const choice = chooseDialect(below, { delimiter: separator, ...quote });
    if (choice.width > 1) return { choice, told: because('own_sep_line') };
  }
  return { choice: chooseDialect(below, quote), told: null };
}

/** Reads the sample through, and the end of a big file, for the warnings, the footer and the verdict on cleanliness. */
async function tryPlan(plan: Plan, sample: Sample, bad: readonly number[]): Promise<void> {
  const { judgement, source, options } = plan;
  const nothing: Output = { row: () => undefined, setAside: () => undefined, full: () => false };
  const classifier = new Classifier(plan, nothing);
  const feed = new RecordFeed(plan.dialect, plan.profile, classifier, plan.layout.skip);
  feed.push(
    sample.text,
    sample.whole,
    bad.filter((place) => place < sample.text.length),
  );
  classifier.finish(sample.whole);
  judgement.newline = newlineOf(classifier.ends);
  judgement.whole = sample.whole;
  judgement.footerLines = options.footer ?? (sample.whole ? classifier.lines.footer : await footerOf(plan));
  judgement.warnings.push(...classifier.log.list());
  if (!options.transcript)
    judgement.decisions.push({ what: 'newline', chosen: judgement.newline, evidence: endsSeen(classifier.ends) });
  if (judgement.footerLines > 0) {
    const evidence = because(options.footer === undefined ? 'closing_lines' : 'told');
    judgement.decisions.push({ what: 'footer', chosen: `${judgement.footerLines} lines`, evidence });
  }
  const loneReturn = /\r(?!\n)/.test(sample.text);
  judgement.clean =
    source.packed === 'plain' &&
    !loneReturn &&
    isPlain(plan) &&
    !classifier.loose &&
    classifier.setAsideCount === 0 &&
    classifier.lines.comment === 0;
}

/** True when nothing in the judgement is beyond a strict reader. */
function isPlain({ judgement, dialect, layout }: Plan): boolean {
  const { encoding, newline, warnings, footerLines } = judgement;
  if (encoding !== 'utf-8' || (newline !== 'lf' && newline !== 'crlf')) return false;
  const faulty = warnings.some(({ code }) => code !== 'header_uncertain' && code !== 'delimiter_uncertain');
  if (faulty || footerLines > 0 || layout.furtherHeaders > 0 || layout.usualExtra > 0) return false;
  if (
    dialect.delimiter === ' ' ||
    dialect.delimiter.length > 1 ||
    dialect.delimiter === NO_DELIMITER ||
    dialect.blankAfter ||
    dialect.backslash
  )
    return false;
  return layout.headerLine === 0 || layout.rawHeader.length === layout.width;
}

async function footerOf(plan: Plan): Promise<number> {
  const { source } = plan;
  const size = source.bytes ?? 0;
  const bytes = await readMiddle(source, Math.max(0, size - TAIL), TAIL);
  if (bytes.length === 0) return 0;
  const { text } = decodeAll(bytes.subarray(plan.encoding.startsWith('utf-16') ? size % 2 : 0), plan.encoding);
  const layout: Layout = { ...plan.layout, headerLine: 0, skip: 0, furtherHeaders: 0 };
  const nothing: Output = { row: () => undefined, setAside: () => undefined, full: () => false };
  const classifier = new Classifier({ ...plan, layout }, nothing);
  const { transcribed: _unaligned, ...dialect } = plan.dialect;
  new RecordFeed(dialect, plan.profile, classifier, 1).push(text, true);
  classifier.finish(true);
  return classifier.lines.footer;
}

function refuseRecords(records: readonly SampleRecord[], width: number, file: string): void {
  const first = records.find((record) => !isBlankRecord(record));
  if (first === undefined) throw new UserError('not_a_table', { file, reason: 'no_record' });
  if (width === 1 && (first.fault === 'unclosed' || first.fault === 'lost_unclosed')) {
    throw new UserError('not_a_table', { file, line: first.line, reason: 'unclosed_quote' });
  }
}

/** The delimiter that a first line such as `sep=;` names; null when there is no such line. */
function separatorLine(text: string): string | null {
  return /^"?sep=(.)"?[ \t]*(?:\r\n|\r|\n)/i.exec(text)?.[1] ?? null;
}

function lineStart(text: string, lines: number): number {
  const ends = /\r\n|\r|\n/g;
  for (let i = 0; i < lines; i++) if (ends.exec(text) === null) return text.length;
  return ends.lastIndex;
}

function newlineOf({ lf, crlf, cr }: Classifier['ends']): Newline {
  if ([lf, crlf, cr].filter((count) => count > 0).length > 1) return 'mixed';
  return crlf > 0 ? 'crlf' : cr > 0 ? 'cr' : 'lf';
}

function endsSeen({ lf, crlf, cr }: Classifier['ends']): Evidence {
  return because('line_ends', { lf, crlf, cr });
}
