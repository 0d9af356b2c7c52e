import type { Messages } from '..';

export const page: Messages['page'] = {
  overview: 'Ringkasan',
  funnel: 'Penukaran',
  economics: 'Ekonomi',
  journey: 'Perjalanan',
  pipeline: 'Saluran',
  retention: 'Pengekalan',
  customers: 'Pelanggan',
  reps: 'Banding',
  growth: 'Kembang',
  seats: 'Tempat',
  training: 'Latihan',
  coverage: 'Liputan',
  import: 'Import',
  people: 'Orang & program',
  checks: 'Pemeriksaan',
  settings: 'Tetapan',
  measure: 'Satu ukuran',
  sql: 'SQL',
  review: 'Tinjauan',
};
