import type { pipeline as source } from '../../en/metrics/pipeline';

export const pipeline: typeof source = {
  'snapshot-funnel': {
    title: 'Kedudukan semasa',
    definition:
      'Perjalanan mengikut peringkatnya pada tarikh semakan, dengan jumlahnya. Gambaran kepenuhan setiap peringkat; membahagi peringkat berjiran tidak memberi kadar.',
    excluded: 'Jumlah yang tiada atau tanpa kadar tukaran dikecualikan daripada wang, bukan daripada bilangan.',
  },
  'sales-velocity': {
    title: 'Halaju jualan',
    definition:
      'Wang dimenangi sehari: urus niaga layak terbuka, darab kadar kemenangan, darab purata jumlah, bahagi hari satu urus niaga.',
    excluded: 'Tiada apa-apa dinyatakan jika salah satu daripada empat itu tidak diketahui.',
  },
  'pipeline-coverage': {
    title: 'Liputan saluran',
    definition: 'Jumlah terbuka yang dijangka ditutup dalam tempoh itu berbanding baki ke sasaran.',
    excluded: 'Urus niaga terbuka tanpa jumlah atau tarikh jangkaan tutup.',
  },
  slippage: {
    title: 'Kelewatan penutupan',
    definition: 'Daripada urus niaga yang pada awal tempoh dijangka ditutup, bahagian yang tidak ditutup.',
    excluded: 'Urus niaga tanpa sejarah tarikh jangkaan tutup.',
  },
  ageing: {
    title: 'Usia urus niaga',
    definition: 'Urus niaga terbuka yang berada lebih lama pada peringkatnya daripada kebanyakan yang menang.',
    excluded: 'Peringkat yang terlalu sedikit menang untuk mengetahui kelaziman.',
  },
  forecast: {
    title: 'Ramalan',
    definition:
      'Yang sudah menang, dan apa yang mungkin ditambah oleh urus niaga terbuka, dengan julatnya: setiap satu mengikut sejarah syarikat sendiri.',
    excluded: 'Urus niaga terbuka tanpa jumlah.',
  },
  'pipeline-waterfall': {
    title: 'Perubahan saluran jualan',
    definition:
      'Jumlah terbuka pada awal, yang masuk, beralih, membesar, mengecil, menang dan kalah, dan jumlah terbuka pada akhir. Ia seimbang.',
    excluded: 'Jumlah yang tiada atau tanpa kadar tukaran.',
  },
  'stage-matrix': {
    title: 'Pergerakan antara peringkat',
    definition: 'Di mana perjalanan setiap peringkat berada pada akhir tempoh.',
    excluded: 'Perjalanan yang bermula selepas awal tempoh.',
  },
};
