import type { funnelMetrics as english } from '../en/metrics-funnel';

export const funnelMetrics: typeof english = {
  'win-rate-by-value': {
    title: 'Kadar kemenangan mengikut nilai',
    definition:
      'Daripada wang dalam urus niaga yang ditutup dalam tempoh itu, bahagian yang dimenangi. Urus niaga yang kalah dikira dengan jumlahnya; jika tiada atau sifar, dengan jumlah senarai atau harga senarai produknya.',
    excluded:
      'Urus niaga terbuka belum ada keputusan dan yang tidak layak bukan peluang sebenar. Urus niaga tanpa jumlah atau kadar tukaran tidak dapat ditimbang. Satu urus niaga mungkin sebahagian besar wang itu: bahagiannya ditunjukkan di sebelah kadar.',
  },
  'loss-profile': {
    title: 'Sebab urus niaga kalah',
    definition:
      'Daripada urus niaga yang kalah dalam tempoh itu, bahagian bagi setiap sebab atau pesaing. Mengikut rujukan: kadar kemenangan dengan rujukan dan tanpanya, yang menunjukkan beza tetapi tidak membuktikan sebab.',
    excluded:
      'Urus niaga tanpa keputusan dan yang tidak layak tidak kalah kepada sesiapa. Sebab yang tidak diberi ditunjukkan sebagai tidak diketahui.',
  },
  'discount-discipline': {
    title: 'Diskaun',
    definition:
      'Sejauh mana urus niaga yang menang dijual di bawah jumlah senarainya, atas semua wangnya, dan bahagian yang diberi diskaun melebihi had.',
    excluded: 'Urus niaga tanpa jumlah atau tanpa jumlah senarai tidak dapat dibandingkan dengan senarai.',
  },
  'deal-value': {
    title: 'Nilai urus niaga yang menang',
    definition:
      'Purata jumlah urus niaga yang menang dalam tempoh itu, dengan median dan kuartil atas. Purata logaritma digunakan untuk perbandingan, kerana satu urus niaga besar tidak banyak mengubahnya.',
    excluded:
      'Urus niaga tanpa jumlah, dengan jumlah negatif atau tanpa kadar tukaran. Urus niaga bernilai sifar dikira.',
  },
};
