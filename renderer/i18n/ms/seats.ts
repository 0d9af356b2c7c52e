import type { Messages } from '..';

export const seats: Messages['seats'] = {
  empty: 'Belum ada hasil kerja orang. Urus niaga dengan peringkatnya, prospek atau pembaharuan mengisi halaman ini.',
  headAsk: 'Bagi {names}, tempat lain patut ditanya.',
  headNoOther: 'Tiada hasil sesiapa yang lebih sesuai dengan tempat lain.',
  headOtherUnknown:
    'Belum dapat dikatakan sama ada tempat lain lebih sesuai: terlalu sedikit yang ada hasil dalam peranan lain.',
  headCannotTell: 'Belum dapat dikatakan siapa berada di tempat yang tepat.',
  headOwn:
    'Dalam peranan sendiri {judged, number} dapat dinilai: {line, number} setara dengan pertengahan, {above, number} pasti di atas, {below, number} pasti di bawah. Dalam bulan pertama: {ramp, number}; tiada perbezaan antara orang: {alike, number}; bukti terlalu sedikit: {unknown, number}.',
  headNobody:
    'Dalam bulan pertama: {ramp, number}; tiada perbezaan antara orang: {alike, number}; bukti terlalu sedikit: {unknown, number}.',
  roleNote: '{n, plural, other {# orang}} · jarak dari pertengahan peranan (putus-putus), dalam sisihan piawai',
  pictureName: 'Kesesuaian tempat, {role}',
  inWords: 'Sama dalam perkataan, {role}',
  skills: 'kemahiran',
  starting: 'baharu',
  above: 'Di atas pertengahan peranan',
  below: 'Di bawah pertengahan: tanya apa yang membantu',
  in_line: 'Setara dengan yang lain',
  no_difference: 'Tiada perbezaan antara orang di sini',
  cannot_tell:
    '{weighing, plural, =0 {Belum dapat dikatakan} other {Belum dapat dikatakan: perlu bukti bagi {missing, plural, other {# kemahiran}} lagi}}',
  in_ramp: 'Dalam bulan pertama, tidak dinilai',
  wouldSuit: 'Adakah {seat} lebih sesuai? {sure} pasti',
  person: 'Seorang',
  choose: 'Orang',
  ownSeat: 'Tempat sendiri: {seat}',
  basis: 'bukti bagi {skills, number} daripada {weighing, number} kemahiran yang membezakan orang',
  otherSeats: 'Tempat lain yang ada hasil',
  noOther: 'Tiada yang cukup bukti',
  noCompare: 'tidak dapat dibandingkan',
  better: '{sure} pasti lebih sesuai',
  askFirst: 'Hasil kerja sahaja; sama ada seseorang suka kerja itu perlu ditanya.',
  toTraining: 'Latihan dan mentor',
  firstMonths: 'Bulan pertama',
  firstMonthsNote: 'bulan setakat ini',
  usual: 'dinilai mulai {months}',
  rampUnknown:
    'Tempoh biasa belum diketahui: {n, plural, other {# orang}} dilihat sejak hari pertama, {reached, number} mencapai rentak penuh.',
  rampKnown:
    'Separuh mencapai rentak penuh dalam {months} bulan ({range}), daripada {n, number} yang dilihat sejak hari pertama.',
  lasting: 'Lama di bawah kebanyakan rakan setara',
  lastingNote: 'tiga daripada empat suku terakhir, mengikut nama; wang setahun berbanding median rakan setara',
  nobodyLasting: 'Tiada sesiapa di bawah kebanyakan rakan setara dalam tiga daripada empat suku terakhir.',
  quarters: '{below, number} daripada {of, number} suku',
  noCause: 'Tiada bahagian kerja yang pasti menjelaskannya; tanya sebabnya.',
  causeEntries: 'Memulakan kurang kerja: {own} setahun, rakan setara {peers}',
  causeSkill: '{skill}: {own}, rakan setara {peers}',
  causeValue: 'Urus niaga lebih kecil: {own}, rakan setara {peers}',
  causeMix: 'Pelanggan lebih sukar daripada yang lain',
  causeTraining: 'Latihan wajib belum diambil: {programmes}',
};
