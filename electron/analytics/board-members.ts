/** Members of a board with what each is, and which of them filters choose. */
import type { Question } from '../model/question';
import type { Table, TextColumn } from '../model/table';

/** The texts of a dimension: `codes` holds of each member 0 for none, else one more than the place of its text. */
export interface MemberTexts {
  readonly dictionary: readonly string[];
  readonly codes: Uint8Array | Uint16Array | Int32Array;
}

export interface Members {
  readonly length: number;
  readonly texts: ReadonlyMap<string, MemberTexts>;
}

/** The members of a board as they were read, but for some columns; in a quarter of the memory, as few dimensions have more than some hundred values. */
export function membersOf({ length, columns }: Table, except: readonly string[] = []): Members {
  const texts = columns.flatMap((column) =>
    column.kind === 'text' && !except.includes(column.name) ? [[column.name, narrowed(column)] as const] : [],
  );
  return { length, texts: new Map(texts) };
}

function narrowed({ dictionary, codes }: TextColumn): MemberTexts {
  const Kind = dictionary.length < 2 ** 8 ? Uint8Array : dictionary.length < 2 ** 16 ? Uint16Array : Int32Array;
  const narrow = new Kind(codes.length);
  for (let at = 0; at < codes.length; at++) narrow[at] = codes[at]! + 1;
  return { dictionary, codes: narrow };
}

/** The texts of a dimension. Throws where a board has none. */
export function memberTexts({ texts }: Members, name: string): MemberTexts {
  const found = texts.get(name);
  if (!found) throw new Error(`no texts in ${name}`);
  return found;
}

/** Which members the filters choose: 1 or 0 a member, null for all of them. The last choice is kept, as one change of a filter asks several questions. */
export function chosenOf(members: Members, filters: Question['filters']): Uint8Array | null {
  const entries = Object.entries(filters);
  if (entries.length === 0) return null;
  const key = JSON.stringify(entries);
  const known = lastChoice.get(members);
  if (known?.key === key) return known.chosen;
  const chosen = new Uint8Array(members.length).fill(1);
  for (const [name, values] of entries) narrow(chosen, memberTexts(members, name), values);
  lastChoice.set(members, { key, chosen });
  return chosen;
}

const lastChoice = new WeakMap<Members, { readonly key: string; readonly chosen: Uint8Array }>();

function narrow(chosen: Uint8Array, { dictionary, codes }: MemberTexts, values: readonly string[]): void {
  const wanted = new Set(values);
  const allowed = new Uint8Array(dictionary.length + 1);
  dictionary.forEach((text, at) => (allowed[at + 1] = Number(wanted.has(text))));
  for (let at = 0; at < chosen.length; at++) chosen[at] = chosen[at]! & allowed[codes[at]!]!;
}
