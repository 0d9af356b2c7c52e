/** Makes column names unique without regard to case and never empty: `c4` for an unnamed fourth column, `name_2` for a second one. */
export function repairNames(raw: readonly string[], width: number): string[] {
  const wanted = Array.from({ length: width }, (_, i) => raw[i] ?? '');
  const taken = new Set(wanted.filter((name) => name.trim() !== '').map(fold));
  const used = new Set<string>();
  return wanted.map((name, i) => {
    const base = name.trim() === '' ? `c${i + 1}` : name;
    const fresh = name.trim() === '' ? !taken.has(fold(base)) && !used.has(fold(base)) : !used.has(fold(base));
    const chosen = fresh ? base : numbered(base, taken, used);
    used.add(fold(chosen));
    return chosen;
  });
}

/** The names of columns that have none: `c1` to `cn`. */
export function plainNames(width: number): string[] {
  return Array.from({ length: width }, (_, i) => `c${i + 1}`);
}

function numbered(base: string, taken: ReadonlySet<string>, used: ReadonlySet<string>): string {
  for (let n = 2; ; n++) {
    const name = `${base}_${n}`;
    if (!taken.has(fold(name)) && !used.has(fold(name))) return name;
  }
}

function fold(name: string): string {
  return name.toLowerCase();
}
