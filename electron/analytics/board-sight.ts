/** What a question chooses and splits of a board's rows: seen member by member, or, nearly always, cell by cell, where members that are alike in what is asked about are taken together. */
import type { Question } from '../model/question';
import { isTimeDimension } from '../model/question';
import type { Asked } from './board';
import { filled, placesWhere } from './board';
import type { Groups } from './board-groups';
import { groupsOf } from './board-groups';
import type { Members, MemberTexts } from './board-members';
import { chosenOf, memberTexts } from './board-members';

/** Members told apart by some of their dimensions alone. */
export interface Lens {
  /** One for every combination of texts. */
  readonly cells: Members;
  /** Cell of each member. */
  readonly cellOf: Uint16Array;
}

export interface Sight {
  readonly groups: Groups;
  /** 1 or 0 a cell, or a member where there is no lens; null for all of them. */
  readonly chosen: Uint8Array | null;
  /** The cells chosen; null for all of them, and where there is no lens. */
  readonly chosenCells: Uint16Array | null;
  readonly lens: Lens | null;
}

/** Most cells, and fewest members to a cell where more dimensions are told apart than were asked about. */
const [mostCells, fewestAlike] = [2 ** 16, 16];

/** Most lenses kept of one board: each is a number a row. */
const mostLenses = 3;

/** What questions speak of most comes first, and is told apart as far as there is room. */
const spokenOf = ['team', 'role', 'segment', 'source', 'region', 'industry', 'product', 'rep', 'size_band'];

/** How the members of a board are seen under a question. */
export function sightOf(members: Members, asked: Asked): Sight {
  const { by, filters } = asked.question;
  const lens = lensFor(members, [...Object.keys(filters), ...by.filter((name) => !isTimeDimension(name))]);
  if (lens === null)
    return { groups: groupsOf(members, asked), chosen: chosenOf(members, filters), chosenCells: null, lens };
  return { groups: groupsOf(lens.cells, asked), ...choiceOf(lens, filters), lens };
}

type Choice = Pick<Sight, 'chosen' | 'chosenCells'>;

const none: Choice = { chosen: null, chosenCells: null };
const lastChoice = new WeakMap<Lens, Choice & { readonly key: string }>();

// One change of a filter asks several questions.
function choiceOf(lens: Lens, filters: Question['filters']): Choice {
  const key = JSON.stringify(Object.entries(filters));
  const last = lastChoice.get(lens);
  if (last?.key === key) return last;
  const chosen = chosenOf(lens.cells, filters)?.slice() ?? null;
  if (chosen === null) return none;
  const choice = {
    key,
    chosen,
    chosenCells: new Uint16Array(placesWhere(chosen.length, (cell) => chosen[cell] === 1)),
  };
  lastChoice.set(lens, choice);
  return choice;
}

const lenses = new WeakMap<Members, readonly Lens[]>();

// The one used last stands last; null where cells would be as many as members.
function lensFor(members: Members, names: readonly string[]): Lens | null {
  const known = lenses.get(members) ?? [];
  const found = known.find(({ cells }) => names.every((name) => cells.texts.has(name))) ?? lensBy(members, names);
  if (found !== null && found !== known.at(-1))
    lenses.set(members, [...known.filter((lens) => lens !== found), found].slice(-mostLenses));
  return found;
}

function lensBy(members: Members, names: readonly string[]): Lens | null {
  const told = [...new Set(names)];
  let cells = told.reduce((product, name) => product * valuesOf(memberTexts(members, name)).count, 1);
  if (cells > Math.min(mostCells, Math.max(1, members.length / 2))) return null;
  const room = Math.min(mostCells, members.length / fewestAlike);
  for (const name of spokenOf) {
    const texts = members.texts.get(name);
    if (!texts || told.includes(name) || cells * valuesOf(texts).count > room) continue;
    told.push(name);
    cells *= valuesOf(texts).count;
  }
  return toldApart(members, told, cells);
}

interface Values {
  readonly first: number;
  readonly count: number;
}

const values = new WeakMap<MemberTexts, Values>();

/** Codes from the lowest there is: 0, for no text, is seldom used. */
function valuesOf(texts: MemberTexts): Values {
  const known = values.get(texts);
  if (known) return known;
  const first = texts.codes.includes(0) ? 0 : 1;
  const found = { first, count: Math.max(1, texts.dictionary.length + 1 - first) };
  values.set(texts, found);
  return found;
}

function toldApart(members: Members, names: readonly string[], cells: number): Lens {
  const cellOf = new Uint16Array(members.length);
  const texts = new Map<string, MemberTexts>();
  let step = 1;
  for (const name of names) {
    const all = memberTexts(members, name);
    const { dictionary, codes } = all;
    const { first, count } = valuesOf(all);
    for (let who = 0; who < cellOf.length; who++) cellOf[who]! += (codes[who]! - first) * step;
    const own = step;
    texts.set(name, {
      dictionary,
      codes: filled(new Uint16Array(cells), (cell) => first + (Math.floor(cell / own) % count)),
    });
    step *= count;
  }
  return { cells: { length: cells, texts }, cellOf };
}

/** Rows' members as `chosen` and the codes of groups number them. */
export function placesIn(place: Int32Array, { lens }: Sight): Int32Array | Uint16Array {
  return lens === null ? place : cellsIn(place, lens);
}

const seenCells = new WeakMap<Lens, WeakMap<Int32Array, Uint16Array>>();

/** Cells of rows' members. */
export function cellsIn(place: Int32Array, lens: Lens): Uint16Array {
  return keptOf(seenCells, lens, place, () => {
    const cells = new Uint16Array(place.length);
    for (let row = 0; row < cells.length; row++) cells[row] = lens.cellOf[place[row]!]!;
    return cells;
  });
}

/** What is kept of rows beside a lens, made where nothing is yet. */
export function keptOf<K extends object, V>(all: WeakMap<Lens, WeakMap<K, V>>, lens: Lens, rows: K, make: () => V): V {
  const kept = all.get(lens) ?? new WeakMap<K, V>();
  all.set(lens, kept);
  const found = kept.get(rows) ?? make();
  kept.set(rows, found);
  return found;
}
