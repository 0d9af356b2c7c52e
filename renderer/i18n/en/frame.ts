/** The frame around every view: bars, menus, palette, dialogs, and the words used everywhere. */
export const common = {
  close: 'Close',
  cancel: 'Cancel',
  apply: 'Apply',
  yes: 'Yes',
  no: 'No',
  choose: 'choose another…',
  change: 'Change',
  again: 'Try again',
  search: 'Search',
  searchIn: 'Search in: {list}',
  nothingFound: 'Nothing found',
  none: 'none',
  copy: 'Copy',
  copied: 'Copied',
  copyDetails: 'Copy details',
  download: 'Save as CSV',
  reading: 'The list is being read',
  dismiss: 'Dismiss',
  bug: 'Something went wrong inside the program. Nothing was changed.',
  from: 'From',
  until: 'Until, included',
  rows: '{n, plural, one {# row} other {# rows}}',
  more: '{n, number} more',
  inUnit: '{text}, {unit}',
  and: '{first} and {last}',
  n: 'n {n}',
  thin: 'thin, n {n}',
  missing: 'no figure',
  all: 'all',
};

export const view = {
  overview: 'Overview',
  funnel: 'Funnel',
  economics: 'Economics',
  journey: 'Journey',
  pipeline: 'Pipeline',
  retention: 'Retention',
  customers: 'Customers',
  reps: 'Reps',
  skills: 'Skills',
  'role-card': 'Role card',
  growth: 'Growth',
  team: 'Team',
  seats: 'Seats',
  training: 'Training',
  targets: 'Targets & incentives',
  recognition: 'Recognition',
  coverage: 'Coverage',
  data: 'Data',
  import: 'Import',
  people: 'People & programme',
  checks: 'Checks',
  settings: 'Settings',
  measure: 'One measure',
  sql: 'SQL',
  review: 'Review',
};

export const frame = {
  product: 'Quarterdeck',
  places: 'Places',
  question: 'Question',
  status: 'Status',
  period: 'Period',
  periodNow: 'Period: {period}',
  periodKind: 'Kind of period',
  days: 'Days',
  daysWrong: 'The last day lies before the first.',
  compare: 'Compare with',
  against: 'vs {periods}',
  againstNothing: 'no comparison',
  filter: 'Filter',
  filters: 'Filters',
  filterBy: 'Filter by',
  filterCount: '{n} filters',
  filterUnknown: 'This measure does not know {dimension}, so it cannot be filtered by it.',
  filteredAway: 'Nothing is left under {filters}.',
  removeFilters: 'Remove all filters',
  removeFilter: 'Remove filter {dimension}',
  search: 'Search or run',
  searchHint: 'View, person, command, or ask: win rate by team last quarter',
  undo: 'Undo',
  redo: 'Redo',
  addToReview: 'Add to review',
  noStep: 'No step to take back or repeat',
  language: 'Language',
  languageCode: 'EN',
  light: 'Light',
  dark: 'Dark',
  offline: 'Files stay on this computer',
  readOnly: 'read only',
  asOf: 'As of {at}',
  excluded: '{n, number} excluded',
  excludedWhy: 'Left out of the figure, by reason:',
  method: 'Interval: {method}',
  definition: 'Definition',
  rowsRead: '{done, number} of {total, plural, one {# row} other {# rows}} read',
  copiedRows: '{n, plural, one {# row} other {# rows}} copied',
  computing: 'Computing {n, plural, one {# answer} other {# answers}}',
  versions: 'Version {version}, DuckDB {duckdb}',
};

export const language = { en: 'English', ms: 'Bahasa Melayu' };

export const period = {
  quarters: '{count} quarters to {last}',
  quartersShort: '{count}Q to {last}',
  year: 'FY{year}',
  all: 'All time',
  fromTo: '{from} to {to}',
};

export const periodKind = {
  quarter: 'Quarter',
  quarters: '4 quarters',
  year: 'Year',
  month: 'Month',
  custom: 'Days',
  all: 'All',
};

export const comparison = {
  previous: 'The period before',
  year_before: 'The same a year earlier',
};

export const step = {
  view: 'view {view}',
  period: 'period',
  comparison: 'comparison',
  filter: 'filter {dimension}: {values}',
  noValues: 'all',
  selection: 'selection',
  setting: 'setting of the view',
  entry: 'rows of {table}',
  saved: {
    open: 'open saved view {name}',
    save: 'save view {name}',
    rename: 'rename view {name}',
    remove: 'remove saved view {name}',
  },
};

export const saved = {
  title: 'Saved views',
  saveThis: 'Save this view…',
  name: 'Name of the view',
  nameMissing: 'It needs a name.',
  save: 'Save',
  replace: 'Replace',
  open: 'Open',
  openNamed: 'Open {name}',
  rename: 'Rename {name}',
  remove: 'Remove {name}',
  note: 'A saved view keeps the view, period, comparisons, filters and settings on screen, in this workspace. Undo takes any of this back.',
};

export const mark = {
  menu: 'What to do with {name}',
  rows: 'Rows behind it',
  period: 'Ask about {period}',
  compare: 'Compare with the others',
  filterTo: 'Filter to {value}',
  filterOut: 'Filter {value} out',
  add: 'Add to the review',
  customer: 'Open the customer',
  person: 'Open the role card',
  copyCell: 'Copy the cell',
  copyRow: 'Copy the row',
};

