import type { economics as source } from '../../en/metrics/economics';

export const economics: typeof source = {
  'cost-per-conversion': {
    title: 'Kos setiap penukaran',
    definition: 'Belanja untuk memenangi pelanggan dalam tempoh itu bahagi penukaran yang terhasil.',
    excluded: 'Kos bagi tujuan lain. Tanpa penukaran, kos dipapar dan kadarnya tidak.',
  },
  'conversion-what-if': {
    title: 'Andaian "jika" lebih banyak menukar',
    definition: 'Kos satu penukaran dan berapa banyak tambahannya, pada kadar penukaran lain dan usaha yang sama.',
    excluded: 'Apa-apa yang berubah dengan usaha lebih.',
  },
  'acquisition-cost': {
    title: 'Kos pemerolehan pelanggan',
    definition:
      'Belanja untuk memenangi pelanggan dalam tempoh itu bahagi pelanggan baharu di dalamnya. Mengikut orang, pelanggan baharu dikira untuk yang memenanginya, seperti kosnya.',
    excluded: 'Kos mengekalkan pelanggan.',
  },
  payback: {
    title: 'Tempoh pulang modal',
    definition:
      'Bilangan bulan hingga margin pelanggan baharu menampung kos memenanginya. Mengikut orang, pelanggan baharu dikira untuk yang memenanginya.',
    excluded: 'Pelanggan yang marginnya tidak diketahui.',
  },
  'acquire-to-keep': {
    title: 'Memenangi berbanding mengekalkan',
    definition:
      'Kos memenangi seorang pelanggan bahagi kos mengekalkan seorang. Mengikut orang, pelanggan baharu dikira untuk yang memenanginya, yang kekal untuk pemiliknya.',
    excluded: 'Kos yang bukan bagi kedua-dua tujuan itu.',
  },
  'retention-what-if': {
    title: 'Andaian "jika" lebih banyak kekal',
    definition: 'Berapa lebih bernilai seorang pelanggan apabila lebih ramai kekal, pada margin semasa.',
    excluded: 'Apa-apa yang mengubah margin.',
  },
};
