import type { Messages } from '..';

export const rung: Messages['rung'] = {
  lead: 'Prospek',
  contacted: 'Dihubungi',
  qualified: 'Layak',
  meeting: 'Mesyuarat',
  presented: 'Persembahan',
  proposal: 'Cadangan',
  negotiation: 'Rundingan',
  won: 'Menang',
  paid: 'Dibayar',
};

export const exit: Messages['exit'] = { lost: 'Kalah', no_decision: 'Tiada keputusan', disqualified: 'Tidak layak' };

export const dimension: Messages['dimension'] = {
  rep: 'Wakil',
  team: 'Pasukan',
  role: 'Peranan',
  segment: 'Segmen',
  source: 'Sumber',
  product: 'Produk',
  region: 'Wilayah',
  industry: 'Industri',
  month: 'Bulan',
  quarter: 'Suku',
  week: 'Minggu',
  size_band: 'Saiz',
};

export const label: Messages['label'] = {
  Unassigned: 'Tiada pemilik',
  Unknown: 'Tidak diketahui',
  lead: 'Prospek',
  contacted: 'Dihubungi',
  qualified: 'Layak',
  meeting: 'Mesyuarat',
  presented: 'Persembahan',
  proposal: 'Cadangan',
  negotiation: 'Rundingan',
  won: 'Menang',
  paid: 'Dibayar',
  lost: 'Kalah',
  no_decision: 'Tiada keputusan',
  disqualified: 'Tidak layak',
  open: 'Terbuka',
  reversed: 'Dibalikkan',
};

export const unit: Messages['unit'] = {
  ratio: 'bahagian',
  count: 'bilangan',
  days: 'hari',
  money: 'wang',
  score: 'skor',
  index: 'indeks',
  label: 'teks',
  date: 'tarikh',
  instant: 'saat',
  flag: 'ya atau tidak',
};

export const state: Messages['state'] = {
  ok: 'bukti mencukupi',
  thin: 'nipis: terlalu sedikit untuk dinilai',
  immature: 'terlalu muda untuk dinilai',
  derived: 'diterbitkan, kerana sebahagian data tiada',
  unavailable: 'tidak dapat dinyatakan',
};

export const reason: Messages['reason'] = {
  empty: 'Tiada apa-apa untuk dikira dalam tempoh ini.',
  not_mature: 'Terlalu muda untuk dinilai: tetingkap masanya belum berlalu.',
  missing: 'Memerlukan {table}: belum ada yang diimport.',
  no_data: 'Datanya tiada.',
};

export const method: Messages['method'] = {
  wilson: 'Wilson 95%',
  newcombe: 'Newcombe 95%',
  bootstrap: 'bootstrap 95%',
  normal: 'normal 95%',
};

export const methodLong: Messages['methodLong'] = {
  wilson: 'Selang skor Wilson bagi satu bahagian',
  newcombe: 'Selang Newcombe bagi beza dua bahagian',
  bootstrap: 'Bootstrap persentil, 2,000 pensampelan semula urus niaga',
  normal: 'Separuh lebar kedua-dua tempoh ditambah secara kuasa dua',
};

export const excluded: Messages['excluded'] = {
  no_owner: 'tiada pemilik',
  no_amount: 'tiada jumlah',
  negative: 'jumlah negatif',
  no_fx: 'tiada kadar tukaran',
  bad_dates: 'tarikh tidak munasabah',
  not_mature: 'terlalu muda untuk dinilai',
  future: 'bertarikh selepas tarikh semakan',
  duplicate: 'pendua',
  unlinked: 'perbualan tanpa prospek atau urus niaga',
  open: 'masih terbuka',
  disqualified: 'tidak layak',
};

export const column: Messages['column'] = {
  journey_id: 'Perjalanan',
  opportunity_id: 'Urus niaga',
  lead_id: 'Prospek',
  account: 'Pelanggan',
  account_name: 'Pelanggan',
  account_id: 'Pelanggan',
  rep: 'Wakil',
  rep_name: 'Wakil',
  owner: 'Pemilik',
  outcome: 'Kesudahan',
  loss_reason: 'Sebab',
  amount: 'Jumlah',
  amount_money: 'Jumlah',
  on_day: 'Hari',
  began_on: 'Bermula',
  won_on: 'Menang pada',
  closed_on: 'Ditutup pada',
  step_days: 'Hari',
  cycle_days: 'Hari ke menang',
  hit: 'Dikira',
  left_out: 'Dikecualikan',
  value: 'Nilai',
  numerator: 'Dikira',
  denominator: 'Daripada',
  n: 'n',
  lower: 'Dari',
  upper: 'Hingga',
  level: 'Aras',
  method: 'Selang melalui',
  state: 'Keadaan',
  reason: 'Sebab',
  excluded: 'Dikecualikan',
  from_rung: 'Dari peringkat',
  to_rung: 'Ke peringkat',
  immature: 'Terlalu muda',
  immature_hits: 'Terlalu muda, sampai',
  reached_from: 'Pada peringkat',
  reached_to: 'Sampai',
  median_days: 'Median hari',
  p25_days: 'Suku dalam, hari',
  p75_days: 'Tiga suku dalam, hari',
  mean_days: 'Purata hari',
  ended_lost: 'Kalah',
  ended_no_decision: 'Tiada keputusan',
  ended_disqualified: 'Tidak layak',
  still_open: 'Terbuka',
  posterior: 'Disusut',
  posterior_lower: 'Disusut, dari',
  posterior_upper: 'Disusut, hingga',
  more_trials: 'Perlu lagi',
  flag: 'Menonjol',
  rung: 'Peringkat',
  rank: 'Kedudukan',
  count: 'Bilangan',
  now: 'Kini',
  before: 'Sebelum',
  verdict: 'Rumusan',
  passes_list_rule: 'Kekal dalam senarai',
  young: 'Terlalu muda',
  reached: 'Sampai',
  compared: 'Dibanding',
  compared_lower: 'Dibanding, dari',
  compared_upper: 'Dibanding, hingga',
  target: 'Sasaran',
  to: 'Hingga',
  from: 'Dari',
};

export const chart: Messages['chart'] = {
  n: 'n',
  thin: 'nipis',
  immature: 'terlalu muda',
  description: '{name}: {n, plural, other {# nilai}}.',
  select: 'klik untuk memilih',
  table: 'Papar sebagai jadual',
  picture: 'Papar sebagai carta',
};

export const money: Messages['money'] = {
  thousand: '{currency} ribu',
  million: '{currency} juta',
  billion: '{currency} bilion',
};

/** Tables as what a person would have to bring. */
export const table: Messages['table'] = {
  opportunities: 'senarai urus niaga',
  leads: 'senarai prospek',
  activities: 'senarai aktiviti',
  stage_events: 'sejarah peringkat',
  orders: 'senarai pesanan',
  accounts: 'senarai akaun pelanggan',
  reps: 'senarai wakil jualan',
};
