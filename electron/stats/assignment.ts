/* Who is matched with whom so that the scores sum to the most.
 * Source: Hungarian method, Kuhn (1955), shortest augmenting paths with potentials after Jonker and Volgenant (1987). Rows or columns may
 * be left over; ties are settled by order: the first row gets the first column it can have in any best matching, then the second, and so on.
 * Cost grows with the cube of rows plus columns: 200 by 200 takes about 0.2 s. */

/** Column of each row, or null where the row is left over. A `null` score forbids a pair; a pair below 0 is never made. */
export function assignBest(scores: readonly (readonly (number | null)[])[]): (number | null)[] {
  const rows = scores.length;
  const columns = scores.reduce((most, row) => Math.max(most, row.length), 0);
  const size = rows + columns;
  const top = scores.flat().reduce<number>((most, score) => Math.max(most, Math.abs(score ?? 0)), 0);
  const forbidden = (top + 1) * (size + 1);
  // Everyone has a spare partner worth 0, so a square matching always exists.
  const cost = (row: number, column: number): number => {
    if (row >= rows || column >= columns) return 0;
    const score = scores[row]?.[column] ?? null;
    return score === null ? forbidden : -score;
  };
  const { columnOf, rowPrice, columnPrice } = solve(size, cost);
  const tie = 1e-9 * Math.max(1, top);
  const tight = (row: number, column: number): boolean =>
    cost(row, column) - rowPrice[row]! - columnPrice[column]! <= tie;
  settleTies(size, rows, columnOf, tight);
  return Array.from({ length: rows }, (_, row) => (columnOf[row]! < columns ? columnOf[row]! : null));
}

interface Matching {
  columnOf: Int32Array;
  rowPrice: Float64Array;
  columnPrice: Float64Array;
}

/** Cheapest perfect matching of a square, with prices: `cost - rowPrice - columnPrice` is 0 on every cheapest matching, else not below. */
function solve(size: number, cost: (row: number, column: number) => number): Matching {
  const rowPrice = new Float64Array(size + 1);
  const columnPrice = new Float64Array(size + 1);
  const rowOf = new Int32Array(size + 1).fill(size);
  for (let row = 0; row < size; row++) {
    const slack = new Float64Array(size + 1).fill(Infinity);
    const cameFrom = new Int32Array(size + 1).fill(size);
    const done = new Uint8Array(size + 1);
    let column = size;
    rowOf[size] = row;
    do {
      done[column] = 1;
      const from = rowOf[column]!;
      let step = Infinity;
      let next = size;
      for (let j = 0; j < size; j++) {
        if (done[j]) continue;
        const reduced = cost(from, j) - rowPrice[from]! - columnPrice[j]!;
        if (reduced < slack[j]!) {
          slack[j] = reduced;
          cameFrom[j] = column;
        }
        if (slack[j]! < step) {
          step = slack[j]!;
          next = j;
        }
      }
      for (let j = 0; j <= size; j++) {
        if (done[j]) {
          rowPrice[rowOf[j]!]! += step;
          columnPrice[j]! -= step;
        } else slack[j]! -= step;
      }
      column = next;
    } while (rowOf[column]! !== size);
    for (; column !== size; column = cameFrom[column]!) rowOf[column] = rowOf[cameFrom[column]!]!;
    rowOf[size] = size;
  }
  const columnOf = new Int32Array(size);
  for (let j = 0; j < size; j++) columnOf[rowOf[j]!] = j;
  return { columnOf, rowPrice, columnPrice };
}

/** Moves to the first matching in row order among those that use only tight pairs. */
function settleTies(
  size: number,
  rows: number,
  columnOf: Int32Array,
  tight: (row: number, column: number) => boolean,
): void {
  const rowOf = new Int32Array(size);
  columnOf.forEach((column, row) => (rowOf[column] = row));
  const fixed = new Uint8Array(size);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columnOf[row]!; column++) {
      if (fixed[column] || !tight(row, column)) continue;
      if (swap(row, column)) break;
    }
    fixed[columnOf[row]!] = 1;
  }

  /** Gives `column` to `row` if its holder can be served otherwise, ending at the column that `row` lets go. */
  function swap(row: number, column: number): boolean {
    const free = columnOf[row]!;
    const seen = Uint8Array.from(fixed);
    seen[column] = 1;
    const rehouse = (holder: number): boolean => {
      for (let j = 0; j < size; j++) {
        if (seen[j] || !tight(holder, j)) continue;
        seen[j] = 1;
        if (j === free || rehouse(rowOf[j]!)) {
          columnOf[holder] = j;
          rowOf[j] = holder;
          return true;
        }
      }
      return false;
    };
    if (!rehouse(rowOf[column]!)) return false;
    columnOf[row] = column;
    rowOf[column] = row;
    return true;
  }
}
