import type { Messages } from '..';

export const load: Messages['load'] = {
  headline: '{n, plural, other {# fail}} dikenali: {systems}.',
  headlineUnknown: '{n, plural, other {# fail}} untuk dimuatkan.',
  toConfirm:
    '{n, plural, =0 {Tiada yang perlu disahkan.} one {Satu perkara perlu disahkan sebelum dimuatkan.} other {# perkara perlu disahkan sebelum dimuatkan.}}',
  system: '{n, plural, one {{name}} other {# × {name}}}',
  ownLayout: 'susunan sendiri',
  reading: 'Membaca fail…',
  files: 'Fail',
  rowsIn: '{n} baris',
  size: '{n, plural, other {# fail}}, {size}',
  nothingWritten: 'Belum ada apa-apa ditulis',
  readAs: 'Dibaca sebagai',
  firstLines: 'Baris pertama',
  columns: 'Lajur',
  matched: '{matched} daripada {all} dipadankan, {extra} disimpan sebagai tambahan',
  show: 'Papar: {what}',
  inFile: 'Dalam fail',
  sample: 'Contoh',
  filled: 'Terisi',
  field: 'Medan',
  fieldOf: 'Medan untuk {column}',
  sure: 'Kepastian',
  keepExtra: 'simpan sebagai tambahan',
  leaveOut: 'tinggalkan',
  ladder: 'Tangga peringkat',
  ladderNote: '{stages, plural, other {# peringkat}} ke {used} daripada {all} anak tangga',
  notUsed: 'tidak digunakan',
  unmapped: 'Belum ada tempat',
  exits: 'Jalan keluar, di luar tangga',
  moveStage: 'Anak tangga untuk {stage}',
  stageRows: '{stage}: {n, plural, other {# baris}}',
  noStages: 'Tiada peringkat dalam fail ini.',
  ends: 'Beginikah urus niaga berakhir?',
  endsNote: '{won} dikira menang; {lost} dikira tidak menang. Ditanya sekali bagi sumber ini.',
  nobody: 'tiada',
  dryRun: 'Larian cuba',
  dryRunNote: 'setiap bilangan membuka barisnya',
  read: 'dibaca',
  new: 'baharu',
  updated: 'dikemas kini',
  unchanged: 'tidak berubah',
  skipped: 'dilangkau',
  rejected: 'ditolak',
  unbalanced: 'Bilangannya tidak seimbang, jadi tiada yang boleh dimuatkan. Ini kesilapan program.',
  saveLines: 'Simpan sebagai CSV',
  setAside: '{n, plural, other {# baris diketepikan}}',
  confirm: 'Sahkan {n}',
  load: 'Import {n} baris',
  confirmFirst: 'Sahkan dahulu yang bertanda kuning.',
  readOnly: 'Ruang kerja ini boleh dibaca tetapi tidak boleh diubah.',
  loading: '{file}: {done, number} daripada {total, number}',
  step: { read: 'Membaca', load: 'Memuatkan', derive: 'Mengira' },
  cancelNote: 'Membatalkan tidak meninggalkan apa-apa separuh siap.',
  done: '{n, plural, other {# baris}} diimport.',
  doneNote: '{skipped, number} dilangkau, {rejected, number} ditolak; barisnya disimpan bersama sebabnya.',
  undoAll: 'Batalkan import {n} fail',
  undo: 'Batalkan import ini',
  look: 'Ke ringkasan',
  another: 'Import lagi',
  sources: 'Sumber',
  sourcesNote: 'kandungan ruang kerja ini',
  noSources: 'Belum ada apa-apa diimport.',
  file: 'Fail',
  table: 'Jadual',
  rows: 'Baris',
  importedAt: 'Diimport',
  lines: 'Baris {outcome}: {file}',
  line: 'Baris',
  reason: 'Sebab',
  text: 'Teks',
  noLines: 'Tiada baris.',
  checks: 'Semakan',
  warnings: 'Perlu tahu',
  also: 'juga {n, number} {table}',
};

export const confidence: Messages['confidence'] = {
  sure: 'pasti',
  likely: 'mungkin',
  confirm: 'sahkan',
  extra: 'tambahan',
};

export const decision: Messages['decision'] = {
  encoding: 'Pengekodan',
  delimiter: 'Pemisah',
  quote: 'Petikan',
  newline: 'Hujung baris',
  header: 'Baris kepala',
  dates: 'Tarikh',
  numbers: 'Nombor',
  time_zone: 'Zon masa',
  currency: 'Mata wang',
  key: 'Kunci',
  percent: 'Peratus',
  table: 'Jadual',
  part: 'Bahagian',
  close_date: 'Tarikh tutup',
  conversations: 'Perbualan',
  names: 'Nama',
  footer: 'Kaki',
  archive: 'Arkib',
  missing: 'Tiada nilai',
  system: 'Sistem',
};

