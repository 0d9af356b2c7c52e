/** Data: import and SQL. */
export const load = {
  headline: '{n, plural, one {# file} other {# files}} recognised: {systems}.',
  headlineUnknown: '{n, plural, one {# file} other {# files}} to load.',
  toConfirm:
    '{n, plural, =0 {Nothing to confirm.} one {One thing to confirm before they load.} other {# things to confirm before they load.}}',
  system: '{n, plural, one {{name}} other {# × {name}}}',
  ownLayout: 'own layout',
  reading: 'Reading the files…',
  files: 'Files',
  rowsIn: '{n} rows',
  size: '{n, plural, one {# file} other {# files}}, {size}',
  nothingWritten: 'Nothing has been written yet',
  readAs: 'Read as',
  firstLines: 'First lines',
  columns: 'Columns',
  matched: '{matched} of {all} matched, {extra} kept as extra',
  show: 'Show: {what}',
  inFile: 'In the file',
  sample: 'Sample',
  filled: 'Filled',
  field: 'Field',
  fieldOf: 'Field for {column}',
  sure: 'How sure',
  keepExtra: 'keep as extra',
  leaveOut: 'leave out',
  ladder: 'Stage ladder',
  ladderNote: '{stages, plural, one {# stage} other {# stages}} onto {used} of {all} rungs',
  notUsed: 'not used',
  unmapped: 'No place yet',
  exits: 'Exits, off the ladder',
  moveStage: 'Rung for {stage}',
  stageRows: '{stage}: {n, plural, one {# row} other {# rows}}',
  noStages: 'No stages in these files.',
  ends: 'Is this how a deal ends?',
  endsNote: '{won} counts as won; {lost} as not won. Asked once for this source.',
  nobody: 'nothing',
  dryRun: 'Dry run',
  dryRunNote: 'every count opens its lines',
  read: 'read',
  new: 'new',
  updated: 'updated',
  unchanged: 'unchanged',
  skipped: 'skipped',
  rejected: 'rejected',
  unbalanced: 'The counts do not add up, so nothing can be loaded. This is a fault of the program.',
  saveLines: 'Save these as CSV',
  setAside: '{n, plural, one {# line set aside} other {# lines set aside}}',
  confirm: 'Confirm {n}',
  load: 'Import {n} rows',
  confirmFirst: 'First confirm what is marked amber.',
  readOnly: 'This workspace can be read but not changed.',
  loading: '{file}: {done, number} of {total, number}',
  step: { read: 'Reading', load: 'Loading', derive: 'Computing' },
  cancelNote: 'Cancelling leaves nothing half written.',
  done: '{n, plural, one {# row} other {# rows}} imported.',
  doneNote: '{skipped, number} skipped, {rejected, number} rejected; their lines are kept with the reason.',
  undoAll: 'Undo import of {n} files',
  undo: 'Undo this import',
  look: 'Go to the overview',
  another: 'Import more files',
  sources: 'Sources',
  sourcesNote: 'what is in this workspace',
  noSources: 'Nothing has been imported yet.',
  file: 'File',
  table: 'Table',
  rows: 'Rows',
  importedAt: 'Imported',
  lines: 'Lines {outcome}: {file}',
  line: 'Line',
  reason: 'Reason',
  text: 'Text',
  noLines: 'No lines.',
  warnings: 'To know',
  also: 'also {n, number} {table}',
};

export const confidence = { sure: 'sure', likely: 'likely', confirm: 'confirm', extra: 'extra' };

export const decision = {
  encoding: 'Encoding',
  delimiter: 'Delimiter',
  quote: 'Quote',
  newline: 'Line ends',
  header: 'Header line',
  dates: 'Dates',
  numbers: 'Numbers',
  time_zone: 'Time zone',
  currency: 'Currency',
  key: 'Key',
  percent: 'Percent',
  table: 'Table',
  part: 'Part',
  close_date: 'Close date',
  conversations: 'Conversations',
  names: 'Names',
  footer: 'Footer',
  archive: 'Archive',
  missing: 'Missing',
  system: 'System',
};

export const choice = {
  ymd: 'Year first, 2026-12-31',
  dmy: 'Day first, 31/12/2026',
  mdy: 'Month first, 12/31/2026',
  ratio: '0.25 is 25%',
  points: '25 is 25%',
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1252': 'Windows-1252',
  'iso-8859-1': 'ISO 8859-1',
};

