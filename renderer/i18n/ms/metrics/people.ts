import type { people as source } from '../../en/metrics/people';

export const people: typeof source = {
  'hand-off': {
    title: 'Serahan',
    definition: 'Daripada prospek yang diserahkan antara wakil, bahagian yang diterima, dan kesudahannya.',
    excluded:
      'Serahan kurang tujuh hari yang belum dijawab, dan yang diberi oleh orang yang bukan SDR ketika itu. Pemulangan kepada SDR bukan serahan.',
  },
  'specialist-lift': {
    title: 'Pakar jualan dalam urus niaga',
    definition: 'Hasil urus niaga kompleks dengan pakar dan tanpanya, pada campuran urus niaga yang sama.',
    excluded: 'Urus niaga yang disertai pakar selepas rundingan bermula.',
  },
  attainment: {
    title: 'Pencapaian sasaran',
    definition: 'Apa yang dicapai bahagi sasaran, bagi hari seseorang ada.',
    excluded: 'Wakil tanpa sasaran.',
  },
  'activity-mix': {
    title: 'Aktiviti sehari',
    definition: 'Aktiviti dan perbualan mengikut jenis bagi setiap hari bekerja.',
    excluded: 'Hari cuti.',
  },
  ramp: {
    title: 'Tempoh menyesuaikan diri',
    definition: 'Bilangan bulan dari mula kerja hingga tempahan mencapai kebanyakan tahap rakan berpengalaman.',
    excluded: 'Wakil yang tarikh mulanya tidak diketahui.',
  },
  'skill-gap': {
    title: 'Kemahiran',
    definition:
      'Setiap langkah kerja wakil berbanding rakan setara, disusut mengikut bukti: jurang, kekuatan, setara, atau terlalu sedikit untuk dikata.',
    excluded: 'Urus niaga tiada pemilik. Tiada sesiapa ditanda di mana orang tidak berbeza.',
  },
  'right-seat': {
    title: 'Tempat yang tepat',
    definition: 'Sejauh mana kemahiran wakil sesuai dengan setiap peranan; satu soalan, bukan hukuman.',
    excluded: 'Peranan yang kurang separuh kemahirannya ada bukti.',
  },
  'persistent-difficulty': {
    title: 'Kesukaran berterusan',
    definition:
      'Wakil di bawah kebanyakan rakan dalam tiga daripada empat suku terakhir, dan bahagian kerja yang menerangkannya.',
    excluded: 'Wakil yang masih menyesuaikan diri.',
  },
  'training-coverage': {
    title: 'Latihan',
    definition: 'Daripada mereka yang disasarkan program, bahagian yang menamatkannya dan masih sah.',
    excluded: 'Latihan yang tamat tempoh.',
  },
  mentors: {
    title: 'Mentor',
    definition: 'Siapa boleh membantu siapa: kuat di mana yang lain ada jurang, dengan kerja serupa dan masa untuknya.',
    excluded: 'Wakil tanpa bukti mencukupi.',
  },
  'prospecting-pace': {
    title: 'Prospek baharu seminggu',
    definition: 'Prospek baharu bagi setiap minggu wakil ada, termasuk minggu tanpa satu pun.',
    excluded: 'Minggu cuti.',
  },
  'training-effect': {
    title: 'Kesan latihan',
    definition: 'Perubahan mereka yang dilatih, tolak perubahan yang lain pada masa sama.',
    excluded: 'Wakil tanpa bukti mencukupi sebelum atau selepas.',
  },
  'nobody-missed': {
    title: 'Tiada yang tercicir',
    definition:
      'Wakil tanpa sasaran, latihan, bimbingan atau pengiktirafan, dan pelanggan tanpa pemilik atau sentuhan. Senarai ini kosong atau ia kerja.',
    excluded: 'Wakil yang tiada pada suku itu.',
  },
  'cross-cover': {
    title: 'Liputan kemahiran',
    definition:
      'Bagi setiap kemahiran dan peranan, berapa wakil sekurang-kurangnya setara median rakan. Jika orang tidak berbeza dalam satu kemahiran, semua yang ada bukti mencukupi dikira.',
    excluded: 'Wakil tanpa bukti mencukupi.',
  },
  'incentive-reach': {
    title: 'Insentif dalam jangkauan',
    definition:
      'Bahagian wakil yang masih dibayar lebih jika berprestasi sedikit lebih baik. Yang berada dalam beberapa pelan serentak dibayar oleh setiap satu.',
    excluded: 'Wakil tanpa pelan.',
  },
  'incentive-spread': {
    title: 'Sebaran insentif',
    definition: 'Sejauh mana insentif dibayar sama rata, di samping sebaran tempahan.',
    excluded: 'Bayaran negatif disenaraikan berasingan.',
  },
  'plan-complexity': {
    title: 'Kerumitan pelan',
    definition: 'Berapa ukuran, tahap dan peraturan khas menentukan satu bayaran.',
    excluded: 'Peraturan yang tidak menyentuh mana-mana bayaran.',
  },
  'wanted-incentives': {
    title: 'Insentif yang diingini',
    definition: 'Jenis insentif yang orang katakan mereka mahu.',
    excluded: 'Kumpulan kurang lima jawapan tidak dipecahkan.',
  },
  recognition: {
    title: 'Pengiktirafan',
    definition:
      'Siapa mencapai sasaran, siapa meningkat walaupun di bawahnya, siapa kuat secara tetap; dan siapa paling lama menunggu.',
    excluded: 'Perubahan yang boleh diterangkan oleh kebetulan.',
  },
  'next-goal': {
    title: 'Sasaran seterusnya',
    definition: 'Satu langkah ke arah rakan, dalam bilangan menang, bagi jurang yang paling bernilai.',
    excluded: 'Kemahiran tanpa bukti mencukupi.',
  },
};
