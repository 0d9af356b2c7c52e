import { RichText } from './rich-text';
import type { XmlListener, XmlText } from './xml-scan';

/** Gathers the texts that cells of a workbook refer to by their number. */
export class SharedTexts implements XmlListener {
  readonly found: string[] = [];
  private readonly current = new RichText();

  get wantsText(): boolean {
    return this.current.wantsText;
  }

  opened(name: string): void {
    if (name === 'si') this.current.begin();
    else this.current.opened(name);
  }

  closed(name: string): void {
    if (name === 'si') this.found.push(this.current.end());
    else this.current.closed(name);
  }

  text(text: XmlText): void {
    this.current.add(text);
  }
}
