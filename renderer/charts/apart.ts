/** Places for labels that want to stand at `wanted`, as near to it as they can: none nearer than `gap` to the next and all from `low` to `high` as far as there is room; in the order of `wanted`. */
export function setApart(wanted: readonly number[], gap: number, low: number, high: number): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  // With the gaps taken out, labels that touch stand at one place: the middle of what they want.
  const rest = closeTogether(order.map((i, rank) => (wanted[i] ?? low) - rank * gap));
  const roof = Math.max(low, high - gap * (wanted.length - 1));
  const places = new Array<number>(wanted.length).fill(low);
  order.forEach((i, rank) => {
    places[i] = Math.min(roof, Math.max(low, rest[rank] ?? low)) + rank * gap;
  });
  return places;
}

// The growing row nearest to the given one: neighbours out of order are replaced by their mean.
function closeTogether(values: readonly number[]): number[] {
  const pools: { readonly sum: number; readonly n: number }[] = [];
  for (const value of values) {
    let pool = { sum: value, n: 1 };
    for (let last = pools.at(-1); last && last.sum / last.n > pool.sum / pool.n; last = pools.at(-1)) {
      pool = { sum: pool.sum + last.sum, n: pool.n + last.n };
      pools.pop();
    }
    pools.push(pool);
  }
  return pools.flatMap(({ sum, n }) => new Array<number>(n).fill(sum / n));
}
