import { gzipSync } from 'node:zlib';
import type { HoldOut } from './hold-out';
import { pagedHoldOuts } from './hold-out-paged';

type Rows = readonly (readonly string[])[];

function lines(...parts: readonly string[]): string {
  return parts.join('\n') + '\n';
}

function read(name: string, bytes: Buffer | string, header: readonly string[] | null, rows: Rows, say: HoldOut['say'] = 'quiet'): HoldOut {
  return { name, bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes, header, rows, say };
}

const header = ['Id', 'Rep', 'Value', 'Date'];
const rows = (count: number): string[][] =>
  Array.from({ length: count }, (_, i) => [String(i + 1), ['Ina', 'Bo', 'Chi'][i % 3] ?? '', String((i * 13) % 97), `2025-01-${String((i % 28) + 1).padStart(2, '0')}`]);
const csv = (table: Rows): string => lines(...table.map((row) => row.join(',')));
const longNote = (i: number): string => Array.from({ length: 30 }, (_, k) => `Line ${k} of note ${i}: said "well, maybe", then left.`).join('\n');

/** Files with several faults at once, and odd ones that are in order. */
export const brokenHoldOuts: readonly HoldOut[] = [
  read('a grouping row with gaps above the header', lines(',Contact,,Deal,', 'Id,Name,Phone,Stage,Amount', '1,Ina,+60 12-345 6789,Won,5', '2,Bo,+60 13-345 1189,Lost,7', '3,Chi,+60 19-345 7789,Won,9'), ['Id', 'Name', 'Phone', 'Stage', 'Amount'], [['1', 'Ina', '+60 12-345 6789', 'Won', '5'], ['2', 'Bo', '+60 13-345 1189', 'Lost', '7'], ['3', 'Chi', '+60 19-345 7789', 'Won', '9']], 'told'),
  read('a blank line under the header', lines(header.join(','), '', ...rows(5).map((row) => row.join(','))), header, rows(5)),
  read('blank lines above the header', lines('', '', header.join(','), ...rows(5).map((row) => row.join(','))), header, rows(5)),
  read('blanks after closing quotes', lines('"Id" ,"Rep" ,"Value"', '"1" ,"Ina, A." ,"5"', '"2" ,"Bo" ,"6"'), ['Id', 'Rep', 'Value'], [['1', 'Ina, A.', '5'], ['2', 'Bo', '6']]),
  read('a third of the rows without their empty last fields', lines(header.join(','), ...rows(12).map((row, i) => (i % 3 === 2 ? row.slice(0, 3) : row).join(','))), header, rows(12).map((row, i) => (i % 3 === 2 ? [...row.slice(0, 3), ''] : row)), 'told'),
  read('JSON in an unquoted tab file', lines('Id\tPayload\tSize', '1\t{"a": 1, "b": "x"}\t5', '2\t{"a": 2, "b": "y"}\t6', '3\t{"a": 3}\t7'), ['Id', 'Payload', 'Size'], [['1', '{"a": 1, "b": "x"}', '5'], ['2', '{"a": 2, "b": "y"}', '6'], ['3', '{"a": 3}', '7']]),
  read('decimal commas in a tab file', lines('Artikel\tPreis\tMenge', 'A\t1,5\t2,5', 'B\t3,5\t4,5'), ['Artikel', 'Preis', 'Menge'], [['A', '1,5', '2,5'], ['B', '3,5', '4,5']]),
  read('two returns and a line feed at each line end', csv([header, ...rows(6)]).replaceAll('\n', '\r\r\n'), header, rows(6)),
  read('the end-of-file mark of old systems', csv([header, ...rows(6)]) + '\x1a', header, rows(6)),
  read('two marks at the start', '\ufeff\ufeff' + csv([header, ...rows(4)]), header, rows(4)),
  read('pages with the header again and a page number', lines(header.join(','), ...rows(4).map((row) => row.join(',')), '', 'Page 1 of 2', '', header.join(','), ...rows(4).map((row) => row.join(',')), '', 'Page 2 of 2'), header, [...rows(4), ...rows(4)], 'told'),
  read('one column with its sum', lines('Amount', '10', '20', '30', 'Total: 60'), ['Amount'], [['10'], ['20'], ['30']], 'told'),
  read('subtotals between groups', lines('Region,Rep,Stage,Deals,Value', 'East,Ina,Won,3,30', 'East,Bo,Lost,4,40', 'Subtotal,,,7,70', 'West,Chi,Won,5,50', 'West,Dev,Lost,6,60', 'Subtotal,,,11,110', 'Grand Total,,,18,180'), ['Region', 'Rep', 'Stage', 'Deals', 'Value'], [['East', 'Ina', 'Won', '3', '30'], ['East', 'Bo', 'Lost', '4', '40'], ['West', 'Chi', 'Won', '5', '50'], ['West', 'Dev', 'Lost', '6', '60']], 'told'),
  read('gzip with a plain name', gzipSync(csv([header, ...rows(9)]).replaceAll(',', ';')), header, rows(9)),
  read('one line in another encoding', Buffer.concat([Buffer.from(lines('Name,Town,N', 'Zoë,Málaga,1', 'Åse,Malmö,2')), Buffer.from('Ren\xe9,Orl\xe9ans,3\n', 'latin1'), Buffer.from(lines('Bjørn,Tromsø,4', 'Łukasz,Łódź,5'))]), ['Name', 'Town', 'N'], [['Zoë', 'Málaga', '1'], ['Åse', 'Malmö', '2'], ['Ren\ufffd', 'Orl\ufffdans', '3'], ['Bjørn', 'Tromsø', '4'], ['Łukasz', 'Łódź', '5']], 'told'),
  read('a header and no line end', 'Account,Owner,Stage', ['Account', 'Owner', 'Stage'], []),
  read('empty fields too many in some rows', lines(header.join(','), ...rows(8).map((row, i) => row.join(',') + (i % 2 === 0 ? ',,' : ''))), header, rows(8), 'told'),
  read('empty fields too many in every row but the header', lines(header.join(';'), ...rows(8).map((row) => row.join(';') + ';')), header, rows(8)),
  read('yes and no without a header', lines('yes,no,1', 'no,no,2', 'yes,yes,3'), null, [['yes', 'no', '1'], ['no', 'no', '2'], ['yes', 'yes', '3']]),
  read('three numbers and nothing else', '1,2,3\n', null, [['1', '2', '3']], 'either'),
  read('long notes with quotes and line breaks in every row', lines('Id,Note,Value', ...Array.from({ length: 40 }, (_, i) => `${i},"${longNote(i).replaceAll('"', '""')}",${i * 2}`)), ['Id', 'Note', 'Value'], Array.from({ length: 40 }, (_, i) => [String(i), longNote(i), String(i * 2)])),
  read('a note that holds one line of a table', lines('Id,Note,Value', '1,"see:', 'a,b,c', 'end",5', '2,plain,6', '3,plain,7'), ['Id', 'Note', 'Value'], [['1', 'see:\na,b,c\nend', '5'], ['2', 'plain', '6'], ['3', 'plain', '7']]),
  read('a stray quote in a note over two lines', lines('Id,Note,Value', '1,"size 5" pipe', 'second line",5', '2,plain,6', '3,plain,7'), ['Id', 'Note', 'Value'], [['1', 'size 5" pipe\nsecond line', '5'], ['2', 'plain', '6'], ['3', 'plain', '7']], 'told'),
  read('a line moved into the middle of a note', lines('Id,Rep,Value,Note', '1,Ina,5,"first', '2,Bo,6,plain', '3,Chi,7,plain', 'second"', '4,Dev,8,plain'), ['Id', 'Rep', 'Value', 'Note'], [['1', 'Ina', '5', '"first'], ['2', 'Bo', '6', 'plain'], ['3', 'Chi', '7', 'plain'], ['4', 'Dev', '8', 'plain']], 'told'),
  read('Chinese names over numbers', lines('名称,数量,价格', '苹果,5,1.20', '香蕉,7,0.80'), ['名称', '数量', '价格'], [['苹果', '5', '1.20'], ['香蕉', '7', '0.80']]),
  read('columns by blanks with a header', lines('ID    NAME      AMOUNT  DAY', '101   Ina         12.50  2025-01-01', '102   Bo         900.00  2025-01-02', '103   Chi          7.25  2025-01-03'), ['ID', 'NAME', 'AMOUNT', 'DAY'], [['101', 'Ina', '12.50', '2025-01-01'], ['102', 'Bo', '900.00', '2025-01-02'], ['103', 'Chi', '7.25', '2025-01-03']]),
  read('dates with a comma inside', lines('Potential,Created,Value', 'A,"15 Apr, 2021 00:02:00","$22,700.00"', 'B,"16 Apr, 2021 10:02:00",$342.09K', 'C,"1 May, 2021 09:12:00","$1,000.00"'), ['Potential', 'Created', 'Value'], [['A', '15 Apr, 2021 00:02:00', '$22,700.00'], ['B', '16 Apr, 2021 10:02:00', '$342.09K'], ['C', '1 May, 2021 09:12:00', '$1,000.00']]),
  read('every field quoted and one fault in the middle', lines('"Id","Rep","Note"', '"1","Ina","fine"', '"2","Bo","he said "no" again"', '"3","Chi","fine, too"'), ['Id', 'Rep', 'Note'], [['1', 'Ina', 'fine'], ['2', 'Bo', 'he said "no" again'], ['3', 'Chi', 'fine, too']], 'told'),
  read('a summary table above the main one', lines('Stage,Count', 'Won,3', 'Lost,2', 'Open,9', '', header.join(','), ...rows(14).map((row) => row.join(','))), header, rows(14), 'told'),
  read('a footer cut off with the file', csv([header, ...rows(6)]) + '\nGenerated by the sys', header, rows(6), 'told'),
  read('a file cut in the middle of a quoted cell', csv([header, ...rows(6)]) + '7,"In', header, rows(6), 'told'),
  read('a list of codes', lines('SKU', 'AB-100', 'AB-101', 'AC-230'), ['SKU'], [['AB-100'], ['AB-101'], ['AC-230']]),
  read('percentages and money with signs', lines('Rep;Share;Bonus', 'Ina;12,5 %;€ 1.200,00', 'Bo;7 %;€ 900,50', 'Chi;100 %;-€ 20,00'), ['Rep', 'Share', 'Bonus'], [['Ina', '12,5 %', '€ 1.200,00'], ['Bo', '7 %', '€ 900,50'], ['Chi', '100 %', '-€ 20,00']]),
  read('a column of pipes in a comma file', lines('Id,Tags,Value', '1,red|blue,5', '2,green|red|blue,6', '3,blue|red,7'), ['Id', 'Tags', 'Value'], [['1', 'red|blue', '5'], ['2', 'green|red|blue', '6'], ['3', 'blue|red', '7']]),
  read('a column of semicolon lists in every row of a comma file', lines('Id,Owners,Value', '1,Ina;Bo,5', '2,Chi;Dev,6', '3,Bo;Chi,7'), ['Id', 'Owners', 'Value'], [['1', 'Ina;Bo', '5'], ['2', 'Chi;Dev', '6'], ['3', 'Bo;Chi', '7']]),
  ...pagedHoldOuts,
];
