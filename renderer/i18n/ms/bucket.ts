import type { Messages } from '..';

export const bucket: Messages['bucket'] = {
  open_start: 'Terbuka pada awal',
  new: 'Baharu',
  reopened: 'Dibuka semula',
  pulled_in: 'Dibawa masuk',
  grown: 'Bertambah',
  shrunk: 'Berkurang',
  pushed_out: 'Ditangguhkan',
  won: 'Menang',
  lost: 'Kalah',
  no_decision: 'Tiada keputusan',
  disqualified: 'Tidak layak',
  open_end: 'Terbuka pada akhir',
};
