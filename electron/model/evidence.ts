/** Why something was decided about a file: a code with its values. English is said here, for the command; the page has its own words for each code. */
export const evidenceTexts = {
  told: 'told',
  as_before: 'as in the import before',
  workspace_setting: 'not in the file; workspace setting',
  chosen_in_settings: 'chosen in the settings',
  most_amounts: '{n} of {all} amounts with a currency are in {currency}',
  in_amounts: 'stands in the amounts',
  byte_order_mark: 'byte order mark',
  only_ascii: 'only ASCII characters',
  valid_utf8: 'valid UTF-8',
  mostly_utf8: '{valid} multi-byte characters are valid UTF-8, {bad} are not',
  not_utf8: 'not valid UTF-8; the letters beyond ASCII read best so',
  two_bytes: 'every other byte is zero, line ends in two bytes',
  fields_in_share: '{fields} fields in {share} % of the records',
  own_sep_line: "the file's own 'sep=' line",
  backslash: 'escaped by a backslash',
  doubled: 'doubled inside a field',
  line_ends: '{lf} LF, {crlf} CRLF, {cr} CR',
  lines_above: '{n} lines above it are not part of the table',
  names_below: 'its cells name the columns below',
  like_the_others: 'the first record looks like those after it',
  names_of_fields: 'the names of its fields',
  names_repaired: '{n} names were empty or repeated',
  closing_lines: 'closing lines that are not rows of the table',
  only_table_in: '{kind} data, the only table in it',
  other_parts: 'the file also holds {parts}',
  cells_as_text: 'its cells as text, dates as year-month-day',
  workbook_setting: "the workbook's own setting",
  last_worked_out: '{n} cells hold the value last worked out',
  merged_repeated: '{n} merged cells repeated in each row',
  list_of_lists: 'a list of lists',
  nested_fields: '{n} fields, nested ones with dots in their names',
  rows_from_copy: '{n} rows, read from a copy that nothing is written to',
  header_of: 'header of {system} {object}',
  columns_known: '{n} of {all} columns are known there',
  no_table_fits: 'no table fits',
  describes_columns: 'describes columns, holds no records',
  same_columns: 'the same columns',
  columns_added: 'new columns: {added}',
  columns_gone: 'columns gone: {gone}',
  columns_differ: 'new columns: {added}; columns gone: {gone}',
  year_first: 'year first',
  day_over_12: '{n} values have a day above 12',
  dotted_dates: 'dates with dots are day first',
  no_day_over_12: 'no day above 12 in the file',
  no_other_way: '{n} values can be read in no other way',
  commas_at_thousands: 'commas stand before three digits',
  points_at_thousands: 'points stand before three digits',
  whole_numbers: 'whole numbers',
  values_above_1: 'values above 1',
  taken_as_missing: 'treated as missing',
  one_close_column: 'one column holds both',
  name_is_id: 'no id column; the name is the id',
  no_id_column: 'no id column',
  two_way_kinds: 'meetings, demonstrations, visits and answered calls are two-way',
  history_made: '{n} events made from what changed since the list before, marked inferred',
  not_done: 'planned or not done',
  deleted_there: 'deleted in the source',
  of_another: 'of another {what}',
  lacks: 'no {field}',
} as const;

export type EvidenceCode = keyof typeof evidenceTexts;

export interface Evidence {
  readonly code: EvidenceCode;
  readonly args: Readonly<Record<string, string | number>>;
}

/** A reason with its values. */
export function because(code: EvidenceCode, args: Evidence['args'] = {}): Evidence {
  return { code, args };
}

/** A reason in English. */
export function inEnglish({ code, args }: Evidence): string {
  return spoken(evidenceTexts[code], args);
}

/** A text with its values in their places, in English. */
export function spoken(text: string, args: Evidence['args']): string {
  return text.replace(/\{(\w+)\}/g, (_all, name: string) => {
    const value = args[name] ?? '';
    return typeof value === 'number' ? value.toLocaleString('en') : value;
  });
}
