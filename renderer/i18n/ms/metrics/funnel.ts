import type { funnel as source } from '../../en/metrics/funnel';

export const funnel: typeof source = {
  'win-rate': {
    title: 'Kadar kemenangan',
    definition:
      'Daripada urus niaga yang ditutup dalam tempoh itu, bahagian yang menang. Urus niaga yang menang kemudian kalah dikira tidak menang, walaupun ia sampai ke peringkat itu dalam corong jualan.',
    excluded:
      'Urus niaga terbuka belum ada keputusan. Yang tidak layak bukan peluang sebenar; ia boleh dikira sekali. Yang ditutup tanpa tarikh tidak berada dalam mana-mana tempoh.',
  },
  'win-rate-by-value': {
    title: 'Kadar kemenangan mengikut nilai',
    definition:
      'Daripada wang dalam urus niaga yang ditutup dalam tempoh itu, bahagian yang dimenangi. Urus niaga yang kalah dikira dengan jumlahnya; jika tiada atau sifar, dengan jumlah senarai atau harga senarai produknya.',
    excluded:
      'Urus niaga terbuka belum ada keputusan dan yang tidak layak bukan peluang sebenar. Urus niaga tanpa jumlah atau kadar tukaran tidak dapat ditimbang. Satu urus niaga mungkin sebahagian besar wang itu: bahagiannya ditunjukkan di sebelah kadar.',
  },
  'conversation-conversion': {
    title: 'Penukaran perbualan',
    definition:
      'Daripada bakal pelanggan yang diajak berbual dalam tempoh itu, bahagian yang dimenangi dalam tetingkap masa selepas perbualan pertama: satu dalam lima ialah 20%.',
    excluded: 'Perbualan tanpa prospek atau urus niaga tidak dapat diikuti hingga keputusannya.',
  },
  'cohort-conversion': {
    title: 'Penukaran kohort',
    definition:
      'Daripada perjalanan yang sampai ke satu peringkat dalam tempoh itu, bahagian yang sampai ke peringkat kemudian dalam tetingkap masa. Peringkat yang dicapai tetap dicapai: urus niaga yang menang kemudian kalah dikira sampai ke menang di sini, tetapi dikira tidak menang dalam kadar kemenangan.',
    excluded: 'Perjalanan yang lebih muda daripada tetingkap masa dikira berasingan: ia masih boleh sampai.',
  },
  'stage-conversion': {
    title: 'Penukaran ikut peringkat',
    definition:
      'Bagi setiap peringkat corong jualan: daripada perjalanan yang sampai dalam tempoh itu, bahagian yang sampai ke peringkat seterusnya dalam tetingkap masa. Peringkat yang dicapai tetap dicapai: urus niaga yang menang kemudian kalah dikira sampai ke menang di sini, tetapi dikira tidak menang dalam kadar kemenangan.',
    excluded:
      'Perjalanan yang lebih muda daripada tetingkap masa dikira berasingan. Perjalanan yang bermula pada peringkat kemudian tidak memberitahu apa-apa tentang peringkat awal.',
  },
  'stage-conversion-by-value': {
    title: 'Penukaran ikut peringkat, mengikut nilai',
    definition:
      'Bagi setiap peringkat: daripada wang dalam perjalanan yang sampai dalam tempoh itu, bahagian dalam perjalanan yang sampai ke peringkat seterusnya dalam tetingkap masa; dan daripada wang pada peringkat pertama, bahagian yang sampai sejauh itu. Satu perjalanan sama berat pada setiap peringkat: nilainya sekarang.',
    excluded:
      'Perjalanan tanpa jumlah atau kadar tukaran tidak dapat ditimbang. Prospek yang tidak menjadi urus niaga tiada jumlah, jadi daripada prospek hanya jumlahnya diberitahu. Perjalanan yang lebih muda daripada tetingkap masa dikira berasingan. Satu urus niaga mungkin sebahagian besar wang itu: bahagiannya ditunjukkan di sebelah kadar.',
  },
  'contact-rate': {
    title: 'Kadar hubungan',
    definition: 'Daripada prospek yang masuk, bahagian yang dihubungi dalam tetingkap masa.',
    excluded: 'Prospek yang lebih muda daripada tetingkap masa: masih ada masa untuk menghubunginya.',
  },
  'time-to-first-contact': {
    title: 'Masa ke hubungan pertama',
    definition:
      'Bilangan hari dari prospek masuk hingga hubungan pertama; median mewakili semua, dan prospek yang belum dihubungi dikira masih menunggu.',
    excluded: 'Hubungan bertarikh sebelum prospek masuk dikira serta-merta.',
  },
  'stage-duration': {
    title: 'Masa pada setiap peringkat',
    definition:
      'Bilangan hari satu perjalanan berada pada peringkat, semua kunjungan digabung; median mewakili semua, dan yang masih di situ dikira belum selesai.',
    excluded: 'Peringkat yang dilangkau: tiada kunjungan, bukan kunjungan sifar hari.',
  },
  needs: {
    title: 'Keperluan direkod dan dipenuhi',
    definition:
      'Daripada perjalanan yang sampai ke cadangan, bahagian yang keperluan pelanggannya direkod lebih awal; dan daripada keperluan yang diketahui, bahagian yang dipenuhi.',
    excluded: 'Keperluan yang tidak dicatat sama ada dipenuhi.',
  },
  bookings: {
    title: 'Nilai tempahan',
    definition:
      'Jumlah nilai urus niaga yang menang dalam tempoh itu, untuk pemilik semasa ditutup. Urus niaga yang menang kemudian kalah ditolak semula pada hari ia kalah.',
    excluded: 'Urus niaga tanpa jumlah atau kadar tukaran tetap menang, tetapi tidak menambah wang.',
  },
  'deal-value': {
    title: 'Nilai urus niaga yang menang',
    definition:
      'Purata jumlah urus niaga yang menang dalam tempoh itu, dengan median dan kuartil atas. Purata logaritma digunakan untuk perbandingan, kerana satu urus niaga besar tidak banyak mengubahnya.',
    excluded:
      'Urus niaga tanpa jumlah, dengan jumlah negatif atau tanpa kadar tukaran. Urus niaga bernilai sifar dikira.',
  },
  'cycle-length': {
    title: 'Hari ke menang',
    definition:
      'Bilangan hari dari permulaan urus niaga hingga menang, bagi urus niaga yang menang dalam tempoh itu; median mewakili semua.',
    excluded:
      'Urus niaga yang menang sebelum bermula mempunyai tarikh yang salah. Yang masih terbuka tidak termasuk, jadi yang perlahan tiada sehingga ia menang.',
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
  'measured-change': {
    title: 'Perubahan terukur',
    definition:
      'Satu ukuran dalam tempoh ini ditolak ukuran sama dalam tempoh lebih awal. Ia disebut lebih tinggi atau rendah hanya apabila selang bezanya tidak mengandungi sifar.',
    excluded: 'Apa yang dikecualikan oleh ukuran itu sendiri.',
  },
  'mix-adjustment': {
    title: 'Kadar, mentah dan dilaras ikut campuran',
    definition:
      'Kadar seperti yang dikira, dan di sebelahnya kadar itu jika menangani campuran urus niaga orang lain. Urus niaga adalah sejenis apabila segmen, sumber dan saiz (pertiga ikut jumlah) sama. Bagi setiap orang, kejayaan yang dijangka diperoleh daripada kadar orang lain bagi setiap jenis; jika orang lain ada kurang daripada 20 urus niaga sesuatu jenis, saiz diketepikan, kemudian sumber, kemudian segmen. Kejayaan dibahagi dengan yang dijangka, didarab kadar orang lain, ialah kadar dilaras. Kemudian ia ditarik ke arah kadar semua orang, lebih kuat jika buktinya sedikit.',
    excluded:
      'Apa yang dikecualikan oleh kadar itu sendiri. Urus niaga tanpa pemilik bukan milik sesiapa dan tidak membentuk jangkaan.',
  },
  journey: {
    title: 'Penjelajah perjalanan',
    definition:
      'Daripada perjalanan yang ada peristiwa pertama, bahagian yang ada peristiwa berikutnya, dalam susunan dan masa yang diminta.',
    excluded: 'Perjalanan yang ada peristiwa yang hendak dikecualikan.',
  },
};
