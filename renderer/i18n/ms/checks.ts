/** Data: what the checks look for. */
import type { Messages } from '..';

export const checks: Messages['checks'] = {
  headline:
    '{n, plural, =0 {Pemeriksaan tidak menemui apa-apa.} other {# pemeriksaan menemui perkara yang perlu berhati-hati.}}',
  note: 'Tiada yang hilang di sini: barisnya ada dalam jadual, dan setiap angka menyatakan apa yang tidak diambil kira.',
  none: 'Setiap peraturan telah disemak dan tiada yang menemui apa-apa.',
  place: '{list}, {column}',
  rows: 'Baris',
  finding: 'Apa yang ditemui, dan akibatnya',
  remedy: 'Apa yang akan membaikinya',
  open: '{n, number} baris: {what}',
  shown: '{n, number} daripada {all, number} baris',
  inSql: 'Buka dalam SQL',
};

export const check: Messages['check'] = {
  closed_before_created: {
    consequence: 'Urus niaga ditutup sebelum diwujudkan. Ia dikira, tempohnya tidak.',
    remedy: 'Betulkan tarikh dalam sumber dan import semula.',
  },
  no_created_at: {
    consequence:
      'Urus niaga tanpa tarikh diwujudkan. Ia mengambil tarikh peringkat pertamanya; tanpanya ia tidak berada dalam kohort bertarikh.',
    remedy: 'Eksport tarikh diwujudkan bersamanya.',
  },
  no_owner: {
    consequence: 'Urus niaga tiada pemilik. Ia dikira di bawah Tiada pemilik, bukan untuk sesiapa.',
    remedy: 'Beri pemilik dalam sumber.',
  },
  no_account: {
    consequence: 'Urus niaga tanpa pelanggan. Ia dikira dalam corong, bukan untuk pelanggan.',
    remedy: 'Pautkan kepada akaunnya dalam sumber.',
  },
  negative_amount: {
    consequence: 'Urus niaga dengan jumlah negatif. Ia dikira, wangnya tidak.',
    remedy: 'Betulkan jumlah dalam sumber.',
  },
  unmapped_stage: {
    consequence: 'Urus niaga pada peringkat tanpa anak tangga. Ia tiada tempat pada tangga.',
    remedy: 'Letakkan peringkat itu pada tangga semasa import seterusnya.',
  },
  unconfirmed_stage: {
    consequence: 'Peringkat yang anak tangganya belum disahkan. Angka yang memerlukannya ditanda sebagai terbitan.',
    remedy: 'Sahkan peringkat semasa import seterusnya.',
  },
  closed_without_date: {
    consequence:
      'Urus niaga yang sudah tamat tanpa tarikh tutup. Ia ditutup pada peristiwa peringkat terakhir; tanpanya, tiada angka bertarikh yang mengiranya.',
    remedy: 'Eksport tarikh tutup bersamanya.',
  },
  event_before_created: {
    consequence: 'Urus niaga dengan peristiwa sebelum tarikh diciptanya. Ia dikira dicipta pada peristiwa terawal.',
    remedy: 'Betulkan di sumber dan import semula.',
  },
  unlikely_date: {
    consequence:
      'Urus niaga dengan tarikh sebelum 1990 atau selepas 2100. Ia diambil seadanya dan memanjangkan setiap julat tarikh.',
    remedy: 'Cari nilai pengganti di sumber.',
  },
  after_as_of: {
    consequence: 'Urus niaga yang dicipta atau ditutup selepas tarikh semakan. Apa-apa selepasnya tidak kelihatan.',
    remedy: 'Betulkan tarikh, atau import aktiviti yang lebih baharu.',
  },
  overdue: {
    consequence: 'Urus niaga terbuka yang tarikh jangkaan tutupnya telah berlalu. Ia dikira tertunggak.',
    remedy: 'Tetapkan hari baharu, atau tutup di sumber.',
  },
  no_stage: {
    consequence: 'Urus niaga tanpa peringkat. Ia tidak berada pada mana-mana anak tangga.',
    remedy: 'Eksport peringkat bersamanya.',
  },
  won_without_amount: {
    consequence: 'Urus niaga menang tanpa amaun. Ia dikira menang, wangnya tidak diketahui.',
    remedy: 'Isikan amaun di sumber.',
  },
  won_for_nothing: {
    consequence: 'Urus niaga menang dengan amaun sifar. Ia dikira menang, tanpa wang.',
    remedy: 'Semak sama ada sifar bermaksud tidak diketahui di sumber.',
  },
  discount_out_of_range: {
    consequence: 'Urus niaga dengan diskaun di bawah 0 atau melebihi 100%. Angka diskaun tidak mengambil kiranya.',
    remedy: 'Nyatakan cara peratus ditulis pada import berikutnya.',
  },
  lost_without_reason: {
    consequence: 'Urus niaga kalah tanpa sebab. Sebabnya ditunjukkan sebagai tidak diketahui.',
    remedy: 'Tanya sebabnya apabila urus niaga kalah.',
  },
  inferred_history: {
    consequence:
      'Peristiwa peringkat yang dibuat daripada perbezaan dua eksport. Angka yang menggunakannya ditanda terbitan.',
    remedy: 'Import sejarah peringkat jika sistem menyimpannya.',
  },
  event_without_deal: {
    consequence: 'Peristiwa peringkat tanpa urus niaga dan tanpa prospek. Ia tidak digunakan.',
    remedy: 'Eksport id urus niaga bersamanya.',
  },
  event_without_date: {
    consequence: 'Peristiwa peringkat tanpa tarikh. Ia tidak digunakan.',
    remedy: 'Betulkan di sumber dan import semula.',
  },
  lead_without_owner: {
    consequence: 'Prospek tanpa pemilik. Ia dikira di bawah Tiada pemilik, bukan untuk sesiapa.',
    remedy: 'Beri pemilik di sumber.',
  },
  activity_without_link: {
    consequence: 'Aktiviti yang tidak dikaitkan. Ia dikira untuk seseorang, bukan untuk pelanggan atau urus niaga.',
    remedy: 'Kaitkan di sumber.',
  },
  activity_of_nobody: {
    consequence: 'Aktiviti tanpa orang. Ia dikira untuk pelanggan sahaja.',
    remedy: 'Beri pemilik di sumber.',
  },
  order_of_nobody: {
    consequence:
      'Pesanan tanpa pelanggan. Wangnya dikira di bawah Pelanggan tidak diketahui; tiada pelanggan kekal atau pergi dengannya.',
    remedy: 'Kaitkan dengan pelanggannya di sumber.',
  },
  negative_order: {
    consequence: 'Pesanan dengan amaun negatif. Ia bukan pembelian.',
    remedy: 'Import wang yang dipulangkan sebagai bayaran balik.',
  },
  refund_of_nobody: {
    consequence: 'Bayaran balik tanpa pesanan dan pelanggan. Wangnya dikira di bawah Pelanggan tidak diketahui.',
    remedy: 'Eksport pesanan atau pelanggan bersamanya.',
  },
  refund_above_order: {
    consequence: 'Bayaran balik melebihi pesanannya. Wang dikira tepat; pesanan dikira tiada belian.',
    remedy: 'Betulkan di sumber dan import semula.',
  },
  ended_before_started: {
    consequence: 'Langganan yang tamat sebelum bermula. Ia tidak dikira dalam pengekalan.',
    remedy: 'Betulkan di sumber dan import semula.',
  },
  merged_in_circle: {
    consequence: 'Akaun yang digabungkan sesama sendiri dalam bulatan. Ia diputuskan pada id terkecil.',
    remedy: 'Betulkan di sumber dan import semula.',
  },
  target_of_nobody: {
    consequence: 'Sasaran tanpa orang atau pasukan. Tiada pencapaian diukur dengannya.',
    remedy: 'Nyatakan sasaran siapa.',
  },
  score_out_of_scale: {
    consequence: 'Jawapan di luar skalanya. Ia tidak dikira dalam skor.',
    remedy: 'Betulkan di sumber dan import semula.',
  },
  no_fx: {
    consequence:
      'Urus niaga dalam mata wang tanpa kadar tukaran. Wangnya tidak dikira, tidak sekali-kali satu dengan satu.',
    remedy: 'Import kadar tukaran mata wangnya.',
  },
  reversed: {
    consequence: 'Urus niaga yang menang kemudian kalah. Ia tidak dikira menang, dan wangnya ditolak semula.',
    remedy: 'Semak sama ada peringkat terakhir di sumber betul.',
  },
  unknown: {
    consequence: 'Baris yang menamakan rekod yang tiada. Ia disimpan, dan tidak dipautkan.',
    remedy: 'Import rekod yang tiada.',
  },
  unread: {
    consequence: 'Baris dengan sel yang tidak dapat dibaca. Ia disimpan, sel itu kosong.',
    remedy: 'Lihat baris yang diketepikan dalam import.',
  },
};
