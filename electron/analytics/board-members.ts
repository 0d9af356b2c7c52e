/** Members of a board with what each is, and which of them filters choose. */
import type { Question } from '../model/question';
import type { Table, TextColumn } from '../model/table';
import { byPoints } from './board-order';

/** The texts of a dimension in the order of an answer: `codes` holds of each member 0 for none, else one more than the place of its text. */
export interface MemberTexts {
  readonly dictionary: readonly string[];
  readonly codes: Uint16Array | Int32Array;
}

export interface Members {
  readonly length: number;
  readonly texts: ReadonlyMap<string, MemberTexts>;
}

/** The members of a board as they were read, but for some columns. What another board's members are alike in is kept once. */
export function membersOf({ length, columns }: Table, except: readonly string[] = []): Members {
  const texts = columns.flatMap((column) =>
    column.kind === 'text' && !except.includes(column.name) ? [[column.name, shared(inOrder(column))] as const] : [],
  );
  return { length, texts: new Map(texts) };
}

function inOrder({ dictionary, codes }: TextColumn): MemberTexts {
  const order = dictionary.map((_, code) => code).sort((a, b) => byPoints(dictionary[a]!, dictionary[b]!));
  const place = new Int32Array(dictionary.length + 1);
  order.forEach((code, at) => (place[code + 1] = at + 1));
  const placed = new (dictionary.length < 2 ** 16 ? Uint16Array : Int32Array)(codes.length);
  for (let at = 0; at < codes.length; at++) placed[at] = place[codes[at]! + 1]!;
  return { dictionary: order.map((code) => dictionary[code]!), codes: placed };
}

let read: readonly WeakRef<MemberTexts>[] = [];

function shared(texts: MemberTexts): MemberTexts {
  read = read.filter((known) => known.deref() !== undefined);
  const alike = read.map((known) => known.deref()).find((known) => known && areAlike(known, texts));
  if (alike) return alike;
  read = [...read, new WeakRef(texts)];
  return texts;
}

function areAlike(one: MemberTexts, other: MemberTexts): boolean {
  const bytes = ({ codes }: MemberTexts) => Buffer.from(codes.buffer, codes.byteOffset, codes.byteLength);
  return (
    one.codes.length === other.codes.length &&
    one.dictionary.length === other.dictionary.length &&
    one.dictionary.every((text, at) => text === other.dictionary[at]) &&
    bytes(one).equals(bytes(other))
  );
}

/** The texts of a dimension. Throws where a board has none. */
export function memberTexts({ texts }: Members, name: string): MemberTexts {
  const found = texts.get(name);
  if (!found) throw new Error(`no texts in ${name}`);
  return found;
}

/**
 * Which members the filters choose: 1 or 0 a member, null for all of them. The last choice is kept, as one change of a filter asks several questions;
 * it stands in the place of the one before, so that what is given holds until other filters are asked about.
 */
export function chosenOf(members: Members, filters: Question['filters']): Uint8Array | null {
  const entries = Object.entries(filters);
  const [first, second] = entries;
  if (!first) return null;
  if (!second) return bearersOf(memberTexts(members, first[0]), first[1]);
  const key = JSON.stringify(entries);
  const last = lastChoice.get(members);
  if (last?.key === key) return last.chosen;
  const chosen = last?.chosen ?? roomFor(members.length);
  chosen.fill(1);
  // One after the other: dimensions that say the same share what their bearers are written into.
  for (const [name, values] of entries) keepBoth(chosen, bearersOf(memberTexts(members, name), values));
  lastChoice.set(members, { key, chosen });
  return chosen;
}

interface Choice {
  readonly key: string;
  readonly chosen: Uint8Array;
}

const lastChoice = new WeakMap<Members, Choice>();
const lastBearers = new WeakMap<MemberTexts, Choice>();

// Members that bear one of these texts; boards that share the texts share them too.
function bearersOf(texts: MemberTexts, values: readonly string[]): Uint8Array {
  const key = JSON.stringify(values);
  const last = lastBearers.get(texts);
  if (last?.key === key) return last.chosen;
  const { dictionary, codes } = texts;
  const wanted = new Set(values);
  const allowed = Uint8Array.from(['', ...dictionary], (text, code) => Number(code > 0 && wanted.has(text)));
  const chosen = last?.chosen ?? roomFor(codes.length);
  for (let at = 0; at < codes.length; at++) chosen[at] = allowed[codes[at]!]!;
  lastBearers.set(texts, { key, chosen });
  return chosen;
}

// Four members at a time.
function keepBoth(both: Uint8Array, other: Uint8Array): void {
  const [out, more] = [new Uint32Array(both.buffer), new Uint32Array(other.buffer)];
  for (let at = 0; at < out.length; at++) out[at]! &= more[at]!;
}

function roomFor(members: number): Uint8Array {
  return new Uint8Array(new ArrayBuffer(Math.ceil(members / 4) * 4), 0, members);
}
