import JSZip from 'jszip';
import type { Ratio } from '../../electron/review/draw/layout';
import { pptxOf } from '../../electron/review/pptx';
import { reviewOf } from './content';

export const review = reviewOf();
/** A text as XML can hold it. */
export const plain = (text: string): string => text.replace('\u0001', '\uFFFD');

/** Every part of a package as text. */
export async function partsOf(bytes: Uint8Array): Promise<Map<string, string>> {
  const zip = await JSZip.loadAsync(bytes);
  const parts = new Map<string, string>();
  for (const [name, entry] of Object.entries(zip.files)) if (!entry.dir) parts.set(name, await entry.async('string'));
  return parts;
}

// Made once: what the tests look at is the same file.
const made = new Map<Ratio, Promise<Map<string, string>>>();
/** The parts of the slides in a ratio, made once. */
export function slidesIn(ratio: Ratio): Promise<Map<string, string>> {
  const known = made.get(ratio) ?? pptxOf(review, ratio, null).then(partsOf);
  made.set(ratio, known);
  return known;
}

export const parsed = (text: string): Document => new DOMParser().parseFromString(text, 'application/xml');
export const named = (node: Document | Element, name: string): Element[] => [...node.getElementsByTagName(name)];
