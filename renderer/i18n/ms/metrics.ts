import type { Messages } from '..';
import { funnelMetrics } from './metrics-funnel';
import { pipelineMetrics } from './metrics-pipeline';

export const metric: Messages['metric'] = {
  ...funnelMetrics,
  ...pipelineMetrics,
  'win-rate': {
    title: 'Kadar kemenangan',
    definition:
      'Daripada urus niaga yang ditutup dalam tempoh itu, bahagian yang menang. Urus niaga yang menang kemudian kalah dikira tidak menang.',
    excluded:
      'Urus niaga terbuka belum ada keputusan. Yang tidak layak bukan peluang sebenar; ia boleh dikira sekali. Yang ditutup tanpa tarikh tidak berada dalam mana-mana tempoh.',
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
      'Daripada perjalanan yang sampai ke satu peringkat dalam tempoh itu, bahagian yang sampai ke peringkat kemudian dalam tetingkap masa.',
    excluded: 'Perjalanan yang lebih muda daripada tetingkap masa dikira berasingan: ia masih boleh sampai.',
  },
  'stage-conversion': {
    title: 'Penukaran ikut peringkat',
    definition:
      'Bagi setiap peringkat corong jualan: daripada perjalanan yang sampai dalam tempoh itu, bahagian yang sampai ke peringkat seterusnya dalam tetingkap masa.',
    excluded:
      'Perjalanan yang lebih muda daripada tetingkap masa dikira berasingan. Perjalanan yang bermula pada peringkat kemudian tidak memberitahu apa-apa tentang peringkat awal.',
  },
  'snapshot-funnel': {
    title: 'Kedudukan semasa',
    definition:
      'Perjalanan mengikut peringkatnya pada tarikh semakan, dengan jumlahnya. Gambaran kepenuhan setiap peringkat; membahagi peringkat berjiran tidak memberi kadar.',
    excluded: 'Jumlah yang tiada atau tanpa kadar tukaran dikecualikan daripada wang, bukan daripada bilangan.',
  },
  bookings: {
    title: 'Nilai tempahan',
    definition:
      'Jumlah nilai urus niaga yang menang dalam tempoh itu, untuk pemilik semasa ditutup. Urus niaga yang menang kemudian kalah ditolak semula pada hari ia kalah.',
    excluded: 'Urus niaga tanpa jumlah atau kadar tukaran tetap menang, tetapi tidak menambah wang.',
  },
  'cycle-length': {
    title: 'Hari ke menang',
    definition:
      'Bilangan hari dari permulaan urus niaga hingga menang, bagi urus niaga yang menang dalam tempoh itu; median mewakili semua.',
    excluded:
      'Urus niaga yang menang sebelum bermula mempunyai tarikh yang salah. Yang masih terbuka tidak termasuk, jadi yang perlahan tiada sehingga ia menang.',
  },
  'cohort-retention': {
    title: 'Pengekalan kohort',
    definition:
      'Pelanggan mengikut tempoh pembelian pertama: bahagian yang masih membeli dalam setiap tempoh selepasnya. Tempoh pertama ialah semuanya secara binaan.',
    excluded: 'Lajur terakhir setiap kohort belum lengkap: ia masih boleh naik.',
  },
  'measured-change': {
    title: 'Perubahan terukur',
    definition:
      'Satu ukuran dalam tempoh ini ditolak ukuran sama dalam tempoh lebih awal. Ia disebut lebih tinggi atau rendah hanya apabila selang bezanya tidak mengandungi sifar.',
    excluded: 'Apa yang dikecualikan oleh ukuran itu sendiri.',
  },
};
