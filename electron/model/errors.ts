/** What can go wrong that a person can fix. Words for each code live in `renderer/i18n`, one entry a language. */
export const errorCodes = [
  'file_missing',
  'file_unreadable',
  'file_is_folder',
  'empty_file',
  'only_blank',
  'not_text',
  'html',
  'pdf',
  'json',
  'xml',
  'image',
  'spreadsheet_not_csv',
  'workbook_locked',
  'archive_empty',
  'archive_too_big',
  'archive_damaged',
  'part_missing',
  'two_tables',
  'not_a_table',
  'bad_encoding',
  'unknown_table',
  'missing_column',
  'unknown_field',
  'unknown_stage',
  'map_unreadable',
  'map_wrong',
  'nothing_recognised',
  'question_open',
  'import_missing',
  'import_cancelled',
  'import_failed',
  'workspace_missing',
  'workspace_newer',
  'workspace_damaged',
  'workspace_locked',
  'workspace_read_only',
  'workspace_foreign',
  'share_taken',
  'brand_unreadable',
  'folder_not_writable',
  'disk_full',
  'database_damaged',
  'unknown_metric',
  'unknown_dimension',
  'unknown_option',
  'unknown_setting',
  'bad_setting',
  'table_not_typed',
  'entry_unreadable',
  'bad_date',
  'bad_question',
  'query_failed',
  'query_refused',
  'query_too_long',
  'query_cancelled',
  'engine_stopped',
  'engine_busy',
  'not_open',
  'usage',
  'bad_quarter',
  'no_such_slide',
  'rep_unknown',
  'nothing_to_show',
  'review_cancelled',
  'not_a_template',
] as const;

export type ErrorCode = (typeof errorCodes)[number];
export type ErrorArgs = Readonly<Record<string, string | number>>;

/** A fault a person can mend: a code with the values that name file, line and reason. */
export class UserError extends Error {
  override readonly name = 'UserError';

  constructor(
    readonly code: ErrorCode,
    readonly args: ErrorArgs = {},
  ) {
    super(`${code} ${JSON.stringify(args)}`);
  }
}