export const palette = {
  views: 'Views',
  measures: 'Measures',
  people: 'People',
  commands: 'Commands',
  explain: 'how it is worked out',
  filterTo: 'filter {dimension}',
  answer: 'Answer',
  half: 'Understood: {asked}. Not understood: {unknown}.',
  noMeasure: 'Nothing is called that, and no measure is named in it.',
  how: 'A question names a measure and, where wanted, “by” and what to split by, a team or a person, and a period: win rate by team last quarter; bookings for Central in March; retention by segment FY26.',
};

export const command = {
  importFiles: 'Import files…',
  importFolder: 'Import a folder…',
  open: 'Open workspace…',
  new: 'New workspace…',
  sample: 'Open the sample workspace',
  otherLanguage: 'Bahasa Melayu',
  keys: 'Keys',
  twin: 'Charts as tables',
};

export const menu = {
  file: 'File',
  exportReview: 'Export the review…',
  closeWindow: 'Close window',
  quit: 'Quit',
  edit: 'Edit',
  cut: 'Cut',
  paste: 'Paste',
  selectAll: 'Select all',
  view: 'View',
  actualSize: 'Actual size',
  zoomIn: 'Larger',
  zoomOut: 'Smaller',
  fullScreen: 'Full screen',
  hide: 'Hide Quarterdeck',
  hideOthers: 'Hide others',
  help: 'Help',
  about: 'About Quarterdeck',
};

export const keys = {
  places: 'Overview, Funnel, Pipeline, and so on',
  stretch: 'A stretch of time in a picture',
  menu: 'What can be done with a mark',
  add: 'Add what has the focus, or the view, to the review',
  palette: 'Search views, measures, people, commands',
  filter: 'Filter',
  twin: 'Every chart as its table',
  undo: 'Undo the last step',
  redo: 'Redo it',
  aside: 'Set a line of Needs attention or Coverage aside',
  walk: 'Walk through marks, rows, steps',
  enterKey: 'Enter',
  enter: 'Rows behind the mark',
  copy: 'Copy the selected rows with their heads',
  move: 'Move a stage or a person',
  this: 'This list',
};

export const explain = {
  madeOf: 'Worked out from',
  showRows: 'show the rows',
  value: 'Value',
  numerator: 'Counted (numerator)',
  denominator: 'Out of (denominator)',
  n: 'Units that inform it (n)',
  interval: 'Interval, {level}',
  method: 'Method of the interval',
  state: 'State',
  open: 'Show how {value} is worked out',
  tip: 'How is this worked out?',
  figures: 'Figures',
  question: 'Question',
  period: 'Period',
  span: '{from}, until before {to}',
  asOf: 'As of',
  leftOut: 'Left out, and why',
  nothingLeftOut: 'Nothing was left out.',
  sql: 'SQL that ran',
  source: 'Domain specification {spec}',
};

export const rows = {
  title: '{metric}: {part}',
  count: '{n, plural, one {# row} other {# rows}} behind the mark',
};

/** What the n of a mark counts where it is not its rows. */
export const counted = { 'prospecting-pace': 'weeks' };

/** What the rows of a part are, where the n of the mark counts something else. */
export const rowsAre = {
  'prospecting-pace': {
    denominator: 'days at work; the mark counts the weeks they make up',
    numerator: 'leads; the mark counts weeks',
  },
};

export const part = { numerator: 'counted', denominator: 'out of', excluded: 'left out' };

export const start = {
  promiseHead: 'From your CRM files to an honest answer.',
  promise:
    'Conversion, retention and people, quarter by quarter. Every number opens to its definition, its interval and its rows.',
  chart: 'Example: win rate of eight invented quarters, with 95% interval',
  offline: 'Works offline. Files and results stay on this computer.',
  title: 'Start with your files',
  drop: 'Drop files or a folder here',
  kinds: 'CSV, Excel, JSON or Parquet · exports from Salesforce, HubSpot, Zoho and others',
  chooseFiles: 'Choose files',
  chooseFolder: 'Choose folder',
  note: 'You see what was recognised before anything is written. One deal or order list is enough to begin.',
  lookAround: 'Or look around first',
  sample: 'Sample workspace',
  sampleNote: 'An office supplies company in Malaysia, invented',
  openSample: 'Open the sample',
  recent: 'Recent workspaces',
  forget: 'Remove {name} from the list',
  openAnother: 'Open another workspace',
  opening: 'Opening…',
  languages: 'English · Bahasa Melayu',
};

export const status = {
  deals: 'n {n, plural, one {# closed deal} other {# closed deals}}',
  prospects: 'n {n, plural, one {# prospect spoken to} other {# prospects spoken to}}',
  journeys: 'n {n, plural, one {# journey} other {# journeys}}, by entry date',
  customers: 'n {n, plural, one {# customer} other {# customers}} active before',
  openDeals: 'n {n, plural, one {# deal} other {# deals}}',
  everyCustomer: 'n {n, plural, one {# customer} other {# customers}}',
  newCustomers: 'n {n, plural, one {# new customer} other {# new customers}}',
  people: 'n {n, plural, one {# person} other {# people}}',
  targets: 'n {n, plural, one {# target} other {# targets}}',
  wins: 'n {n, plural, one {# win} other {# wins}}',
  cases: 'n {n, number}',
  missed: '{n, plural, one {# person} other {# people}} with something missing',
  trained: '{n, plural, one {# person} other {# people}} trained, by programme',
};
