/* Places in a list where equals share the better place: 1, 2, 2, 4. */

/** Place of each value, largest first unless `ascending`; null values have no place. In the order given. */
export function sharedRanks(
  values: readonly (number | null)[],
  { ascending = false }: { ascending?: boolean } = {},
): (number | null)[] {
  const sign = ascending ? 1 : -1;
  const placed = values.filter((value) => value !== null).sort((a, b) => sign * (a - b));
  const first = new Map<number, number>();
  placed.forEach((value, i) => {
    if (!first.has(value)) first.set(value, i + 1);
  });
  return values.map((value) => (value === null ? null : (first.get(value) ?? null)));
}
