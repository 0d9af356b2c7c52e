import { readsAsName } from './header-words';
import { contentSpan, lacksFilled } from './pending';
import type { WaitReason } from './pending';
import type { Plan } from './plan';
import { countFilled, fitOf, startsWithLetter } from './profile';
import type { Profile } from './profile';
import { isNumbersOnly, isTotalsRow, mayBeLabel } from './totals';

/** Tells rows of the right width that are no ordinary data. */
export class Oddities {
  readonly width: number;
  /** A column that holds numbers or dates, to look at first; -1 when there is none. */
  readonly sentinel: number;
  private readonly profile: Profile;
  private readonly rawHeader: readonly string[];
  private readonly markedHeader: string;

  constructor({ layout, profile }: Pick<Plan, 'layout' | 'profile'>) {
    this.width = layout.width;
    this.profile = profile;
    this.rawHeader = layout.rawHeader;
    this.markedHeader = `\ufeff${layout.rawHeader[0] ?? ''}`;
    this.sentinel = profile.sentinel;
  }

  /** True when a row is the header again, but for a name or so in a wide one; perhaps with the mark that opened the file it came from. */
  isHeaderAgain(cells: readonly string[]): boolean {
    const { rawHeader } = this;
    const first = cells[0];
    if (rawHeader.length === 0 || (first !== rawHeader[0] && first !== this.markedHeader)) return false;
    let unlike = 0;
    for (let i = 1; i < this.width; i++) if (cells[i] !== (rawHeader[i] ?? '')) unlike++;
    return unlike === 0 || (this.width > 4 && unlike * 5 <= this.width);
  }

  /** Why a row must wait for those after it; null when it need not. */
  waitReason(cells: readonly string[], quoted: boolean): WaitReason | null {
    const { profile } = this;
    const first = cells[0] ?? '';
    if (this.width === 1) {
      if (first.trim() === '' && !quoted) return 'blank';
      return mayBeLabel(first) && isTotalsRow(cells) ? 'totals' : null;
    }
    const anchored = profile.anchor < 0 || cells[profile.anchor] !== '';
    if ((first === '' || !anchored) && countFilled(cells) === 0) return 'empty';
    const label = first === '' ? cells.find((cell) => cell !== '') : first;
    if (label !== undefined && mayBeLabel(label) && isTotalsRow(cells)) return 'totals';
    const nameless = profile.usualFill === 0 ? first === '' && this.width > 3 : !anchored && profile.anchor >= 0;
    if (nameless && lacksFilled({ cells }, profile) && isNumbersOnly(cells)) return 'nameless';
    return this.isHollow(cells) && countFilled(cells) === 1 && fitOf(cells, profile).good === 0 ? 'sparse' : null;
  }

  /** True when a row's cells are words wherever the columns hold numbers or dates, or names where they do; `apart` says that a blank line stands above it. */
  isForeignHeader(cells: readonly string[], apart: boolean): boolean {
    if (this.sentinel < 0) return false;
    const cell = cells[this.sentinel] ?? '';
    if (cell === '' || !startsWithLetter(cell)) return false;
    const { good, bad } = fitOf(cells, this.profile);
    if (good > 0) return false;
    if (bad >= 3 && bad === this.profile.typed.length) return true;
    if (apart && bad >= 1 && countFilled(cells) === this.width) return true;
    return bad >= 2 && cells.filter((name) => readsAsName(name)).length >= 2;
  }

  /** True when a row is empty from some column on that hardly ever is, as the rows of a narrower table are. */
  isNarrow(cells: readonly string[]): boolean {
    if (this.width < 3 || cells[this.width - 1] !== '') return false;
    const span = contentSpan(cells);
    return span > 0 && this.profile.filled.some((column) => column >= span);
  }

  private isHollow(cells: readonly string[]): boolean {
    return this.profile.usualFill > 2 && cells[this.width - 1] === '' && (cells[1] === '' || cells[0] === '');
  }
}
