import { spoken } from './evidence';

/** What a person should look at in a load: a code with its values. English is said here, for the command; the page has its own words for each code. */
export const warningTexts = {
  bad_bytes: "{n} lines hold bytes that are not valid in the file's encoding (line {lines}); shown as \ufffd.",
  encoding_uncertain: 'Read as {encoding}; {rivals} would do about as well.',
  encoding_late: 'From line {line} on the text is {encoding}; before it nothing but ASCII was met.',
  nul_bytes: '{n} lines hold NUL characters (line {lines}); they were kept.',
  long_record: '{n} records are longer than 2,000,000 characters (line {lines}).',
  delimiter_uncertain: 'Fields were parted by {delimiter}; {rival} would do about as well.',
  delimiter_or_none: 'Fields were parted by {delimiter}; not parting them would do about as well.',
  one_column_or_more: 'Each line was read as one field; parting them by {rival} would do about as well.',
  header_uncertain: 'Line {line} was taken as the header, but nothing in it settles that.',
  header_missing: 'The {n} lines above line {line} were left out, yet no header follows them.',
  header_short: 'The header has {names} names, the rows have {fields} fields.',
  header_long: 'The header has {names} names, the rows have {fields} fields.',
  header_dialect: 'The header in line {line} parts or quotes its fields in another way than the rows.',
  several_header_rows: 'Several rows name the columns; line {line} was taken.',
  lines_above_table: '{n} lines above the table look like a table of their own and were left out.',
  tables_beside: 'Column {n} is empty and has no name; what stands right of it may be another table.',
  page_breaks: '{n} page breaks stand between the rows (line {lines}); left out.',
  repeated_header: 'The header is repeated in {n} places (line {lines}); left out there.',
  short_rows: '{n} rows lack fields at the end (line {lines}); the missing cells are empty.',
  long_rows: '{n} rows have more fields than the table (line {lines}); set aside.',
  misfit_rows: '{n} rows do not fit the columns (line {lines}); set aside.',
  extra_empty_cells: '{n} rows have empty fields beyond the last column (line {lines}); left out.',
  stray_quotes: '{n} rows hold quote marks in odd places (line {lines}).',
  unclosed_quotes: '{n} rows open a quote that never closes (line {lines}); the mark was read as text.',
  other_dialect: '{n} rows part or quote their fields in another way (line {lines}); read accordingly.',
  comment_lines: "{n} lines start with '#' or only rule the table off (line {lines}); left out.",
  blank_lines: '{n} blank lines lie between values (line {lines}); not read as empty values.',
  empty_rows: '{n} rows hold no value at all (line {lines}); left out.',
  footer: '{n} lines of text follow the table (line {lines}); left out.',
  totals: '{n} rows are totals (line {lines}); left out.',
  possible_totals: '{n} rows may be totals (line {lines}).',
  sparse_rows: '{n} rows have a single value (line {lines}).',
  second_table: '{n} lines look like another table (line {lines}); set aside.',
  cut_off: 'The last row is cut off (line {lines}); set aside.',
  formulas_unvalued:
    '{n} cells hold a formula without its value; they are empty. Open and save the file in a spreadsheet program.',
  holds_html: 'The file holds a web page with a table, other than its name says; read as that.',
  holds_xlsx: 'The file holds an Excel workbook, other than its name says; read as that.',
  holds_other: 'The file holds a workbook, other than its name says; read as that.',
  holds_json: 'The file holds JSON, other than its name says; read as that.',
  holds_parquet: 'The file holds Parquet data, other than its name says; read as that.',
  holds_database: 'The file holds a DuckDB database, other than its name says; read as that.',
  unreadable_values: '{n} values of {field} could not be read, the first at line {line}, column {column}',
  unmapped_value: '{field} holds values without a meaning here, kept as other: {values}',
  column_guess: 'column {column} was taken as {field}; "columns" in the mapping says another',
  column_unlike:
    'column {column} is called like {field}, yet most of its values could not be read as that; it was kept as text',
  table_guess: 'taken as {table}; "table" in the mapping says another',
  percent_guess: '{subject} was read as {choice}; "percent" in the mapping says another',
  set_aside: 'could not be read ({fault}), set aside',
  set_aside_unknown:
    'no table recognised by its columns ({found}), set aside; a mapping that names its table brings it in',
  not_data: '{object}, left out',
  unknown_stage: 'stage {stage} stands on no rung yet',
  alias_offer: '{alias} is not in {table}; it looks like {id}. Not joined unless confirmed',
} as const;

/** What became of a line of a file, and why. */
export const lineTexts = {
  new: 'new',
  updated: 'newer version of a known row',
  unchanged: 'known already',
  duplicate: 'duplicate',
  blank: 'a blank line',
  no_key: 'no key',
  unread: 'could not be read: {fields}',
  lacks: 'no {field}',
  planned: 'planned, not done',
  deleted: 'deleted in the source',
  of_another: 'of another {what}',
  too_many_fields: 'too many fields',
  too_few_fields: 'too few fields',
  cut_off: 'cut off',
  unclosed_quote: 'unclosed quote',
  stray_quote: 'stray quote',
  stray_text: 'stray text',
  second_table: 'second table',
  subtotal: 'subtotal',
  looks_like_totals: 'looks like totals',
  looks_like_header: 'looks like header',
} as const;

type Values = Readonly<Record<string, string | number>>;

export interface Remark {
  readonly code: keyof typeof warningTexts;
  readonly args: Values;
}

export interface LineReason {
  readonly code: keyof typeof lineTexts;
  readonly args: Values;
}

/** A remark with its values. */
export function remark(code: Remark['code'], args: Values = {}): Remark {
  return { code, args };
}

/** A remark in English. */
export function remarkInEnglish({ code, args }: Remark): string {
  return spoken(warningTexts[code], args);
}

/** A reason with its values. */
export function lineReason(code: LineReason['code'], args: Values = {}): LineReason {
  return { code, args };
}

/** A reason in English. */
export function reasonInEnglish({ code, args }: LineReason): string {
  return spoken(lineTexts[code], args);
}
