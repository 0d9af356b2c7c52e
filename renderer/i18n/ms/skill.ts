import type { skill as source } from '../en/skill';

export const skill: typeof source = {
  reach: 'Menghubungi prospek',
  qualify: 'Menentukan kelayakan',
  handoff: 'Menyerahkan prospek',
  discover: 'Mendapat mesyuarat',
  present: 'Membuat persembahan',
  propose: 'Memberi cadangan',
  close: 'Menutup urus niaga',
  value: 'Nilai urus niaga',
  complex_close: 'Urus niaga rumit',
  follow_up: 'Susulan',
  renew: 'Pembaharuan',
  expand: 'Pengembangan',
  pace: 'Rentak kerja',
};
