import type { Messages } from '..';

export const common: Messages['common'] = {
  close: 'Tutup',
  cancel: 'Batal',
  apply: 'Guna',
  yes: 'Ya',
  no: 'Tidak',
  choose: 'pilih yang lain…',
  change: 'Ubah',
  again: 'Cuba lagi',
  search: 'Cari',
  searchIn: 'Cari dalam: {list}',
  nothingFound: 'Tiada yang ditemui',
  none: 'tiada',
  copy: 'Salin',
  copied: 'Disalin',
  copyDetails: 'Salin butiran',
  download: 'Simpan sebagai CSV',
  reading: 'Senarai sedang dibaca',
  dismiss: 'Ketepikan',
  bug: 'Berlaku ralat di dalam program. Tiada apa-apa diubah.',
  from: 'Dari',
  until: 'Hingga, termasuk',
  rows: '{n, plural, other {# baris}}',
  more: '{n, number} lagi',
  inUnit: '{text}, {unit}',
  and: '{first} dan {last}',
  n: 'n {n}',
  thin: 'nipis, n {n}',
  missing: 'tiada angka',
  all: 'semua',
};

export const view: Messages['view'] = {
  overview: 'Ringkasan',
  funnel: 'Corong',
  reps: 'Wakil',
  data: 'Data',
  import: 'Import',
  people: 'Orang & program',
  checks: 'Pemeriksaan',
  settings: 'Tetapan',
  measure: 'Satu ukuran',
  sql: 'SQL',
  review: 'Tinjauan',
  economics: 'Ekonomi',
  journey: 'Perjalanan',
  pipeline: 'Saluran',
  retention: 'Pengekalan',
  customers: 'Pelanggan',
  skills: 'Kemahiran',
  'role-card': 'Kad peranan',
  growth: 'Kembang',
  team: 'Pasukan',
  seats: 'Tempat',
  training: 'Latihan',
  targets: 'Sasaran & insentif',
  recognition: 'Pengiktirafan',
  coverage: 'Liputan',
};

export const frame: Messages['frame'] = {
  product: 'Quarterdeck',
  places: 'Tempat',
  question: 'Soalan',
  status: 'Status',
  period: 'Tempoh',
  periodNow: 'Tempoh: {period}',
  periodKind: 'Jenis tempoh',
  days: 'Hari',
  daysWrong: 'Hari terakhir mendahului hari pertama.',
  compare: 'Banding dengan',
  against: 'lwn {periods}',
  againstNothing: 'tiada perbandingan',
  filter: 'Tapis',
  filters: 'Tapisan',
  filterBy: 'Tapis mengikut',
  filterCount: '{n} tapisan',
  filterUnknown: 'Ukuran ini tidak mengenal {dimension}, jadi tidak dapat ditapis mengikutnya.',
  filteredAway: 'Tiada apa-apa yang tinggal di bawah {filters}.',
  removeFilters: 'Buang semua tapisan',
  removeFilter: 'Buang tapisan {dimension}',
  search: 'Cari atau jalankan',
  searchHint: 'Cari, atau tanya: kadar kemenangan mengikut pasukan suku lepas',
  undo: 'Buat asal',
  redo: 'Buat semula',
  addToReview: 'Tambah ke tinjauan',
  noStep: 'Tiada langkah untuk diundur atau diulang',
  language: 'Bahasa',
  languageCode: 'BM',
  light: 'Cerah',
  dark: 'Gelap',
  offline: 'Fail kekal di komputer ini',
  readOnly: 'baca sahaja',
  asOf: 'Setakat {at}',
  excluded: '{n, number} dikecualikan',
  excludedWhy: 'Dikecualikan daripada angka, mengikut sebab:',
  method: 'Selang: {method}',
  definition: 'Takrif',
  rowsRead: '{done, number} daripada {total, plural, other {# baris}} dibaca',
  copiedRows: '{n, plural, other {# baris}} disalin',
  computing: 'Mengira {n, plural, other {# jawapan}}',
  versions: 'Versi {version}, DuckDB {duckdb}',
};

export const language: Messages['language'] = { en: 'English', ms: 'Bahasa Melayu' };

export const period: Messages['period'] = {
  quarters: '{count} suku hingga {last}',
  quartersShort: '{count}S hingga {last}',
  year: 'TK{year}',
  all: 'Sepanjang masa',
  fromTo: '{from} hingga {to}',
};