export const ask = {
  table: 'Which table is this?',
  column: 'Which field is “{subject}”?',
  dates: 'How are the dates in “{subject}” written?',
  numbers: 'How are the numbers in “{subject}” written?',
  stages: 'Where does “{subject}” stand on the ladder?',
  stagesAll: 'Is this how a deal ends?',
  currency: 'Which currency are the amounts in?',
  time_zone: 'In which time zone were the times written?',
  percent: 'How are the percents in “{subject}” written?',
  alias: 'Is “{subject}” the same as another?',
  notTheSame: 'not the same',
  suggested: 'suggested: {choice}',
  in: 'in {file}',
};

export const sql = {
  title: 'SQL over this workspace',
  note: 'one SELECT, read only',
  editor: 'SQL editor',
  run: 'Run',
  cancel: 'Cancel',
  explain: 'Explain',
  running: 'Running…',
  result: '{n, plural, one {# row} other {# rows}} in {ms, number} ms',
  cut: 'first {shown, number} of them shown',
  empty: 'Write a query and press Ctrl Enter. Names are completed from the tables at the right.',
  tables: 'Tables',
  history: 'Earlier queries',
  noHistory: 'none yet',
  plan: 'Plan',
};

export const sign = {
  comma: 'Comma',
  semicolon: 'Semicolon',
  tab: 'Tab',
  pipe: 'Vertical bar',
  blanks: 'Blanks',
};

export const decimal = {
  point: '1,234.50',
  comma: '1.234,50',
};

export const checks = {
  headline:
    '{n, plural, =0 {The checks found nothing.} one {One check found something to take with care.} other {# checks found something to take with care.}}',
  note: 'Nothing here is lost: the rows are in the tables, and each figure says what it left out.',
  none: 'Every rule was looked at and none found anything.',
  rows: 'Rows',
  finding: 'What was found, and what follows',
  remedy: 'What would mend it',
  open: '{n, number} rows: {what}',
  shown: '{n, number} of {all, number} rows',
  inSql: 'Open in SQL',
};

