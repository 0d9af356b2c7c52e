import type { retention as source } from '../../en/metrics/retention';

export const retention: typeof source = {
  'logo-retention': {
    title: 'Pelanggan kekal',
    definition:
      'Daripada pelanggan aktif pada awal, bahagian yang masih aktif pada akhir. Yang pergi dan kembali dikira kekal.',
    excluded: 'Pelanggan yang datang selepas awal tempoh.',
  },
  'churn-rate': {
    title: 'Kehilangan pelanggan',
    definition: 'Daripada pelanggan aktif pada awal, bahagian yang tidak lagi aktif pada akhir.',
    excluded: 'Pelanggan yang datang selepas awal tempoh.',
  },
  'revenue-retention': {
    title: 'Pengekalan hasil',
    definition:
      'Hasil pelanggan aktif pada awal: apa yang tinggal (kasar) dan apa jadinya dengan pertumbuhan (bersih).',
    excluded: 'Pelanggan baharu. Wang diambil pada kadar awal, supaya mata wang tidak kelihatan seperti kehilangan.',
  },
  'renewal-rate': {
    title: 'Kadar pembaharuan',
    definition:
      'Daripada pembaharuan yang perlu dibuat dalam tempoh itu, bahagian yang diperbaharui pada tarikhnya bersama hari tangguh.',
    excluded: 'Pembaharuan yang masih dalam hari tangguh.',
  },
  expansion: {
    title: 'Pengembangan',
    definition: 'Tambahan belian pelanggan kekal berbanding awal, bahagi belian ketika itu.',
    excluded: 'Pelanggan baharu.',
  },
  'money-left': {
    title: 'Wang yang tertinggal',
    definition:
      'Pembaharuan hilang tanpa perbualan, invois lewat, harga yang tidak dinaikkan: setiap satu sendiri, bukan jumlah sahaja.',
    excluded: 'Apa yang tidak dapat diketahui daripada data.',
  },
  'repeat-purchase': {
    title: 'Belian semula',
    definition:
      'Daripada pelanggan yang belian pertamanya cukup lama, bahagian yang membeli lagi dalam tetingkap masa.',
    excluded: 'Pelanggan yang lebih muda daripada tetingkap masa.',
  },
  'cohort-retention': {
    title: 'Pengekalan kohort',
    definition:
      'Pelanggan mengikut tempoh pembelian pertama: bahagian yang masih membeli dalam setiap tempoh selepasnya. Tempoh pertama ialah semuanya secara binaan.',
    excluded: 'Tempoh yang belum lengkap ditanda dan tidak dipuratakan: ia masih boleh naik.',
  },
  'customer-survival': {
    title: 'Tempoh pelanggan kekal',
    definition:
      'Bahagian pelanggan yang masih ada mengikut hari sejak belian pertama; yang masih membeli dikira belum selesai.',
    excluded: 'Hari yang kurang daripada lima masih tinggal.',
  },
  cadence: {
    title: 'Rentak belian',
    definition: 'Kekerapan seorang pelanggan membeli, dan sejauh mana pesanan seterusnya terlewat mengikut rentak itu.',
    excluded: 'Pelanggan dengan pesanan terlalu sedikit untuk ada rentak.',
  },
  'silent-churn': {
    title: 'Kehilangan senyap',
    definition:
      'Kebarangkalian setiap pelanggan telah pergi tanpa memberitahu, daripada rentak pesanannya, dan margin yang berisiko, hasil jika tiada margin diketahui. Jika belian tidak menetapkan model pemergian, dan bagi yang membeli sekali, ia ialah betapa luar biasa senyapnya mengikut rentak pelanggan, bukan kebarangkalian pergi.',
    excluded: 'Pelanggan yang memberi notis atau membuat aduan: mereka tidak pergi senyap.',
  },
  'value-to-date': {
    title: 'Nilai setakat ini',
    definition: 'Margin yang dibawa seorang pelanggan, tolak bayaran balik; hasil jika margin tidak diketahui.',
    excluded: 'Pesanan yang dibatalkan.',
  },
  'expected-value': {
    title: 'Nilai dijangka',
    definition: 'Margin yang dijangka dibawa seorang pelanggan dalam bulan yang diminta.',
    excluded: 'Pelanggan tanpa rentak atau kontrak.',
  },
  concentration: {
    title: 'Penumpuan',
    definition: 'Bahagian hasil daripada sepuluh pelanggan terbesar.',
    excluded: 'Pesanan dibatalkan atau dibayar balik.',
  },
  'won-to-paid': {
    title: 'Hari ke pembayaran',
    definition:
      'Bilangan hari dari menang hingga bayaran penuh; median mewakili semua, dan yang belum dibayar dikira belum selesai.',
    excluded: 'Urus niaga menang tanpa invois.',
  },
  'after-sale-follow-up': {
    title: 'Tindakan susulan selepas jualan',
    definition: 'Daripada pelanggan yang dimenangi, bahagian yang dihubungi dalam tiga puluh hari pertama.',
    excluded: 'Pelanggan yang dimenangi kurang tiga puluh hari lalu, dan jualan yang dibatalkan.',
  },
  'touch-coverage': {
    title: 'Pelanggan yang diajak berbual',
    definition: 'Daripada pelanggan aktif, bahagian yang diajak berbual dalam hari-hari terakhir.',
    excluded: 'Pelanggan yang tidak lagi aktif.',
  },
  'relationship-depth': {
    title: 'Kenalan dalam akaun',
    definition:
      'Berapa orang di pihak pelanggan yang diajak berbual, dan berapa pelanggan bergantung pada seorang sahaja.',
    excluded: 'Kenalan tanpa aktiviti dalam dua belas bulan.',
  },
  'engagement-retention': {
    title: 'Perbualan dan pengekalan',
    definition:
      'Sama ada pelanggan yang lebih kerap diajak berbual sebelum jualan kekal lebih lama. Kedua-duanya seiring; satu tidak semestinya punca.',
    excluded: 'Pelanggan yang lebih muda daripada dua belas bulan.',
  },
};
