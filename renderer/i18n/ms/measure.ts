import type { Messages } from '..';

export const measure: Messages['measure'] = {
  n: 'n {n}',
  dashed: 'putus-putus: semua, {value}',
  running: 'belum tamat',
  times: '{value} kali',
  of: '{part} daripada {whole}',
  rows: '{n, plural, other {# baris}}',
};