export const choice: Messages['choice'] = {
  ymd: 'Tahun dahulu, 2026-12-31',
  dmy: 'Hari dahulu, 31/12/2026',
  mdy: 'Bulan dahulu, 12/31/2026',
  ratio: '0.25 ialah 25%',
  points: '25 ialah 25%',
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1252': 'Windows-1252',
  'iso-8859-1': 'ISO 8859-1',
};

export const ask: Messages['ask'] = {
  table: 'Jadual apakah ini?',
  column: 'Medan manakah “{subject}”?',
  dates: 'Bagaimanakah tarikh dalam “{subject}” ditulis?',
  numbers: 'Bagaimanakah nombor dalam “{subject}” ditulis?',
  stages: 'Di manakah “{subject}” pada tangga?',
  stagesAll: 'Beginikah urus niaga berakhir?',
  currency: 'Jumlah dalam mata wang apa?',
  time_zone: 'Masa ditulis dalam zon masa mana?',
  percent: 'Bagaimanakah peratus dalam “{subject}” ditulis?',
  alias: 'Adakah “{subject}” sama dengan yang lain?',
  notTheSame: 'tidak sama',
  suggested: 'cadangan: {choice}',
  in: 'dalam {file}',
};

export const sql: Messages['sql'] = {
  title: 'SQL atas ruang kerja ini',
  note: 'satu SELECT, baca sahaja',
  editor: 'Penyunting SQL',
  run: 'Jalankan',
  cancel: 'Batal',
  explain: 'Terangkan',
  running: 'Sedang berjalan…',
  result: '{n, plural, other {# baris}} dalam {ms, number} ms',
  cut: '{shown, number} pertama dipaparkan',
  empty: 'Tulis pertanyaan dan tekan Ctrl Enter. Nama dilengkapkan daripada jadual di kanan.',
  tables: 'Jadual',
  history: 'Pertanyaan terdahulu',
  noHistory: 'belum ada',
  plan: 'Pelan',
};

export const sign: Messages['sign'] = {
  comma: 'Koma',
  semicolon: 'Koma bernoktah',
  tab: 'Tab',
  pipe: 'Palang tegak',
  blanks: 'Ruang kosong',
};

export const decimal: Messages['decimal'] = {
  point: '1,234.50',
  comma: '1.234,50',
};

export const check: Messages['check'] = {
  closed_before_created: {
    consequence: 'Urus niaga ditutup sebelum diwujudkan. Ia dikira, tempohnya tidak.',
    remedy: 'Betulkan tarikh dalam sumber dan import semula.',
  },
  no_created_at: {
    consequence:
      'Urus niaga tanpa tarikh diwujudkan. Ia mengambil tarikh peringkat pertamanya; tanpanya ia tidak berada dalam kohort bertarikh.',
    remedy: 'Eksport tarikh diwujudkan bersamanya.',
  },
  no_owner: {
    consequence: 'Urus niaga tiada pemilik. Ia dikira di bawah Tiada pemilik, bukan untuk sesiapa.',
    remedy: 'Beri pemilik dalam sumber.',
  },
  no_account: {
    consequence: 'Urus niaga tanpa pelanggan. Ia dikira dalam corong, bukan untuk pelanggan.',
    remedy: 'Pautkan kepada akaunnya dalam sumber.',
  },
  negative_amount: {
    consequence: 'Urus niaga dengan jumlah negatif. Ia dikira, wangnya tidak.',
    remedy: 'Betulkan jumlah dalam sumber.',
  },
  unmapped_stage: {
    consequence: 'Urus niaga pada peringkat tanpa anak tangga. Ia tiada tempat pada tangga.',
    remedy: 'Letakkan peringkat itu pada tangga semasa import seterusnya.',
  },
  unconfirmed_stage: {
    consequence: 'Peringkat yang anak tangganya belum disahkan. Angka yang memerlukannya ditanda diterbitkan.',
    remedy: 'Sahkan peringkat semasa import seterusnya.',
  },
  unknown: {
    consequence: 'Baris yang menamakan rekod yang tiada. Ia disimpan, dan tidak dipautkan.',
    remedy: 'Import rekod yang tiada.',
  },
  unread: {
    consequence: 'Baris dengan sel yang tidak dapat dibaca. Ia disimpan, sel itu kosong.',
    remedy: 'Lihat baris yang diketepikan dalam import.',
  },
};

export const notice: Messages['notice'] = {
  read_only: 'Ruang kerja ini boleh dibaca tetapi tidak boleh diubah.',
  definitions_from_backup: 'Takrif rosak dan diambil daripada salinannya; yang rosak disimpan sebagai {kept}.',
  unfinished_dropped: '{files, plural, other {# fail tidak lengkap dibuang}}. Tiada apa yang disimpan hilang.',
  database_rebuilt:
    'Pangkalan data tidak seperti semasa ditinggalkan ({reason}). Ia dibina semula daripada fail sumber; yang lama disimpan sebagai {kept}.',
  sources_missing: 'Fail sumber bagi import {importId} telah tiada, maka kandungannya tidak dapat dibaca semula.',
  changes_recovered: 'Import {importId} tiada dalam takrif dan ditemui semula di sisi fail sumbernya.',
};