export const periodKind: Messages['periodKind'] = {
  quarter: 'Suku',
  quarters: '4 suku',
  year: 'Tahun',
  month: 'Bulan',
  custom: 'Hari',
  all: 'Semua',
};

export const comparison: Messages['comparison'] = {
  previous: 'Tempoh sebelumnya',
  year_before: 'Tempoh sama setahun lalu',
};

export const step: Messages['step'] = {
  view: 'paparan {view}',
  period: 'tempoh',
  comparison: 'perbandingan',
  filter: 'tapisan {dimension}: {values}',
  noValues: 'semua',
  selection: 'pilihan',
  setting: 'tetapan paparan',
  entry: 'baris {table}',
  saved: {
    open: 'buka paparan tersimpan {name}',
    save: 'simpan paparan {name}',
    rename: 'namakan semula paparan {name}',
    remove: 'buang paparan tersimpan {name}',
  },
};

export const saved: Messages['saved'] = {
  title: 'Paparan tersimpan',
  saveThis: 'Simpan paparan ini…',
  name: 'Nama paparan',
  nameMissing: 'Perlu diberi nama.',
  save: 'Simpan',
  replace: 'Ganti',
  open: 'Buka',
  openNamed: 'Buka {name}',
  rename: 'Namakan semula {name}',
  remove: 'Buang {name}',
  note: 'Paparan tersimpan menyimpan paparan, tempoh, perbandingan, tapisan dan tetapan pada skrin, dalam ruang kerja ini. Buat asal membatalkan mana-mana daripadanya.',
};

export const mark: Messages['mark'] = {
  menu: 'Tindakan untuk {name}',
  rows: 'Baris di sebaliknya',
  period: 'Tanya tentang {period}',
  compare: 'Bandingkan dengan yang lain',
  filterTo: 'Tapis kepada {value}',
  filterOut: 'Kecualikan {value}',
  add: 'Tambah pada tinjauan',
  customer: 'Buka pelanggan',
  person: 'Buka kad peranan',
  copyCell: 'Salin sel',
  copyRow: 'Salin baris',
};

export const palette: Messages['palette'] = {
  views: 'Paparan',
  measures: 'Ukuran',
  people: 'Orang',
  commands: 'Arahan',
  explain: 'cara dikira',
  filterTo: 'tapis {dimension}',
  answer: 'Jawapan',
  half: 'Difahami: {asked}. Tidak difahami: {unknown}.',
  noMeasure: 'Tiada yang bernama begitu, dan tiada ukuran disebut di dalamnya.',
  how: 'Soalan menyebut satu ukuran dan, jika mahu, “mengikut” dan pecahannya, pasukan atau orang, serta tempoh: kadar kemenangan mengikut pasukan suku lepas; nilai tempahan bagi Central pada Mac; pengekalan mengikut segmen TK26.',
};

export const command: Messages['command'] = {
  importFiles: 'Import fail…',
  importFolder: 'Import folder…',
  open: 'Buka ruang kerja…',
  new: 'Ruang kerja baharu…',
  sample: 'Buka ruang kerja contoh',
  otherLanguage: 'English',
  keys: 'Kekunci',
  twin: 'Carta sebagai jadual',
};

export const menu: Messages['menu'] = {
  file: 'Fail',
  exportReview: 'Eksport tinjauan…',
  closeWindow: 'Tutup tetingkap',
  quit: 'Keluar',
  edit: 'Edit',
  cut: 'Potong',
  paste: 'Tampal',
  selectAll: 'Pilih semua',
  view: 'Paparan',
  actualSize: 'Saiz sebenar',
  zoomIn: 'Besarkan',
  zoomOut: 'Kecilkan',
  fullScreen: 'Skrin penuh',
  hide: 'Sembunyikan Quarterdeck',
  hideOthers: 'Sembunyikan yang lain',
  help: 'Bantuan',
  about: 'Perihal Quarterdeck',
};

