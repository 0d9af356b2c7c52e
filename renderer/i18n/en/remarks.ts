/** What a person should look at in a load, one text a code. */
export const warning = {
  bad_bytes:
    '{n, plural, one {# line holds} other {# lines hold}} bytes that are not valid in the encoding of the file (line {lines}); shown as �',
  encoding_uncertain: 'Read as {encoding}; {rivals} would do about as well',
  encoding_late: 'From line {line, number} on the text is {encoding}; before it nothing but ASCII was met',
  nul_bytes: '{n, plural, one {# line holds} other {# lines hold}} NUL characters (line {lines}); they were kept',
  long_record: '{n, plural, one {# record is} other {# records are}} longer than 2,000,000 characters (line {lines})',
  delimiter_uncertain: 'Fields were parted by {delimiter}; {rival} would do about as well',
  delimiter_or_none: 'Fields were parted by {delimiter}; not parting them would do about as well',
  one_column_or_more: 'Each line was read as one field; parting them by {rival} would do about as well',
  header_uncertain: 'Line {line, number} was taken as the header, but nothing in it settles that',
  header_missing:
    '{n, plural, one {# line} other {# lines}} above line {line, number} were left out, yet no header follows',
  header_short:
    'The header has {names, plural, one {# name} other {# names}}, the rows have {fields, plural, one {# field} other {# fields}}',
  header_long:
    'The header has {names, plural, one {# name} other {# names}}, the rows have {fields, plural, one {# field} other {# fields}}',
  header_dialect: 'The header in line {line, number} parts or quotes its fields in another way than the rows',
  several_header_rows: 'Several rows name the columns; line {line, number} was taken',
  lines_above_table:
    '{n, plural, one {# line} other {# lines}} above the table look like a table of their own and were left out',
  tables_beside: 'Column {n, number} is empty and has no name; what stands right of it may be another table',
  repeated_header:
    'The header is repeated in {n, plural, one {# place} other {# places}} (line {lines}); left out there',
  short_rows:
    '{n, plural, one {# row lacks} other {# rows lack}} fields at the end (line {lines}); the missing cells are empty',
  long_rows: '{n, plural, one {# row has} other {# rows have}} more fields than the table (line {lines}); set aside',
  misfit_rows: '{n, plural, one {# row does} other {# rows do}} not fit the columns (line {lines}); set aside',
  extra_empty_cells:
    '{n, plural, one {# row has} other {# rows have}} empty fields beyond the last column (line {lines}); left out',
  stray_quotes: '{n, plural, one {# row holds} other {# rows hold}} quote marks in odd places (line {lines})',
  unclosed_quotes:
    '{n, plural, one {# row opens} other {# rows open}} a quote that never closes (line {lines}); the mark was read as text',
  other_dialect:
    '{n, plural, one {# row parts or quotes its} other {# rows part or quote their}} fields in another way (line {lines}); read accordingly',
  comment_lines:
    '{n, plural, one {# line starts with “#” or only rules} other {# lines start with “#” or only rule}} the table off (line {lines}); left out',
  page_breaks:
    '{n, plural, one {# page break stands} other {# page breaks stand}} between the rows (line {lines}); left out',
  blank_lines:
    '{n, plural, one {# blank line lies} other {# blank lines lie}} between values (line {lines}); not read as empty values',
  empty_rows: '{n, plural, one {# row holds} other {# rows hold}} no value at all (line {lines}); left out',
  footer: '{n, plural, one {# line of text follows} other {# lines of text follow}} the table (line {lines}); left out',
  totals: '{n, plural, one {# row is a total} other {# rows are totals}} (line {lines}); left out',
  possible_totals: '{n, plural, one {# row may be a total} other {# rows may be totals}} (line {lines})',
  sparse_rows: '{n, plural, one {# row has} other {# rows have}} a single value (line {lines})',
  second_table: '{n, plural, one {# line looks} other {# lines look}} like another table (line {lines}); set aside',
  cut_off: 'The last row is cut off (line {lines}); set aside',
  formulas_unvalued:
    '{n, plural, one {# cell holds} other {# cells hold}} a formula without its value and came out empty; open and save the file in a spreadsheet program',
  holds_html: 'The file holds a web page with a table, other than its name says; read as that',
  holds_xlsx: 'The file holds an Excel workbook, other than its name says; read as that',
  holds_other: 'The file holds a workbook, other than its name says; read as that',
  holds_json: 'The file holds JSON, other than its name says; read as that',
  holds_parquet: 'The file holds Parquet data, other than its name says; read as that',
  holds_database: 'The file holds a DuckDB database, other than its name says; read as that',
  unreadable_values:
    '{n, plural, one {# value} other {# values}} of {field} could not be read, the first in line {line, number}, column {column}',
  unmapped_value: '{field} holds values without a meaning here, kept as other: {values}',
  column_guess: 'Column {column} was taken as {field}; choose another under Columns if it is not',
  column_unlike:
    'Column {column} is called like {field}, yet most of its values could not be read as that; it was kept as text',
  table_guess: 'Taken as {table}; choose another table if it is not',
  percent_guess:
    '{subject} was read as {choice, select, ratio {shares: 0.25 is 25%} points {percent: 25 is 25%} other {{choice}}}',
  set_aside: 'Could not be read ({fault}), set aside',
  set_aside_unknown: 'No table recognised by its columns ({found}), set aside; naming its table brings it in',
  not_data: 'Holds {object}, no rows of a table; left out',
  unknown_stage: 'Stage {stage} stands on no rung yet',
  alias_offer: '{alias} is not in {table}; it looks like {id}. Not joined unless you confirm it',
};

/** Why a line of a file became what it became, one text a code. */
export const lineReason = {
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
  unclosed_quote: 'a quote that never closes',
  stray_quote: 'a quote mark in an odd place',
  stray_text: 'text after a closing quote',
  second_table: 'looks like another table',
  subtotal: 'a subtotal',
  looks_like_totals: 'looks like a total',
  looks_like_header: 'looks like a header',
};
