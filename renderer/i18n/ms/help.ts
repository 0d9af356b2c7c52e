import type { Messages } from '..';

export const tour: Messages['tour'] = {
  title: 'Lawatan',
  at: '{at} daripada {of}',
  figure: 'Setiap angka boleh dibuka',
  figureText:
    'Tekan satu angka untuk melihat cara ia dikira: takrifnya, selangnya, apa yang diketepikan, penyata yang dijalankan dan baris di sebaliknya.',
  ask: 'Tanya apa yang ingin diketahui',
  askText:
    'Pilih tempoh, tapis, tekan satu tanda untuk memecahkannya lagi, atau tekan {key} dan taip: kadar kemenangan mengikut pasukan suku lepas.',
  review: 'Apa yang dilihat ialah apa yang dibentangkan',
  reviewText:
    'R memasukkan apa yang pada skrin ke dalam tinjauan, yang ditulis sebagai slaid sebenar. Buat asal membatalkan mana-mana langkah.',
  end: 'Tutup lawatan',
  back: 'Kembali',
  next: 'Seterusnya',
  done: 'Selesai',
  again: 'Lawatan',
};

export const needed: Messages['needed'] = {
  ask: 'Apa yang perlu diimport untuk ini?',
  any: 'Satu eksport CSV atau Excel memadai; lajur dikenali melalui kepalanya, dan apa-apa yang tidak pasti ditanya sebelum ditulis.',
  opportunities:
    'Senarai urus niaga: bila dicipta, peringkatnya, sama ada dan bila menang atau kalah, nilainya dan pemiliknya. CRM menamakannya Opportunities atau Deals.',
  leads:
    'Senarai prospek: bila masuk, dari sumber mana, milik siapa dan apa jadinya. CRM menamakannya Leads, atau Contacts dengan peringkat kitaran hayat.',
  stage_events:
    'Sejarah peringkat: urus niaga mana memasuki peringkat mana dan bila. CRM menamakannya Opportunity History atau Deal stage history; dua eksport urus niaga yang sama pada masa berbeza juga memadai.',
  activities:
    'Senarai panggilan, mel dan mesyuarat: bila, jenisnya, dengan urus niaga atau prospek mana, oleh siapa. CRM menamakannya Activities, Tasks dan Events, atau Engagements.',
  orders:
    'Senarai pesanan atau invois berbayar: pelanggan, tarikh, nilai, dan produk jika diketahui. Ia datang daripada perakaunan atau kedai, bukan CRM.',
  subscriptions: 'Senarai langganan atau kontrak: pelanggan, bila bermula dan tamat, serta hasilnya sebulan.',
  renewals: 'Senarai pembaharuan: pelanggan, bila perlu dibuat, dan sama ada ia diperbaharui.',
  margin:
    'Margin setiap pesanan: satu lajur di sebelah jumlahnya, atau kos yang ditolak daripadanya. Ia datang daripada perakaunan.',
  costs: 'Senarai kos: sumber atau langkah mana, bulan mana, berapa. Boleh ditaip di Orang & program.',
  handoffs: 'Senarai serahan: prospek mana beralih daripada siapa kepada siapa, dan bila.',
  invoices: 'Senarai invois: pelanggan, tarikh, nilai, tarikh akhir bayaran.',
  payments: 'Senarai bayaran: invois mana, bila, berapa.',
  referrals: 'Senarai rujukan: siapa mengesyorkan siapa, dan bila.',
  surveys: 'Senarai jawapan soal selidik: pelanggan, tarikh, skor dari 0 hingga 10.',
  reps: 'Senarai orang: nama, peranan, pasukan, bila bermula. Boleh ditaip di Orang & program.',
  targets: 'Senarai sasaran: orang atau pasukan, tempoh, nilai. Boleh ditaip di Orang & program.',
  trainings: 'Senarai latihan: siapa, program mana, bila. Boleh ditaip di Orang & program.',
  programmes: 'Senarai program: nama, apa yang diajar, siapa memerlukannya. Boleh ditaip di Orang & program.',
  payouts: 'Senarai pembayaran insentif: orang, tempoh, pelan, nilai. Boleh ditaip di Orang & program.',
  incentive_tiers:
    'Senarai aras insentif: pelan, bermula pada pencapaian berapa, pada kadar berapa. Boleh ditaip di Orang & program.',
  opportunity_needs: 'Senarai keperluan yang direkodkan bersama urus niaga: urus niaga mana, keperluan mana.',
  opportunity_roles:
    'Senarai orang pada urus niaga: urus niaga mana, siapa, dalam peranan apa. CRM menamakannya Opportunity team atau Contact roles.',
};

export const glossary: Messages['glossary'] = {
  title: 'Istilah',
  asOf: 'Tarikh semakan',
  asOfText: 'Saat yang menjadi asas semua kiraan. Apa-apa yang dimasukkan selepasnya tidak dikira.',
  bookings: 'Nilai tempahan',
  bookingsText: 'Nilai urus niaga yang dimenangi dalam sesuatu tempoh, pada hari ia dimenangi.',
  censored: 'Tertapis',
  censoredText: 'Belum berakhir ketika kali terakhir dilihat: dikira selama ia dilihat sahaja.',
  churn: 'Kehilangan pelanggan',
  churnText: 'Pelanggan yang berhenti membeli. Yang senyap tidak pernah memberitahu.',
  cohort: 'Kohort',
  cohortText: 'Mereka yang bermula dalam tempoh yang sama dan diikuti bersama sejak itu.',
  interval: 'Selang keyakinan',
  intervalText: 'Tempat angka sebenar berada, 95 kali daripada 100 selang seumpama ini. Lebar bermakna bukti sedikit.',
  crude: 'Kasar dan dilaraskan',
  crudeText:
    'Kasar ialah seperti yang dikira. Dilaraskan ialah jika menangani campuran urus niaga orang lain, ikut segmen, sumber dan saiz, ditarik ke arah kadar semua orang sejauh mana buktinya sedikit.',
  thin: 'Bukti terlalu sedikit',
  thinText:
    'Kes kurang daripada yang diminta oleh peraturan bukti: dilukis kelabu dan tidak pernah disusun mengikut kedudukan.',
  immature: 'Terlalu baharu untuk dinilai',
  immatureText: 'Masa yang dibenarkan belum berlalu bagi semua: berlorek, dan tidak dikira sebagai kalah.',
  journey: 'Perjalanan',
  journeyText: 'Laluan seorang prospek daripada hubungan pertama hingga menang, kalah atau masih terbuka.',
  median: 'Median',
  medianText: 'Yang di tengah: separuh mengambil kurang, separuh mengambil lebih.',
  n: 'n',
  nText: 'Berapa banyak kes yang menjadi asas sesuatu angka.',
  retention: 'Pengekalan',
  retentionText: 'Bahagian pelanggan, atau hasil mereka, yang kekal.',
  survival: 'Kelangsungan',
  survivalText:
    'Bahagian pelanggan yang masih membeli selepas sekian lama; mereka yang belum dilihat selama itu diambil kira.',
  winRate: 'Kadar kemenangan',
  winRateText:
    'Urus niaga yang dimenangi daripada semua yang ditutup. Ia tidak menyatakan apa-apa tentang yang masih terbuka.',
  verdict: 'Belum dapat dipastikan',
  verdictText:
    'Perbezaan lebih kecil daripada yang boleh timbul secara kebetulan; ayatnya menyatakan berapa banyak lagi kes diperlukan.',
};
