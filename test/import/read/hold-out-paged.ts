import type { HoldOut } from './hold-out';

type Rows = readonly (readonly string[])[];

function lines(...parts: readonly string[]): string {
  return parts.join('\n') + '\n';
}

function read(name: string, text: string, header: readonly string[] | null, rows: Rows, say: HoldOut['say'] = 'quiet'): HoldOut {
  return { name, bytes: Buffer.from(text), header, rows, say };
}

const header = ['Visit', 'Branch', 'Buyer', 'Net', 'On'];
const rows = (count: number): string[][] =>
  Array.from({ length: count }, (_, i) => [`V${10 + i}`, ['Ipoh', 'Muar', 'Kulim'][i % 3] ?? '', ['Ana Lim', 'Raj Kumar'][i % 2] ?? '', `${i * 7 + 5}.40`, `2025-03-${String(i + 1).padStart(2, '0')}`]);
const rowsOf = (table: Rows, delimiter = ','): string[] => table.map((row) => row.join(delimiter));
const csv = (table: Rows): string => lines(...rowsOf(table));

/** Files laid out for paper, side by side or with other line ends than usual. */
export const pagedHoldOuts: readonly HoldOut[] = [
  read('a line feed and a return at each line end', csv([header, ...rows(6)]).replaceAll('\n', '\n\r'), header, rows(6)),
  read('a line feed and a return, with blank lines between', csv([header, ...rows(6)]).replaceAll('\n', '\n\r\n\r'), header, rows(6)),
  read('a line feed and a return, and quoted text of two lines', 'Id,Note,Net\n\r1,"first\nsecond",5\n\r"2",plain,6\n\r3,plain,7', ['Id', 'Note', 'Net'], [['1', 'first\nsecond', '5'], ['2', 'plain', '6'], ['3', 'plain', '7']]),
  read('form feeds between pages', lines(header.join(','), ...rowsOf(rows(4)), `\f${rowsOf(rows(5))[4] ?? ''}`, ...rowsOf(rows(8)).slice(5), '\f'), header, rows(8), 'told'),
  read('a form feed before a quoted cell', lines('"Id","Net"', '"1","5"', '\f"2","6"', '"3","7"'), ['Id', 'Net'], [['1', '5'], ['2', '6'], ['3', '7']], 'told'),
  read('a form feed and the header again', lines(header.join(','), ...rowsOf(rows(4)), `\f${header.join(',')}`, ...rowsOf(rows(7)).slice(4)), header, rows(7), 'told'),
  read('the header again with a name changed', lines(header.join(','), ...rowsOf(rows(4)), 'Visit,Branch,Purchaser,Net,On', ...rowsOf(rows(7)).slice(4)), header, rows(7), 'told'),
  read('page numbers between rows', lines(header.join(','), ...rowsOf(rows(4)), '', 'Page 1 of 2', '', ...rowsOf(rows(7)).slice(4)), header, rows(7), 'told'),
  read('a remark in a line of its own', lines(header.join(';'), ...rowsOf(rows(4), ';'), 'asked for again on Monday', ...rowsOf(rows(7), ';').slice(4)), header, rows(7), 'told'),
  read('a lone key is a short row', lines(header.join(','), ...rowsOf(rows(4)), 'V77', ...rowsOf(rows(7)).slice(4)), header, [...rows(4), ['V77', '', '', '', ''], ...rows(7).slice(4)], 'told'),
  read('a row of nothing but delimiters between rows', lines(header.join(','), ...rowsOf(rows(4)), ',,,,', ...rowsOf(rows(7)).slice(4)), header, rows(7), 'told'),
  read('two tables side by side', lines('Visit,Net,,Branch,Goal', 'V1,5,,Ipoh,90', 'V2,6,,Muar,80', 'V3,7,,,', 'V4,8,,,'), null, [['V1', '5', '', 'Ipoh', '90'], ['V2', '6', '', 'Muar', '80'], ['V3', '7', '', '', ''], ['V4', '8', '', '', '']], 'told'),
  read('two tables side by side without names', lines('7,5,,Ipoh,90', '8,6,,Muar,80', '9,7,,,', '10,8,,,'), null, [['7', '5', '', 'Ipoh', '90'], ['8', '6', '', 'Muar', '80'], ['9', '7', '', '', ''], ['10', '8', '', '', '']], 'told'),
  read('a named column that nobody filled', lines('Visit,Net,Rating,Branch', 'V1,5,,Ipoh', 'V2,6,,Muar', 'V3,7,,Kulim'), ['Visit', 'Net', 'Rating', 'Branch'], [['V1', '5', '', 'Ipoh'], ['V2', '6', '', 'Muar'], ['V3', '7', '', 'Kulim']]),
  read('blanks on both sides of bars', lines(header.join(' | '), ...rowsOf(rows(5), ' | ')), header, rows(5)),
  read('blanks on both sides of semicolons and an empty cell', lines('Id ; Branch ; Net', '1 ; Ipoh ; 5', '2 ;  ; 6', '3 ; Muar ; 7'), ['Id', 'Branch', 'Net'], [['1', 'Ipoh', '5'], ['2', '', '6'], ['3', 'Muar', '7']]),
  read('one unit in brackets under the header', lines(header.join(','), ',,,(RM),', ...rowsOf(rows(5))), header, rows(5), 'told'),
  read('units under a header shorter than the rows', lines(header.join(','), ',,,(RM),(day)', ...rowsOf(rows(5)).map((row) => `${row},`)), header, rows(5), 'told'),
  read('long rules under names', lines(header.join('\t'), header.map(() => '-'.repeat(14)).join('\t'), ...rowsOf(rows(5), '\t')), header, rows(5), 'told'),
  read('years as names with one name missing', lines('Region,2021,,2023,2024', 'Ipoh,5,6,7,8', 'Muar,9,8,7,6', 'Kulim,4,5,6,7'), null, [['Ipoh', '5', '6', '7', '8'], ['Muar', '9', '8', '7', '6'], ['Kulim', '4', '5', '6', '7']], 'either'),
  read('rows that run from year to year', lines('North,2019,2021', 'South,2018,2022', 'East,2020,2023', 'West,2017,2024'), null, [['North', '2019', '2021'], ['South', '2018', '2022'], ['East', '2020', '2023'], ['West', '2017', '2024']], 'either'),
  read('several lines of text below two columns', lines('Buyer,Branch', 'Ana Lim,Ipoh', 'Raj Kumar,Muar', 'Siti,Kulim', 'Omar,Ipoh', '', 'Visits', 'For the board only', 'Lim and Sons'), ['Buyer', 'Branch'], [['Ana Lim', 'Ipoh'], ['Raj Kumar', 'Muar'], ['Siti', 'Kulim'], ['Omar', 'Ipoh']], 'told'),
  read('zeros that fill up the file', csv([header, ...rows(5)]) + '\0'.repeat(200), header, rows(5), 'either'),
  read('a wide table of one row above a narrow one', lines(header.join(','), ...rowsOf(rows(1)), '', 'Branch,Goal', 'Ipoh,90', 'Muar,80', 'Kulim,70'), ['Branch', 'Goal'], [['Ipoh', '90'], ['Muar', '80'], ['Kulim', '70']], 'told'),
  read('a narrower table below, its rows filled up', lines(header.join(','), ...rowsOf(rows(6)), ',,,,', 'Branch,Goal,,,', 'Ipoh,90,,,', 'Muar,,,,', 'Kulim,70,,,'), header, rows(6), 'told'),
  read('a narrower table in the middle, its rows filled up', lines(header.join(';'), ...rowsOf(rows(24), ';'), '', 'Goals;;;;', 'Branch;Goal;;;', 'Ipoh;90;;;', 'Kulim;70;;;', '', ...rowsOf(rows(28), ';').slice(24)), header, rows(28), 'told'),
  read('a blank line above a row of half its cells', lines(header.join(','), ...rowsOf(rows(6)), '', 'V90,Ipoh,,,', ...rowsOf(rows(9)).slice(6)), header, [...rows(6), ['V90', 'Ipoh', '', '', ''], ...rows(9).slice(6)]),
  read('words wherever the columns hold numbers', lines('Code,A,B,C', 'x-1,5,6,7', 'x-2,6,7,8', 'x-3,7,8,9', 'x-4,8,9,1', 'Mark,One,Two,Three', 'x-5,9,1,2'), ['Code', 'A', 'B', 'C'], [['x-1', '5', '6', '7'], ['x-2', '6', '7', '8'], ['x-3', '7', '8', '9'], ['x-4', '8', '9', '1'], ['x-5', '9', '1', '2']], 'told'),
];