export const keys: Messages['keys'] = {
  places: 'Ringkasan, Corong, Saluran dan seterusnya',
  stretch: 'Satu rentang masa dalam gambar',
  menu: 'Tindakan untuk satu tanda',
  add: 'Tambah yang difokus, atau paparan, pada tinjauan',
  palette: 'Cari paparan, ukuran, orang, arahan',
  filter: 'Tapis',
  twin: 'Setiap carta sebagai jadualnya',
  undo: 'Undur langkah terakhir',
  redo: 'Ulang langkah itu',
  aside: 'Ketepikan satu baris Perlu perhatian atau Liputan',
  walk: 'Bergerak antara tanda, baris, langkah',
  enterKey: 'Enter',
  enter: 'Baris di sebalik tanda',
  copy: 'Salin baris terpilih bersama kepalanya',
  move: 'Alihkan peringkat atau orang',
  this: 'Senarai ini',
};

export const explain: Messages['explain'] = {
  madeOf: 'Dikira daripada',
  showRows: 'tunjuk baris',
  value: 'Nilai',
  numerator: 'Dikira (pengangka)',
  denominator: 'Daripada (penyebut)',
  n: 'Unit yang menyokongnya (n)',
  interval: 'Selang keyakinan, {level}',
  method: 'Kaedah selang',
  state: 'Keadaan',
  open: 'Papar cara {value} dikira',
  tip: 'Bagaimana ini dikira?',
  figures: 'Angka',
  question: 'Soalan',
  period: 'Tempoh',
  span: '{from}, sebelum {to}',
  asOf: 'Tarikh semakan',
  leftOut: 'Yang dikecualikan, dan sebabnya',
  nothingLeftOut: 'Tiada yang dikecualikan.',
  sql: 'SQL yang dijalankan',
  source: 'Spesifikasi domain {spec}',
};

export const rows: Messages['rows'] = {
  title: '{metric}: {part}',
  count: '{n, plural, other {# baris}} di sebalik tanda',
};

export const counted: Messages['counted'] = { 'prospecting-pace': 'minggu' };

export const rowsAre: Messages['rowsAre'] = {
  'prospecting-pace': {
    denominator: 'hari bekerja; tanda mengira minggu daripadanya',
    numerator: 'prospek; tanda mengira minggu',
  },
};

export const part: Messages['part'] = { numerator: 'dikira', denominator: 'daripada', excluded: 'dikecualikan' };

export const start: Messages['start'] = {
  promiseHead: 'Daripada fail CRM kepada jawapan yang jujur.',
  promise: 'Penukaran, pengekalan dan orang, suku demi suku. Setiap nombor membuka takrif, selang dan barisnya.',
  chart: 'Contoh: kadar kemenangan lapan suku rekaan, dengan selang 95%',
  offline: 'Berfungsi tanpa internet. Fail dan hasil kekal di komputer ini.',
  title: 'Mulakan dengan fail anda',
  drop: 'Lepaskan fail atau folder di sini',
  kinds: 'CSV, Excel, JSON atau Parquet · eksport daripada Salesforce, HubSpot, Zoho dan lain-lain',
  chooseFiles: 'Pilih fail',
  chooseFolder: 'Pilih folder',
  note: 'Anda lihat apa yang dikenali sebelum apa-apa ditulis. Satu senarai urus niaga atau pesanan sudah memadai.',
  lookAround: 'Atau tinjau dahulu',
  sample: 'Ruang kerja contoh',
  sampleNote: 'Sebuah syarikat bekalan pejabat di Malaysia, rekaan',
  openSample: 'Buka contoh',
  recent: 'Ruang kerja terkini',
  forget: 'Buang {name} daripada senarai',
  openAnother: 'Buka ruang kerja lain',
  opening: 'Membuka…',
  languages: 'English · Bahasa Melayu',
};

export const status: Messages['status'] = {
  deals: 'n {n, number} urus niaga ditutup',
  prospects: 'n {n, number} bakal pelanggan diajak berbual',
  journeys: 'n {n, number} perjalanan, ikut tarikh masuk',
  customers: 'n {n, number} pelanggan aktif sebelumnya',
  openDeals: 'n {n, number} urus niaga',
  everyCustomer: 'n {n, number} pelanggan',
  newCustomers: 'n {n, number} pelanggan baharu',
  people: 'n {n, number} orang',
  targets: 'n {n, number} sasaran',
  wins: 'n {n, number} kemenangan',
  cases: 'n {n, number}',
  missed: '{n, number} orang dengan sesuatu yang tiada',
  trained: '{n, number} orang dilatih, mengikut program',
};
