/** Groups of a board's rows: by the period a row's day lies in, or by what its member is. */
import type { Table } from '../model/table';
import { numbersOf, textsOf } from '../model/table';
import type { Asked } from './board';
import type { Members } from './board-members';
import { memberTexts } from './board-members';

/** The group of each row; its labels in the order of the answer. */
export interface Groups {
  readonly labels: readonly (string | null)[];
  /** Whether a row without a day has no group. */
  readonly timed: boolean;
  /** Place of the label, -1 for none. */
  readonly of: (member: number, day: number) => number;
}

const times: readonly string[] = ['month', 'quarter'];

/** True when a question splits by nothing, by month or quarter, or by what its members are. */
export function canGroup(by: readonly string[], dimensions: readonly string[] = []): boolean {
  return by.length === 0 || (by.length === 1 && [...times, ...dimensions].includes(by[0] ?? ''));
}

/** True when a question splits by time. */
export function isTimed(by: readonly string[]): boolean {
  return by.some((name) => times.includes(name));
}

/** The groups that a question asks for; `spans` of the quick way bears each day of its period with the labels of time. */
export function groupsOf(members: Members, { question: { by }, spans }: Asked): Groups {
  const [name] = by;
  if (name === undefined) return { labels: [null], timed: false, of: () => 0 };
  return times.includes(name) ? groupsOfDays(spans, name) : groupsOfMembers(members, name);
}

function groupsOfDays(spans: Table, name: string): Groups {
  const texts = textsOf(spans, name);
  const labels = inOrder(texts);
  const first = numbersOf(spans, 'on_day')[0] ?? 0;
  const places = Int32Array.from(texts, (text) => labels.indexOf(text));
  return { labels, timed: true, of: (_, day) => places[day - first] ?? -1 };
}

function groupsOfMembers(members: Members, name: string): Groups {
  const { dictionary, codes } = memberTexts(members, name);
  const labels = inOrder(dictionary);
  const places = new Int32Array(dictionary.length + 1).fill(-1);
  dictionary.forEach((text, at) => (places[at + 1] = labels.indexOf(text)));
  return { labels, timed: false, of: (member) => places[codes[member]!]! };
}

function inOrder(texts: readonly (string | null)[]): (string | null)[] {
  return [...new Set(texts)].sort((a, b) => byPoints(a ?? '', b ?? ''));
}

// As the database compares texts: by code point, whatever the language.
function byPoints(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  for (let at = 0; at < Math.min(left.length, right.length); at++) {
    const step = (left[at]?.codePointAt(0) ?? 0) - (right[at]?.codePointAt(0) ?? 0);
    if (step !== 0) return step;
  }
  return left.length - right.length;
}
