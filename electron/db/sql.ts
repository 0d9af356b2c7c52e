/** A piece of SQL whose shape depends on a person's file: text with names already quoted, values only as literals made here. */
export interface Sql {
  readonly text: string;
}

/** A name as a quoted identifier; any text is safe. */
export function ident(name: string): Sql {
  if (name.includes('\0')) throw new Error('a name cannot hold a NUL');
  return { text: `"${name.replaceAll('"', '""')}"` };
}

/** A text as a quoted literal; any text without NUL is safe. For places where DuckDB takes no parameter, such as table function options. */
export function literal(value: string | number | boolean): Sql {
  if (typeof value === 'string') {
    if (value.includes('\0')) throw new Error('a literal cannot hold a NUL');
    return { text: `'${value.replaceAll("'", "''")}'` };
  }
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`no literal for ${value}`);
  return { text: String(value) };
}

/** Our own SQL text from a `.sql` file or a table of types; never data. */
export function raw(text: string): Sql {
  return { text };
}

/** Pieces side by side. */
export function join(parts: readonly Sql[], separator = ', '): Sql {
  return { text: parts.map((part) => part.text).join(separator) };
}

/** SQL with pieces put in; nothing but a piece fits, so a bare string cannot slip into a statement. */
export function sql(strings: TemplateStringsArray, ...parts: readonly Sql[]): Sql {
  return { text: strings.reduce((out, part, i) => out + (parts[i - 1]?.text ?? '') + part) };
}
