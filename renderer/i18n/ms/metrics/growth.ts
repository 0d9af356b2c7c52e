import type { growth as source } from '../../en/metrics/growth';

export const growth: typeof source = {
  'referral-rate': {
    title: 'Pelanggan yang merujuk',
    definition: 'Daripada pelanggan aktif, bahagian yang merujuk seseorang dalam tempoh itu.',
    excluded: 'Pelanggan yang tidak lagi aktif.',
  },
  'referral-yield': {
    title: 'Hasil rujukan',
    definition:
      'Bahagian pelanggan baharu dan hasil yang datang melalui rujukan, dan berapa yang dibawa seorang pelanggan.',
    excluded: 'Rujukan yang terlalu muda untuk menjadi pelanggan.',
  },
  reviews: {
    title: 'Ulasan',
    definition: 'Berapa ulasan yang ada, puratanya, dan berapa pelanggan yang ditanya.',
    excluded: 'Ulasan tanpa skor.',
  },
  satisfaction: {
    title: 'Kepuasan',
    definition: 'Skor promoter bersih (NPS) dan kepuasan daripada soal selidik, dengan bahagian yang menjawab.',
    excluded: 'Semua kecuali jawapan terakhir seseorang dalam tempoh itu.',
  },
};
