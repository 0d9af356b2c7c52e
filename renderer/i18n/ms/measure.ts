import type { Messages } from '..';

export const measure: Messages['measure'] = {
  n: 'n {n}',
  dashed: 'putus-putus: semua, {value}',
  derived: 'terbitan',
  inAll: 'semuanya {value}',
  all: 'Jawapan sebagai jadual',
  which: 'Ukuran',
  sentence: '{measure}, {period}:',
  groups: {
    few: 'ikut {dimension} terlalu sedikit untuk dibanding.',
    alike: 'ikut {dimension} {low} hingga {high}, tiada bukti perbezaan.',
    apart: 'ikut {dimension} {low} hingga {high}, lebih jauh daripada kebetulan.',
    overlap: 'ikut {dimension} {low} hingga {high}, selangnya bertindih.',
    between: 'ikut {dimension} {low} hingga {high}.',
    ends: 'ikut {dimension} tertinggi {highest} ({high}), terendah {lowest} ({low}).',
    time: 'ikut {dimension} dari {low} pada {lowest} ke {high} pada {highest}.',
  },
  running: 'belum tamat',
  times: '{value} kali',
  of: '{part} daripada {whole}',
  rows: '{n, plural, other {# baris}}',
};

export const split: Messages['split'] = {
  order: 'tertinggi dahulu',
  hint: 'Tekan satu kumpulan untuk memecahkannya lagi.',
  path: 'Pecahan setakat ini',
  back: 'Kembali ke sebelum {dimension}',
  thin: 'setiap kumpulan di sini kecil: tiada yang dapat dibezakan daripada kebetulan',
  shape: 'Ditunjukkan sebagai',
  groups: 'Kumpulan',
  multiples: 'Sepanjang masa',
};
