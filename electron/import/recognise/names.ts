/** A header or value without case, accents, blanks and marks, so that `CreatedDate`, `created_date` and `Created Date *` are equal. */
export function plainName(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%#]+/gu, '');
}

const ofModule = /\(\p{L}[\p{L} ]*\)\s*$/u;

/** Plain names of a header; where most columns repeat their module in brackets, as `Created Time(Deals)`, without it. */
export function headerNames(header: readonly string[]): string[] {
  const repeated = header.filter((name) => ofModule.test(name)).length > header.length * 0.6;
  return header.map((name) => plainName(repeated ? name.replace(ofModule, '') : name));
}

/** Name of the extra column a header becomes: `x_` and lower-case words; a header without Latin letters is called by its position. */
export function extraColumnName(header: string, index: number): string {
  const words = header
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .replace(/^x_+/, '')
    .slice(0, 60);
  return `x_${words || `column_${index + 1}`}`;
}

/** Distinct extra column names for headers, by index; a clash gets a number. */
export function extraColumnNames(headers: readonly string[]): string[] {
  const taken = new Set<string>();
  return headers.map((header, index) => {
    const base = extraColumnName(header, index);
    let name = base;
    for (let n = 2; taken.has(name); n++) name = `${base}_${n}`;
    taken.add(name);
    return name;
  });
}

/** True when a file name fits a pattern with `*` and `?`, or equals it. */
export function fitsPattern(name: string, pattern: string): boolean {
  if (name === pattern) return true;
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 'isu').test(name);
}

/** True for the header of a column that says why a sale stands where it does, lost or not. */
export function isStatusReason(header: string): boolean {
  return plainName(header) === plainName('status reason');
}
