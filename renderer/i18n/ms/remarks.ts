/** Perkara yang patut dilihat dalam satu pemuatan, satu teks setiap kod. */
export const warning = {
  bad_bytes:
    '{n, number} baris mengandungi bait yang tidak sah dalam pengekodan fail (baris {lines}); ditunjukkan sebagai �',
  encoding_uncertain: 'Dibaca sebagai {encoding}; {rivals} hampir sama sesuainya',
  encoding_late: 'Mulai baris {line, number} teksnya {encoding}; sebelum itu hanya ASCII ditemui',
  nul_bytes: '{n, number} baris mengandungi aksara NUL (baris {lines}); aksara itu dikekalkan',
  long_record: '{n, number} rekod melebihi 2,000,000 aksara (baris {lines})',
  delimiter_uncertain: 'Medan dipisahkan dengan {delimiter}; {rival} hampir sama sesuainya',
  delimiter_or_none: 'Medan dipisahkan dengan {delimiter}; tidak memisahkannya hampir sama sesuainya',
  one_column_or_more: 'Setiap baris dibaca sebagai satu medan; memisahkannya dengan {rival} hampir sama sesuainya',
  header_uncertain: 'Baris {line, number} diambil sebagai pengepala, tetapi tiada apa di dalamnya yang memastikannya',
  header_missing: '{n, number} baris di atas baris {line, number} ditinggalkan, namun tiada pengepala selepasnya',
  header_short: 'Pengepala ada {names, number} nama, baris data ada {fields, number} medan',
  header_long: 'Pengepala ada {names, number} nama, baris data ada {fields, number} medan',
  header_dialect:
    'Pengepala di baris {line, number} memisahkan atau memetik medannya dengan cara lain daripada baris data',
  several_header_rows: 'Beberapa baris menamakan lajur; baris {line, number} diambil',
  lines_above_table: '{n, number} baris di atas jadual kelihatan seperti jadual tersendiri dan ditinggalkan',
  tables_beside: 'Lajur {n, number} kosong dan tiada nama; apa yang di sebelah kanannya mungkin jadual lain',
  repeated_header: 'Pengepala berulang di {n, number} tempat (baris {lines}); ditinggalkan di situ',
  short_rows: '{n, number} baris kekurangan medan di hujungnya (baris {lines}); sel yang tiada dikira kosong',
  long_rows: '{n, number} baris mempunyai lebih banyak medan daripada jadual (baris {lines}); diketepikan',
  misfit_rows: '{n, number} baris tidak sepadan dengan lajur (baris {lines}); diketepikan',
  extra_empty_cells:
    '{n, number} baris mempunyai medan kosong selepas lajur terakhir (baris {lines}); medan itu ditinggalkan',
  stray_quotes: '{n, number} baris mengandungi tanda petik di tempat yang ganjil (baris {lines})',
  unclosed_quotes:
    '{n, number} baris membuka tanda petik yang tidak ditutup (baris {lines}); tandanya dibaca sebagai teks',
  other_dialect:
    '{n, number} baris memisahkan atau memetik medannya dengan cara lain (baris {lines}); dibaca mengikutnya',
  comment_lines: '{n, number} baris bermula dengan “#” atau hanya garisan jadual (baris {lines}); ditinggalkan',
  page_breaks: '{n, number} pemisah halaman terletak antara baris (baris {lines}); ditinggalkan',
  blank_lines: '{n, number} baris kosong terletak antara nilai (baris {lines}); tidak dibaca sebagai nilai kosong',
  empty_rows: '{n, number} baris tidak mempunyai sebarang nilai (baris {lines}); ditinggalkan',
  footer: '{n, number} baris teks menyusul selepas jadual (baris {lines}); ditinggalkan',
  totals: '{n, number} baris ialah jumlah (baris {lines}); ditinggalkan',
  possible_totals: '{n, number} baris mungkin jumlah (baris {lines})',
  sparse_rows: '{n, number} baris hanya ada satu nilai (baris {lines})',
  second_table: '{n, number} baris kelihatan seperti jadual lain (baris {lines}); diketepikan',
  cut_off: 'Baris terakhir terpotong (baris {lines}); diketepikan',
  formulas_unvalued:
    '{n, number} sel mengandungi formula tanpa nilainya lalu menjadi kosong; buka dan simpan fail itu dalam program hamparan',
  holds_html: 'Fail ini mengandungi halaman web berjadual, bukan seperti namanya; dibaca begitu',
  holds_xlsx: 'Fail ini mengandungi buku kerja Excel, bukan seperti namanya; dibaca begitu',
  holds_other: 'Fail ini mengandungi buku kerja, bukan seperti namanya; dibaca begitu',
  holds_json: 'Fail ini mengandungi JSON, bukan seperti namanya; dibaca begitu',
  holds_parquet: 'Fail ini mengandungi data Parquet, bukan seperti namanya; dibaca begitu',
  holds_database: 'Fail ini mengandungi pangkalan data DuckDB, bukan seperti namanya; dibaca begitu',
  unreadable_values:
    '{n, number} nilai {field} tidak dapat dibaca, yang pertama di baris {line, number}, lajur {column}',
  unmapped_value: '{field} mengandungi nilai yang tiada makna di sini, disimpan sebagai lain-lain: {values}',
  column_guess: 'Lajur {column} diambil sebagai {field}; pilih yang lain di bawah Lajur jika bukan',
  column_unlike:
    'Nama lajur {column} seperti {field}, tetapi kebanyakan nilainya tidak dapat dibaca begitu; disimpan sebagai teks',
  table_guess: 'Diambil sebagai {table}; pilih jadual lain jika bukan',
  percent_guess:
    '{subject} dibaca sebagai {choice, select, ratio {bahagian: 0.25 ialah 25%} points {peratus: 25 ialah 25%} other {{choice}}}',
  set_aside: 'Tidak dapat dibaca ({fault}), diketepikan',
  set_aside_unknown:
    'Tiada jadual dikenali daripada lajurnya ({found}), diketepikan; menamakan jadualnya akan membawanya masuk',
  not_data: 'Mengandungi {object}, bukan baris jadual; ditinggalkan',
  unknown_stage: 'Peringkat {stage} belum berada di mana-mana anak tangga',
  alias_offer: '{alias} tiada dalam {table}; nampak seperti {id}. Tidak digabungkan kecuali anda mengesahkannya',
};

/** Sebab sesuatu baris fail menjadi begitu, satu teks setiap kod. */
export const lineReason = {
  new: 'baharu',
  updated: 'versi lebih baharu bagi baris yang dikenali',
  unchanged: 'sudah diketahui',
  duplicate: 'pendua',
  no_key: 'tiada kunci',
  unread: 'tidak dapat dibaca: {fields}',
  lacks: 'tiada {field}',
  planned: 'dirancang, belum dibuat',
  deleted: 'dipadam di sumbernya',
  of_another: 'bagi {what} yang lain',
  too_many_fields: 'terlalu banyak medan',
  too_few_fields: 'terlalu sedikit medan',
  cut_off: 'terpotong',
  unclosed_quote: 'tanda petik yang tidak ditutup',
  stray_quote: 'tanda petik di tempat yang ganjil',
  stray_text: 'teks selepas tanda petik penutup',
  second_table: 'kelihatan seperti jadual lain',
  subtotal: 'subjumlah',
  looks_like_totals: 'kelihatan seperti jumlah',
  looks_like_header: 'kelihatan seperti pengepala',
};