export const check = {
  closed_before_created: {
    consequence: 'Deals closed before they were created. They count, their durations do not.',
    remedy: 'Correct the dates in the source and import it again.',
  },
  no_created_at: {
    consequence:
      'Deals without a date of creation. They take that of their first stage; without one they belong to no dated cohort.',
    remedy: 'Export the date of creation with them.',
  },
  no_owner: {
    consequence: 'Deals without an owner. They count under Unassigned, never for a person.',
    remedy: 'Give them an owner in the source.',
  },
  no_account: {
    consequence: 'Deals without a customer. They count in the funnel, not for a customer.',
    remedy: 'Link them to their account in the source.',
  },
  negative_amount: {
    consequence: 'Deals with a negative amount. They count, their money does not.',
    remedy: 'Correct the amounts in the source.',
  },
  unmapped_stage: {
    consequence: 'Deals at a stage without a rung. They stand nowhere on the ladder.',
    remedy: 'Place the stage on the ladder at the next import.',
  },
  unconfirmed_stage: {
    consequence: 'Stages whose rung nobody confirmed. Figures that need them are marked derived.',
    remedy: 'Confirm the stages at the next import.',
  },
  closed_without_date: {
    consequence:
      'Deals that are over without a closing date. They close at their last stage event; without one no dated figure has them.',
    remedy: 'Export the closing date with them.',
  },
  event_before_created: {
    consequence: 'Deals with an event before their creation. They count as created at their earliest event.',
    remedy: 'Correct it in the source and import it again.',
  },
  unlikely_date: {
    consequence:
      'Deals with a date before 1990 or after 2100. It is taken as it stands and stretches every range of dates.',
    remedy: 'Look for placeholders in the source.',
  },
  after_as_of: {
    consequence: 'Deals created or closed after the as-of date. What lies after it is invisible.',
    remedy: 'Correct the dates, or import the activity that is newer.',
  },
  overdue: {
    consequence: 'Open deals whose expected close has passed. They count as overdue.',
    remedy: 'Agree a new day, or close them in the source.',
  },
  no_stage: {
    consequence: 'Deals without a stage. They stand on no rung of the ladder.',
    remedy: 'Export the stage with them.',
  },
  won_without_amount: {
    consequence: 'Won deals without an amount. They count as won, their money is unknown.',
    remedy: 'Enter the amounts in the source.',
  },
  won_for_nothing: {
    consequence: 'Won deals with the amount zero. They count as won, with no money.',
    remedy: 'See whether zero stands for unknown in the source.',
  },
  discount_out_of_range: {
    consequence: 'Deals with a discount below 0 or above 100%. Figures of discount leave them out.',
    remedy: 'Say at the next import how percents are written.',
  },
  lost_without_reason: {
    consequence: 'Lost deals without a reason. It is shown as unknown.',
    remedy: 'Ask for the reason when a deal is lost.',
  },
  inferred_history: {
    consequence: 'Stage events made from what two exports differ in. Figures that use them are marked derived.',
    remedy: 'Import the stage history where the system keeps one.',
  },
  event_without_deal: {
    consequence: 'Stage events of no deal and no lead. They are not used.',
    remedy: 'Export the id of the deal with them.',
  },
  event_without_date: {
    consequence: 'Stage events without a date. They are not used.',
    remedy: 'Correct it in the source and import it again.',
  },
  lead_without_owner: {
    consequence: 'Leads without an owner. They count under Unassigned, never for a person.',
    remedy: 'Give them an owner in the source.',
  },
  activity_without_link: {
    consequence: 'Activities linked to nobody. They count for a person, not for a customer or a deal.',
    remedy: 'Link them in the source.',
  },
  activity_of_nobody: {
    consequence: 'Activities without a person. They count for the customer alone.',
    remedy: 'Give them an owner in the source.',
  },
  order_of_nobody: {
    consequence:
      'Orders without a customer. Their money counts under Unknown customer; nobody keeps or leaves with them.',
    remedy: 'Link them to their customer in the source.',
  },
  negative_order: {
    consequence: 'Orders with a negative amount. They are not purchases.',
    remedy: 'Import what was paid back as refunds.',
  },
  refund_of_nobody: {
    consequence: 'Refunds without order and customer. Their money counts under Unknown customer.',
    remedy: 'Export the order or the customer with them.',
  },
  refund_above_order: {
    consequence: 'Refunds larger than their order. Money counts exactly; the order counts as nothing bought.',
    remedy: 'Correct it in the source and import it again.',
  },
  ended_before_started: {
    consequence: 'Subscriptions that end before they start. They are left out of retention.',
    remedy: 'Correct it in the source and import it again.',
  },
  merged_in_circle: {
    consequence: 'Accounts merged into each other in a circle. It is broken at the smallest id.',
    remedy: 'Correct it in the source and import it again.',
  },
  target_of_nobody: {
    consequence: 'Targets without a person or team. No attainment is measured against them.',
    remedy: 'Say whose target it is.',
  },
  score_out_of_scale: {
    consequence: 'Answers outside their scale. They are left out of the score.',
    remedy: 'Correct it in the source and import it again.',
  },
  no_fx: {
    consequence: 'Deals in a currency without an exchange rate. Their money is left out, never taken one to one.',
    remedy: 'Import exchange rates for their currency.',
  },
  reversed: {
    consequence: 'Deals won and then lost. They do not count as won, and their money is taken off again.',
    remedy: 'See whether the last stage in the source is right.',
  },
  unknown: {
    consequence: 'Rows that name a record which is not there. They are kept, and joined to nothing.',
    remedy: 'Import the missing records.',
  },
  unread: {
    consequence: 'Rows with cells that could not be read. They are kept, those cells are empty.',
    remedy: 'See the lines set aside in the import.',
  },
};

export const notice = {
  read_only: 'This workspace can be read but not changed.',
  definitions_from_backup:
    'The definitions were damaged and were taken from their copy; the damaged ones are kept as {kept}.',
  unfinished_dropped:
    '{files, plural, one {# unfinished file was removed} other {# unfinished files were removed}}. Nothing that was saved is lost.',
  database_rebuilt:
    'The database was not as it was left ({reason}). It was built again from the source files; the old one is kept as {kept}.',
  sources_missing: 'The source files of import {importId} are gone, so what it had brought could not be read again.',
  changes_recovered: 'Import {importId} was missing from the definitions and was found again beside its source files.',
};
