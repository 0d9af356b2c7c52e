import type {
  skillGoal as goals,
  skillLabel as labels,
  skillMethod as methods,
  skillNote as notes,
  skillReason as reasons,
} from '../en/skill-label';

export const skillLabel: typeof labels = {
  other: 'Lain-lain',
  junior: 'junior',
  mid: 'pertengahan',
  senior: 'kanan',
  reach: 'Menghubungi',
  qualify: 'Menilai kelayakan',
  handoff: 'Menyerah',
  discover: 'Meneroka keperluan',
  present: 'Membentang',
  propose: 'Memberi cadangan',
  close: 'Menutup',
  value: 'Nilai urus niaga',
  complex_close: 'Menutup yang kompleks',
  follow_up: 'Susulan',
  renew: 'Memperbaharui',
  expand: 'Mengembangkan',
  pace: 'Rentak kerja',
  gap: 'jurang',
  strength: 'kekuatan',
  in_line: 'setara',
  too_little: 'bukti terlalu sedikit',
  no_difference: 'tiada bukti perbezaan',
  ratio: 'kadar',
  money: 'wang',
  entries: 'Kemasukan',
  mix: 'Campuran urus niaga',
  training: 'Latihan',
  few_entries: 'sedikit: tanya sebabnya',
  skill: 'kemahiran',
  deal_size: 'saiz urus niaga',
  territory: 'wilayah',
  unclear: 'tidak jelas',
  not_below: 'tidak di bawah',
  missing_training: 'belum dibuat',
};

export const skillReason: typeof reasons = {
  too_few_treated: 'Terlalu sedikit yang dilatih untuk dinilai.',
  too_few_controls: 'Terlalu sedikit yang tanpa latihan untuk dibanding.',
  no_candidate: 'Tiada sesiapa cukup menonjol untuk membantu.',
  no_place: 'Mereka yang boleh membantu sudah penuh.',
  too_little_evidence: 'Bukti terlalu sedikit.',
  no_difference: 'Tiada bukti perbezaan antara orang.',
  no_stage_events: 'Perlukan sejarah peringkat: belum ada yang diimport.',
  no_money: 'Tidak dinilai dengan wang.',
  no_specialists: 'Tiada pakar menyertai urus niaga kompleks.',
  no_reference: 'Tiada urus niaga serupa tanpa pakar untuk dibanding.',
  no_chain: 'Tiada bahagian kerja yang dapat dibezakan.',
};

export const skillNote: typeof notes = {
  reach: 'prospek ke dihubungi',
  qualify: 'dihubungi ke layak',
  handoff: 'diserah, diterima',
  discover: 'layak ke mesyuarat',
  present: 'mesyuarat ke bentang',
  propose: 'bentang ke cadangan',
  close: 'cadangan ke menang',
  value: '{currency}, menang biasa',
  complex_close: 'kompleks, menang',
  follow_up: 'menang, disusuli',
  renew: 'sampai tempoh, diperbaharui',
  expand: 'sampai tempoh, dikembangkan',
  pace: 'perbualan sehari',
};

export const skillGoal: typeof goals = {
  reach: '{goal} prospek dihubungi: {more, plural, other {# lagi}} pada jumlah sekarang, {trials, number} prospek.',
  qualify:
    '{goal} yang dihubungi layak: {more, plural, other {# lagi}} pada jumlah sekarang, {trials, number} dihubungi.',
  handoff: '{goal} serahan diterima: {more, plural, other {# lagi}} pada jumlah sekarang, {trials, number} serahan.',
  discover:
    '{goal} yang layak sampai ke mesyuarat: {more, plural, other {# mesyuarat lagi}} pada jumlah sekarang, {trials, number} layak.',
  present:
    '{goal} mesyuarat sampai ke bentangan: {more, plural, other {# bentangan lagi}} pada jumlah sekarang, {trials, number} mesyuarat.',
  propose:
    '{goal} bentangan sampai ke cadangan: {more, plural, other {# cadangan lagi}} pada jumlah sekarang, {trials, number} bentangan.',
  close:
    '{goal} cadangan dimenangi: {more, plural, other {# kemenangan lagi}} pada jumlah sekarang, {trials, number} cadangan.',
  value: 'Urus niaga menang yang biasa bernilai {goal}.',
  complex_close:
    '{goal} urus niaga kompleks dimenangi: {more, plural, other {# kemenangan lagi}} pada jumlah sekarang, {trials, number} urus niaga kompleks.',
  follow_up:
    '{goal} yang dimenangi disusuli: {more, plural, other {# susulan lagi}} pada jumlah sekarang, {trials, number} menang.',
  renew:
    '{goal} yang sampai tempoh diperbaharui: {more, plural, other {# lagi}} pada jumlah sekarang, {trials, number} sampai tempoh.',
  expand:
    '{goal} yang sampai tempoh dikembangkan: {more, plural, other {# lagi}} pada jumlah sekarang, {trials, number} sampai tempoh.',
  pace: '{goal} perbualan sehari bekerja: {more, plural, other {# lagi}} dalam {trials, number} hari.',
};

export const skillMethod: typeof methods = {
  'beta-binomial': 'ditarik ke arah rakan, 95%',
  'normal-normal': 'ditarik ke arah rakan, 95%',
  'gamma-poisson': 'ditarik ke arah rakan, 95%',
  'difference-in-differences': 'beza perubahan, 95%',
  'matched-differences': 'beza perubahan yang dipadankan, 95%',
  'before-after': 'sebelum dan selepas, 95%',
  shapley: 'bahagian daripada perbezaan, 90%',
  draws: '2,000 cabutan, 95%',
};
