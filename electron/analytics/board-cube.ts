/** Running counts and sums of a board's rows by cell: what lies between two of their bounds is told without a walk over it. */
import { firstFrom, noDay } from './board';
import type { Lens, Sight } from './board-sight';
import { cellsIn, keptOf, placesIn } from './board-sight';

/** Rows of which each is of some kind, a small whole number. */
export interface Kinds {
  readonly place: Int32Array;
  readonly kind: Uint8Array;
  /** Where there are days: the oldest first, and those without one last. */
  readonly day?: Int32Array;
  /** True where a stretch of the rows is asked about by its first and last one. */
  readonly isRanked?: true;
}

export interface Cube {
  /** Numbers of rows, ascending: from none to all of them. */
  readonly bounds: Int32Array;
  /** Kinds that any row is of. */
  readonly kinds: readonly number[];
  /** Of the rows before each bound, kind after kind: how many each cell has, and how many there are. */
  readonly counts: readonly (readonly Int32Array[])[];
  readonly totals: readonly Int32Array[];
}

const cubes = new WeakMap<Lens, WeakMap<Kinds, Cube>>();

/** Counts of the rows by kind and cell. */
export function cubeOf(rows: Kinds, kinds: number, lens: Lens): Cube {
  return keptOf(cubes, lens, rows, () => countedBy(rows, kinds, lens));
}

function countedBy(rows: Kinds, kinds: number, lens: Lens): Cube {
  const { kind } = rows;
  const total = new Int32Array(kinds);
  for (let row = 0; row < kind.length; row++) total[kind[row]!]!++;
  const used = Array.from(total.keys()).filter((own) => total[own]! > 0);
  const bounds = boundsOf(rows, lens.cells.length * used.length);
  const cells = cellsIn(rows.place, lens);
  const running = Array.from(total, (n) => new Int32Array(n > 0 ? lens.cells.length : 0));
  const runningTotal = new Int32Array(kinds);
  const counts: Int32Array[][] = [];
  const totals: Int32Array[] = [];
  let row = 0;
  for (const bound of bounds) {
    for (; row < bound; row++) {
      const own = kind[row]!;
      running[own]![cells[row]!]!++;
      runningTotal[own]!++;
    }
    counts.push(running.map((each) => each.slice()));
    totals.push(runningTotal.slice());
  }
  return { bounds, kinds: used, counts, totals };
}

/** Sums of numbers of rows before each bound, by cell. */
export interface SumCube {
  readonly bounds: Int32Array;
  readonly sums: readonly Float64Array[];
}

const sumCubes = new WeakMap<Lens, WeakMap<Kinds, SumCube>>();

/** Sums of a number of the rows by cell; whole numbers, so that the order in which they are added up does not matter. */
export function sumCubeOf(rows: Kinds, numbers: Float64Array, lens: Lens): SumCube {
  return keptOf(sumCubes, lens, rows, () => summedBy(rows, numbers, lens));
}

function summedBy(rows: Kinds, numbers: Float64Array, lens: Lens): SumCube {
  const bounds = boundsOf(rows, lens.cells.length);
  const cells = cellsIn(rows.place, lens);
  const running = new Float64Array(lens.cells.length);
  let row = 0;
  const sums = Array.from(bounds, (bound) => {
    for (; row < bound; row++) running[cells[row]!]! += numbers[row]!;
    return running.slice();
  });
  return { bounds, sums };
}

/** Most stretches between bounds, beside those of rows without a day. */
const mostBounds = 60;

// A bound where a month begins, if it is worth it: walking over fewer rows than there are numbers kept is as quick.
function boundsOf({ place: { length }, day, isRanked }: Kinds, width: number): Int32Array {
  const bounds = [0];
  const step = isRanked ? Math.ceil(Math.max(width / 2, length / mostBounds)) : length;
  for (let row = step; row < length; row += step) bounds.push(row);
  const dated = day ? firstFrom(day, noDay) : 0;
  if (day && dated > 0) {
    const fewest = Math.max(width / 2, dated / mostBounds);
    const [first, last] = [new Date(day[0]! * 86_400_000), day[dated - 1]!];
    for (let month = 1; ; month++) {
      const begins = Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + month, 1) / 86_400_000;
      if (!(begins <= last)) break;
      const row = firstFrom(day, begins);
      if (row - bounds.at(-1)! >= fewest) bounds.push(row);
    }
  }
  for (const end of [dated, length]) if (end > bounds.at(-1)!) bounds.push(end);
  return Int32Array.from(bounds);
}

/** A run of rows as the outermost bounds within it, by their places, and the stretches beside them, that have to be walked over. */
interface Parts {
  readonly inner: readonly [number, number] | null;
  readonly outer: readonly (readonly [first: number, end: number])[];
}

/** The parts of a run; it is walked over as a whole where that is as quick. */
export function partsOf(bounds: Int32Array | undefined, first: number, end: number): Parts {
  const [low, high] = bounds ? [firstFrom(bounds, first), firstFrom(bounds, end + 1) - 1] : [0, 0];
  if (!bounds || low >= high) return { inner: null, outer: [[first, end]] };
  return {
    inner: [low, high],
    outer: [
      [first, bounds[low]!],
      [bounds[high]!, end],
    ],
  };
}

/** Rows that stand at these places, from 0, among the chosen ones of a kind in their order; rows are ranked, and split by nothing. */
export function rowsAt(rows: Kinds, kinds: number, kind: number, places: readonly number[], sight: Sight): number[] {
  const { lens, chosen } = sight;
  const [seen, own] = [placesIn(rows.place, sight), rows.kind];
  const cube = lens && cubeOf(rows, kinds, lens);
  const known = new Map([[0, 0]]);
  const before = (bound: number): number => {
    const count = known.get(bound) ?? (cube ? chosenBefore(cube, bound, kind, sight) : 0);
    known.set(bound, count);
    return count;
  };
  return places.map((place) => {
    // The last bound before which there are no more than are passed over.
    let [bound, beyond] = [0, cube?.bounds.length ?? 1];
    while (beyond - bound > 1) {
      const middle = (bound + beyond) >> 1;
      if (before(middle) <= place) bound = middle;
      else beyond = middle;
    }
    let [row, left] = [cube ? cube.bounds[bound]! : 0, place - before(bound)];
    for (; ; row++) {
      if (own[row] !== kind || (chosen !== null && chosen[seen[row]!] === 0)) continue;
      if (left-- === 0) return row;
    }
  });
}

function chosenBefore({ counts, totals }: Cube, bound: number, kind: number, { chosenCells }: Sight): number {
  if (chosenCells === null) return totals[bound]![kind]!;
  const own = counts[bound]![kind]!;
  let sum = 0;
  for (let at = 0; at < chosenCells.length; at++) sum += own[chosenCells[at]!]!;
  return sum;
}
