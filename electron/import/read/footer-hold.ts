import type { Classifier } from './classify';
import { book } from './account';
import type { Row, Sink } from './feed';

/** Holds back as many last lines as a person said are a footer; only what is followed by that many lines goes on. */
export class FooterHold implements Sink {
  private held: Row[] = [];
  private heldLines = 0;

  constructor(
    private readonly classifier: Classifier,
    private readonly footer: number,
  ) {
    classifier.beforeEnd = () => this.settle();
  }

  skipped(row: Row): void {
    this.classifier.skipped(row);
  }

  record(row: Row): boolean {
    const text = row.raw();
    this.held.push({ ...row, raw: () => text });
    this.heldLines += row.lines;
    let stop = false;
    for (
      let first = this.held[0];
      first !== undefined && this.heldLines - first.lines >= this.footer && !stop;
      first = this.held[0]
    ) {
      this.held.shift();
      this.heldLines -= first.lines;
      stop = this.classifier.record(first);
    }
    return stop;
  }

  private settle(): void {
    for (const row of this.held) book(this.classifier.lines, 'footer', row.lines);
    this.held = [];
  }
}
