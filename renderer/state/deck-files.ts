/** The review as files: written by the engine, placed by the person, whole or not at all. */
import type { Outcome } from '../../electron/contract';
import type { Deck } from '../../electron/model/deck';
import type { Locale } from '../i18n';
import { ask, bridge, problemOf } from '../engine';
import type { MaskWish } from './deck';
import { listVersions, useDeck } from './deck';

let writing: AbortController | null = null;

/** The formats the window writes. */
export type ExportFormat = 'pptx' | 'pdf' | 'xlsx' | 'csv' | 'svg' | 'html' | 'png';

/** How a review is written. */
export interface ExportWish {
  readonly format: ExportFormat;
  readonly ratio: '16:9' | '4:3';
  /** What a PDF is printed on. */
  readonly paper: 'slide' | 'A4' | 'Letter';
}

/** Writes the review as a file that the person places. */
export async function exportReview(wish: ExportWish, language: Locale): Promise<void> {
  const { deck, mask } = useDeck.getState();
  if (!deck) return;
  const { format } = wish;
  const name = fileName(deck, mask, format);
  await write(name, async (abort) => {
    const { bytes } = await ask(
      (engine, signal) => engine.review.write({ deck, language, mask, ...wish }, { signal }),
      abort,
    );
    await listVersions();
    return format === 'pdf' ? bridge().savePdf(name, bytes) : bridge().saveFile(name, bytes);
  });
}

// The name of a masked file names nobody either.
function fileName({ id, template, year, quarter }: Deck, mask: MaskWish, format: ExportFormat): string {
  const ending = format === 'csv' || format === 'svg' || format === 'png' ? `${format}.zip` : format;
  const plain = mask.customers || mask.reps ? `${template} ${year}Q${quarter}` : id;
  return `${plain.replace(/[^\p{L}\p{N}]+/gu, '-')}.${ending}`;
}

/** Makes a copy of the workspace to give away, where the person wants it; names are replaced as chosen, all of them where nothing was. */
export async function shareCopy(language: Locale): Promise<void> {
  const { mask } = useDeck.getState();
  const folder = await bridge().newWorkspaceDialog();
  if (folder === null) return;
  const wish = mask.customers || mask.reps ? mask : { customers: true, reps: true };
  const name = folder.replace(/^.*[/\\]/, '');
  await write(name, async (abort) => {
    await ask((engine, signal) => engine.workspace.share({ folder, mask: wish, language }, { signal }), abort);
    return { ok: true, value: name };
  });
}

// One file at a time; what it was called when it is there, or why it is not.
async function write(name: string, work: (abort: AbortSignal) => Promise<Outcome<string | null>>): Promise<void> {
  writing?.abort();
  const abort = (writing = new AbortController());
  useDeck.setState({ writing: name, written: null, problem: null });
  try {
    const outcome = await work(abort.signal);
    if (outcome.ok) useDeck.setState({ written: outcome.value });
    else useDeck.setState({ problem: { code: outcome.code, args: outcome.args, detail: outcome.code } });
  } catch (error) {
    useDeck.setState({ problem: problemOf(error) });
  } finally {
    useDeck.setState({ writing: null });
  }
}

/** Stops the file that is being written; nothing is left of it. */
export function cancelExport(): void {
  writing?.abort();
}
