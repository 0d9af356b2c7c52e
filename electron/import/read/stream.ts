import { remark } from '../../model/remarks';
import { Classifier } from './classify';
import type { Output } from './classify';
import { TextStream } from './decode';
import { RecordFeed } from './feed';
import { FooterHold } from './footer-hold';
import { judgeFile } from './judge';
import type { Plan } from './plan';
import { chunksOf } from './source';
import { judgedCodes } from './types';
import type { ReadControl, ReadEnd, ReadOptions, RecordBatch, SetAside } from './types';

/** Reads a planned file through, piece by piece, and passes on what it holds. */
export class Reading {
  private readonly classifier: Classifier;
  private readonly feed: RecordFeed;
  private readonly decoder: TextStream;

  constructor(
    private readonly plan: Plan,
    output: Output,
  ) {
    this.classifier = new Classifier(plan, output);
    const footer = plan.options.footer ?? 0;
    const sink = footer > 0 ? new FooterHold(this.classifier, footer) : this.classifier;
    this.feed = new RecordFeed(plan.dialect, plan.profile, sink, plan.layout.skip);
    this.decoder = new TextStream(plan.encoding, plan.encodingOpen);
  }

  /** True once no more rows are wanted. */
  get stopped(): boolean {
    return this.feed.stopped;
  }

  /** Reads a further piece of the file. */
  write(bytes: Buffer): void {
    const { text, bad } = this.decoder.write(bytes);
    this.noteChange();
    this.feed.push(text, false, bad);
  }

  /** Reads a text that was decoded already, to its end. */
  writeText(text: string, bad: readonly number[]): void {
    this.feed.push(text, true, bad);
  }

  /** Settles the end of the file and gives the account. */
  finish(atEnd: boolean, decoded = false): ReadEnd {
    if (atEnd && !decoded) {
      const { text, bad } = this.decoder.end();
      this.feed.push(text, true, bad);
    }
    const { classifier } = this;
    classifier.finish(atEnd && !this.stopped);
    for (const warning of this.plan.judgement.warnings) {
      if (ofTheWhole.has(warning.code)) classifier.log.add(warning);
    }
    return {
      lines: classifier.lines,
      warnings: classifier.log.list(),
      rows: classifier.rows,
      setAsideCount: classifier.setAsideCount,
      encoding: this.decoder.changedTo?.encoding ?? this.plan.encoding,
    };
  }

  private noteChange(): void {
    const change = this.decoder.changedTo;
    if (change === null || this.changeNoted) return;
    this.changeNoted = true;
    this.classifier.log.note(
      'encoding_late',
      this.feed.line,
      remark('encoding_late', { line: this.feed.line, encoding: change.encoding }),
    );
  }

  private changeNoted = false;
}

// A row of another dialect is also met among the records; what the header gave of it is the judging's.
const ofTheWhole: ReadonlySet<string> = new Set([...judgedCodes, 'other_dialect']);

const BATCH = 4096;

/** Reads a table piece by piece: memory holds one batch at a time. Throws UserError. */
export async function* readRecords(
  path: string,
  options: ReadOptions = {},
  control: ReadControl = {},
): AsyncGenerator<RecordBatch> {
  const { plan } = await judgeFile(path, options);
  yield* readPlanned(plan, control);
}

/** As readRecords, for a file that was judged already. */
async function* readPlanned(plan: Plan, control: ReadControl = {}): AsyncGenerator<RecordBatch> {
  const { header } = plan.judgement;
  let batch = emptyBatch(header);
  const output: Output = {
    row: (cells, line) => {
      batch.cells.push(cells);
      batch.lines.push(line);
    },
    setAside: (line: SetAside) => batch.setAside.push(line),
    full: () => false,
  };
  const reading = new Reading(plan, output);
  for await (const chunk of chunksOf(plan.source, control)) {
    reading.write(chunk);
    if (batch.cells.length < BATCH) continue;
    yield batch;
    batch = emptyBatch(header);
  }
  const end = reading.finish(true);
  yield { ...batch, end };
}

function emptyBatch(header: string[]): RecordBatch {
  return { header, cells: [], lines: [], setAside: [], end: null };
}
