import { resolve } from 'node:path';
import { words } from '../../renderer/i18n';
import type { TemplateName } from '../model/deck';
import { templates } from '../model/deck';
import { UserError } from '../model/errors';
import { quarterOf } from '../review/quarter';
import type { Format } from '../review/write';
import { formatOf, writeReview } from '../review/write';
import type { Session } from '../session/session';
import type { CommandLine, Flags } from './arguments';
import { neededFlag, textFlag } from './arguments';
import type { Output } from './output';
import { writeWhole } from './write-whole';

/** What a review command did, as its document. */
export interface Written {
  readonly out: string;
  readonly format: Format;
  readonly slides: number;
  readonly left_out: readonly { readonly slide: string; readonly reason: string }[];
  /** Headlines that claim more than their figures carry. */
  readonly marked: readonly { readonly slide: number; readonly reason: string }[];
}

/** Writes the review of a quarter, whole or not at all, and keeps what it said. An interrupt stops it and nothing is written. */
export async function runReview(session: Session, { flags }: CommandLine, output: Output): Promise<Written> {
  const wish = { ...quarterFlag(flags), template: templateFlag(flags), rep: textFlag(flags, 'rep') ?? null };
  const out = neededFlag(flags, 'out');
  const format = headlessFormat(out);
  const slide = slideFlag(flags, format);
  const locale = languageFlag(flags);
  if (wish.template !== 'one-to-one' && wish.rep !== null)
    throw new UserError('usage', { detail: '--rep belongs to --template one-to-one' });
  const stop = new AbortController();
  const interrupted = (): void => stop.abort();
  process.once('SIGINT', interrupted);
  try {
    const deck = await session.deck(wish);
    const told = await session.tell(
      deck,
      locale,
      ({ done, total }) => output.progress('review', done, total),
      stop.signal,
    );
    const bytes = await writeReview(told.content, { format, ratio: '16:9', paper: 'slide', brand: deck.brand, slide });
    if (stop.signal.aborted) throw new UserError('review_cancelled');
    await writeWhole(resolve(out), bytes);
    await session.keepSaid(deck, told);
    const { t } = words(locale);
    return {
      out,
      format,
      slides: told.content.slides.length,
      left_out: told.content.leftOut.map(({ title, reason }) => ({ slide: title, reason })),
      marked: told.content.slides.flatMap(({ number, findings }) =>
        findings.map(({ claim, code }) => ({ slide: number, reason: t(`review.finding.${code}`, { claim }) })),
      ),
    };
  } finally {
    process.removeListener('SIGINT', interrupted);
  }
}

function quarterFlag(flags: Flags) {
  return quarterOf(neededFlag(flags, 'quarter'));
}

function templateFlag(flags: Flags): TemplateName {
  const text = textFlag(flags, 'template') ?? 'quarterly';
  const found = templates.find((name) => name === text);
  if (!found) throw new UserError('usage', { detail: `--template is ${templates.join(', ')}, not "${text}"` });
  return found;
}

function headlessFormat(out: string): Format {
  const format = formatOf(out);
  if (format === null || format === 'png' || format === 'pdf')
    throw new UserError('usage', { detail: `--out ends in .pptx, .xlsx, .csv, .svg or .html, not "${out}"` });
  return format;
}

function slideFlag(flags: Flags, format: Format): number | null {
  const text = textFlag(flags, 'slide');
  if (text === undefined) return null;
  if (format !== 'svg') throw new UserError('usage', { detail: '--slide belongs to an .svg' });
  if (!/^[1-9]\d{0,3}$/.test(text))
    throw new UserError('usage', { detail: `--slide takes a number from 1, not "${text}"` });
  return Number(text);
}

function languageFlag(flags: Flags): 'en' | 'ms' {
  const text = textFlag(flags, 'lang') ?? 'en';
  if (text === 'en' || text === 'ms') return text;
  throw new UserError('usage', { detail: `--lang is en or ms, not "${text}"` });
}
