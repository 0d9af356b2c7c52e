import type { Messages } from '..';

export const measure: Messages['measure'] = {
  n: 'n {n}',
  dashed: 'putus-putus: semua, {value}',
  all: 'Jawapan sebagai jadual',
  which: 'Ukuran',
  sentence: '{measure}, {period}:',
  running: 'belum tamat',
  times: '{value} kali',
  of: '{part} daripada {whole}',
  rows: '{n, plural, other {# baris}}',
};
