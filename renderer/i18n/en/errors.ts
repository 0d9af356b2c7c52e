/** What went wrong, to which file and line, what was kept, what to do: one text an error code. */
export const errors = {
  file_missing: 'The file “{file}” is not there any more. Nothing was changed. Choose it again.',
  file_unreadable:
    'The file “{file}” cannot be read: {reason, select, changed_while_read {it changed while it was read} no_regular_file {it is no ordinary file} other {{reason}}}. Nothing was changed. Check who may open it, then choose it again.',
  file_is_folder: '“{file}” is a folder. Choose the files in it, or drop the folder on the window.',
  empty_file: 'The file “{file}” is empty. Export it again from its system.',
  only_blank: 'The file “{file}” holds blank lines only. Export it again from its system.',
  not_text: 'The file “{file}” is not a table of text. Export it as CSV or Excel.',
  html: 'The file “{file}” is a web page, often a sign-in page saved by mistake. Export it again while signed in.',
  pdf: 'The file “{file}” is a PDF. Export the same list as CSV or Excel.',
  json: 'The file “{file}” is JSON without a list of records at its top. Export it as CSV or as one list.',
  xml: 'The file “{file}” is XML. Export the same list as CSV or Excel.',
  image: 'The file “{file}” is a picture. Export the same list as CSV or Excel.',
  spreadsheet_not_csv:
    'The file “{file}” is a spreadsheet under another name. Rename it to its own kind, or save it as CSV.',
  archive_empty: 'The archive “{file}” holds no table. Choose the files inside it.',
  archive_too_big:
    'The archive “{file}” unpacks to more than is safe to open. Unpack it yourself and choose the files.',
  archive_damaged: 'The archive “{file}” is damaged. Nothing was taken from it. Download or export it again.',
  part_missing: 'The file “{file}” has no part “{part}”. Choose one of its sheets.',
  two_tables: 'The file “{file}” holds two tables; the second begins at line {line}. Split it into two files.',
  not_a_table:
    'The file “{file}” cannot be read as a table: {reason, select, line_too_long {a line is longer than any table’s} no_record {it holds no record} card {it is a list of cards and no table} unclosed_quote {a quote at line {line} is never closed} other {{reason}}}. Nothing was changed.',
  bad_encoding: 'The file is not text in {encoding}. Choose another encoding under Read as.',
  unknown_table: 'There is no table “{table}”. Choose one of the tables offered.',
  missing_column: 'The file “{file}” has no column “{column}”; it has {found}. Choose another column for it.',
  unknown_field: 'The table {table} has no field “{field}”. Choose one of the fields offered.',
  unknown_stage: 'The stage “{stage}” has no place on the ladder. Move it to a rung.',
  map_unreadable: 'The mapping “{file}” cannot be read: {reason}.',
  map_wrong: 'The mapping is wrong at “{at}”: {reason}.',
  nothing_recognised:
    'Nothing in “{file}” was recognised; its columns are {found}. Say which table it holds, then match its columns.',
  question_open:
    'In “{file}”, {kind} such as “{subject}” can be read in more than one way: {choices}. Say which is right.',
  import_missing: 'There is no import “{importId}” in this workspace. It may have been undone already.',
  import_cancelled: 'The import was cancelled. Nothing was written.',
  import_failed: 'The import of “{file}” failed: {reason}. Nothing was written.',
  workspace_missing: 'The workspace “{folder}” is not there. Choose another, or import files into a new one.',
  workspace_newer: 'The workspace “{folder}” was written by a newer version. Nothing was changed. Update to open it.',
  workspace_damaged:
    'The workspace “{folder}” is damaged: {reason}. Its source files are kept in its folder “sources”.',
  workspace_locked: 'The workspace “{folder}” is open in another window or on another computer. Close it there first.',
  workspace_read_only: 'The workspace “{folder}” can be read but not changed. Copy it to a folder of your own.',
  workspace_foreign: 'The folder “{folder}” is not a workspace. Choose a folder whose name ends in .quarterdeck.',
  folder_not_writable: 'The folder “{folder}” cannot be written to. Choose another.',
  disk_full: 'The disk is full. Everything saved before is kept. Free some space and try again.',
  database_damaged:
    'The database of this workspace is damaged. It can be built again from the source files, which are kept.',
  unknown_metric: 'There is no measure “{metric}”.',
  unknown_dimension: 'There is no dimension “{dimension}”.',
  unknown_option: 'The measure {metric} has no option “{option}”.',
  table_not_typed: 'Rows of “{table}” come from files alone; nothing was changed.',
  entry_unreadable:
    'Row {row}, {field}: “{value}” cannot be taken ({expected}). Nothing was saved; the other cells are still here.',
  unknown_setting: 'There is no setting “{key}”.',
  bad_setting: '“{value}” is not a value for {key}.',
  bad_date: '“{value}” is not a date. Write it as 2026-09-30.',
  bad_question: 'This question cannot be answered: {detail}.',
  query_failed: 'The query failed: {detail}',
  query_refused:
    'The query was refused: {reason, select, one_statement {it holds more than one statement} only_select {it is no SELECT} function {the function {function} reaches outside of the tables} other {{reason}}}. One SELECT over the workspace’s own tables is allowed.',
  query_too_long: 'The query took longer than {seconds} seconds and was stopped. Narrow it and run it again.',
  query_cancelled: 'Cancelled. Nothing was changed.',
  engine_stopped: 'The part that computes has stopped. Everything saved is kept; it is being started again.',
  engine_busy: 'Another import is running. Wait until it is done, then try again.',
  not_open: 'No workspace is open. Open one, or import files.',
  usage: 'Wrong usage: {detail}.',
};
