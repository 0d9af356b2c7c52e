import type { XmlText } from './xml-scan';

/** A text of one or several runs, each with its own look; how it is pronounced is no part of it. */
export class RichText {
  private whole = '';
  private run = '';
  private inRun = false;
  private spoken = false;

  /** True inside a run. */
  get wantsText(): boolean {
    return this.inRun;
  }

  begin(): void {
    this.whole = '';
    this.run = '';
    this.inRun = false;
    this.spoken = false;
  }

  opened(name: string): void {
    if (name === 'rPh') this.spoken = true;
    else if (name === 't') this.inRun = !this.spoken;
  }

  closed(name: string): void {
    if (name === 'rPh') this.spoken = false;
    else if (name === 't' && this.inRun) {
      this.inRun = false;
      this.whole += withoutEscapes(this.run);
      this.run = '';
    }
  }

  add(text: XmlText): void {
    if (this.inRun) this.run = this.run === '' ? text.toString() : this.run + text.toString();
  }

  /** The text, now that it has ended. */
  end(): string {
    return this.whole;
  }
}

/** Signs that XML cannot hold are written as `_x000D_` in a workbook. */
export function withoutEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
