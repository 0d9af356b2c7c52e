/** Groups of a board's rows: by the period a row's day lies in, or by what its member is. */
import type { Question } from '../model/question';
import { dimensions, isTimeDimension } from '../model/question';
import type { Table } from '../model/table';
import { numbersOf, textsOf } from '../model/table';
import type { Asked } from './board';
import type { Members } from './board-members';
import { memberTexts } from './board-members';
import { byPoints } from './board-order';
import { customerDimensions } from './customers';

/** Days that lie in one group of time: from the first to before the end. */
export interface Stretch {
  readonly group: number;
  readonly first: number;
  readonly end: number;
}

/** The group of each row; labels in the order of the answer. */
export interface Groups {
  readonly labels: readonly (string | null)[];
  /** Of each member one more than its group, 0 for none; null where no member tells its group. */
  readonly codes: Uint16Array | Int32Array | null;
  /** The groups of time, oldest day first; null where time does not split, so that what has no day has a group too. */
  readonly stretches: readonly Stretch[] | null;
}

const times: readonly string[] = ['month', 'quarter'];

const lasting = (names: readonly string[]): readonly string[] => names.filter((name) => !isTimeDimension(name));

/** What a deal, and what a customer, is: their dimensions but time. */
export const dealTraits = lasting(dimensions);
export const customerTraits = lasting(customerDimensions);

/** True when a question is filtered by nothing but what its members are. */
export function isFilteredBy(traits: readonly string[], filters: Question['filters']): boolean {
  return Object.keys(filters).every((name) => traits.includes(name));
}

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
  if (name === undefined) return { labels: [null], codes: null, stretches: null };
  if (times.includes(name)) return groupsOfDays(spans, name);
  const { dictionary, codes } = memberTexts(members, name);
  return { labels: dictionary, codes, stretches: null };
}

function groupsOfDays(spans: Table, name: string): Groups {
  const texts = textsOf(spans, name);
  const labels = [...new Set(texts)].sort((a, b) => byPoints(a ?? '', b ?? ''));
  const first = numbersOf(spans, 'on_day')[0] ?? 0;
  const begins = texts.flatMap((text, at) => (at === 0 || text !== texts[at - 1] ? [at] : []));
  const stretches = begins.map((begin, at) => ({
    group: labels.indexOf(texts[begin] ?? null),
    first: first + begin,
    end: first + (begins[at + 1] ?? texts.length),
  }));
  return { labels, codes: null, stretches };
}
