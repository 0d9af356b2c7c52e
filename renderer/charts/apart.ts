/** Places for labels that want to stand at `wanted`, none nearer than `gap` to the next and all from `low` to `high` as far as there is room; in the order of `wanted`. */
export function setApart(wanted: readonly number[], gap: number, low: number, high: number): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const places = new Array<number>(wanted.length).fill(low);
  let free = low;
  for (const i of order) {
    places[i] = Math.max(wanted[i] ?? low, free);
    free = (places[i] ?? low) + gap;
  }
  let roof = Math.max(high, low + gap * (wanted.length - 1));
  for (const i of order.toReversed()) {
    places[i] = Math.min(places[i] ?? low, roof);
    roof = (places[i] ?? low) - gap;
  }
  return places;
}
