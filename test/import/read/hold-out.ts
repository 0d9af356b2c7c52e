import iconv from 'iconv-lite';
import type { Encoding } from 'iconv-lite';

/** A file written for the tests alone, with the one right reading. */
export interface HoldOut {
  name: string;
  bytes: Buffer;
  /** Null when any names that are unique and not empty will do. */
  header: readonly string[] | null;
  rows: readonly (readonly string[])[];
  /** 'quiet': nothing may be said. 'told': a warning or a line set aside is due. A code: the file must be refused so. */
  say: 'quiet' | 'told' | 'either' | { refuse: string };
}

type Rows = readonly (readonly string[])[];

function file(text: string, encoding: Encoding = 'utf-8', addBOM = false): Buffer {
  return iconv.encode(text, encoding, { addBOM });
}

function lines(...parts: readonly string[]): string {
  return parts.join('\n') + '\n';
}

function read(name: string, bytes: Buffer | string, header: readonly string[] | null, rows: Rows, say: HoldOut['say'] = 'quiet'): HoldOut {
  return { name, bytes: typeof bytes === 'string' ? file(bytes) : bytes, header, rows, say };
}

function refused(name: string, bytes: Buffer | string, code: string): HoldOut {
  return { name, bytes: typeof bytes === 'string' ? file(bytes) : bytes, header: null, rows: [], say: { refuse: code } };
}

const german: Rows = [
  ['4711', 'Müller & Söhne GmbH', 'Hauptstr. 5, 80331 München', '1.234,50', '03.02.2025'],
  ['4712', 'Bäckerei Groß', 'Am Markt 1, 50667 Köln', '99,00', '14.02.2025'],
  ['4713', 'Zürich Handel AG', 'Bahnhofstr. 12, 8001 Zürich', '12.000,00', '28.02.2025'],
  ['4714', 'Höfer KG', 'Lange Gasse 7, 1080 Wien', '7,25', '01.03.2025'],
];
const germanHeader = ['Kundennummer', 'Firma', 'Anschrift', 'Betrag', 'Datum'];
const semicolons = (rows: Rows): string => lines(...rows.map((row) => row.join(';')));

const opportunities: Rows = [
  ['Kilang Biskut Sdn Bhd', 'Negotiation', 'MYR 15,000.00', '8/22/2025', 'Nurul Aini'],
  ['Hotel Seri "Baru"', 'Closed Won', 'MYR 7,250.00', '9/1/2025', 'Daniel Wong'],
  ['Perabot Jati', 'Prospecting', 'MYR 320.00', '10/13/2025', 'Nurul Aini'],
];
const opportunityHeader = ['Opportunity Name', 'Stage', 'Amount', 'Close Date', 'Opportunity Owner'];
const quoted = (rows: Rows): string => lines(...rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')));

const hubspot: Rows = [
  ['9876543210', 'Café roll-out, phase 2', 'qualifiedtobuy', '12500', '2025-03-01 09:30', '9002;9999'],
  ['9876543211', 'Renewal – Borneo', 'closedwon', '', '2025-03-04 17:05', '9002'],
  ['9876543212', 'Pilot', 'closedlost', '900', '2025-04-11 08:00', '9004;9005;9006'],
];
const hubspotHeader = ['Record ID', 'Deal Name', 'Deal Stage', 'Amount', 'Date entered "Closed Won (Sales Pipeline)"', 'Associated Contact IDs'];

const pipedrive: Rows = [
  ['17', 'Trampolines for Kota', 'Lim Wei', '4200', 'MYR', 'Open', '2025-01-05 10:11:12'],
  ['18', 'School desks', 'Lim Wei', '18000', 'MYR', 'Won', '2025-02-17 16:40:00'],
  ['19', 'Canteen chairs', 'Ravi', '650', 'MYR', 'Lost', '2025-02-28 11:00:59'],
];
const pipedriveHeader = ['Deal - ID', 'Deal - Title', 'Deal - Owner', 'Deal - Value', 'Deal - Currency of Value', 'Deal - Status', 'Deal - Add time'];

const malay: Rows = [
  ['Siti Aminah', 'Kuala Lumpur', 'Bilik mesyuarat, tingkat 3', '1200'],
  ['Ahmad bin Ali', 'Johor Bahru', 'Pelanggan minta “diskaun” – hubungi semula', '350'],
  ['Tan Mei Ling', 'Pulau Pinang', 'Sebut harga dihantar', '8800'],
];
const malayHeader = ['Nama', 'Bandar', 'Catatan', 'Jumlah'];

const people = (count: number): Rows =>
  Array.from({ length: count }, (_, i) => [`A-${String(i + 1).padStart(4, '0')}`, ['Ina', 'Bo', 'Chi', 'Dev'][i % 4] ?? '', String(100 + ((i * 37) % 900)), `2025-0${(i % 9) + 1}-1${i % 10}`]);
const peopleHeader = ['Lead Ref', 'Rep', 'Score', 'Created'];
const table = (header: readonly string[], rows: Rows, delimiter = ','): string => lines(header.join(delimiter), ...rows.map((row) => row.join(delimiter)));

const months: Rows = [
  ['Ina', '12', '15', '9'],
  ['Bo', '7', '0', '22'],
  ['Chi', '31', '4', '18'],
];

/** Files that no rule was made for. */
export const holdOuts: readonly HoldOut[] = [
  // European files
  read('semicolons with decimal commas and a comma in every address', semicolons([germanHeader, ...german]), germanHeader, german),
  read('the same in Windows-1252', file(semicolons([germanHeader, ...german]), 'windows-1252'), germanHeader, german),
  read('the same with commas in the header too', semicolons([['Nr', 'Firma, Zusatz', 'Straße, Ort', 'Betrag', 'Datum'], ...german]), ['Nr', 'Firma, Zusatz', 'Straße, Ort', 'Betrag', 'Datum'], german),
  read('two columns, decimal commas, semicolons', lines('Artikel;Preis', 'Schraube;0,05', 'Mutter;0,07', 'Nagel;1,10'), ['Artikel', 'Preis'], [['Schraube', '0,05'], ['Mutter', '0,07'], ['Nagel', '1,10']]),
  read('Polish in Windows-1250', file(lines('Nazwa;Miasto;Kwota', 'Piekarnia Żółw;Łódź;12,50', 'Śląskie Wędliny;Gliwice;8,00', 'Gęś i Źrebię;Kraków;99,99'), 'windows-1250'), ['Nazwa', 'Miasto', 'Kwota'], [['Piekarnia Żółw', 'Łódź', '12,50'], ['Śląskie Wędliny', 'Gliwice', '8,00'], ['Gęś i Źrebię', 'Kraków', '99,99']]),
  read('Russian in Windows-1251', file(lines('Менеджер;Город;Сумма', 'Иванов Пётр;Казань;1000', 'Смирнова Анна;Москва;2500'), 'windows-1251'), ['Менеджер', 'Город', 'Сумма'], [['Иванов Пётр', 'Казань', '1000'], ['Смирнова Анна', 'Москва', '2500']]),
  read('French names in Mac Roman with CR line ends', file('Nom;Ville\rÉlodie Lefèvre;Orléans\rFrançois Noël;Besançon\rZoë Pâris;Nîmes\r', 'macroman'), ['Nom', 'Ville'], [['Élodie Lefèvre', 'Orléans'], ['François Noël', 'Besançon'], ['Zoë Pâris', 'Nîmes']]),
  read('Windows-1252 with dashes, curly quotes and a euro only at the end of a long file', file(table(peopleHeader, [...people(300), ['A-0301', 'Zoë – “VIP”', '€', '2025-01-01']]), 'windows-1252'), peopleHeader, [...people(300), ['A-0301', 'Zoë – “VIP”', '€', '2025-01-01']]),
  // Unicode beyond UTF-8
  read('UTF-16 little-endian without a mark', file(table(peopleHeader, people(12), '\t'), 'utf-16le'), peopleHeader, people(12)),
  read('UTF-16 big-endian without a mark', file(table(malayHeader, malay, ';'), 'utf-16be'), malayHeader, malay),
  read('Excel Unicode text: UTF-16 with mark, tabs, CRLF', file(table(malayHeader, malay, '\t').replaceAll('\n', '\r\n'), 'utf-16le', true), malayHeader, malay),
  read('Chinese names in GB18030', file(lines('公司,金额,日期', '北京科技有限公司,1200,2025-01-03', '上海贸易公司,350,2025-02-11'), 'gb18030'), ['公司', '金额', '日期'], [['北京科技有限公司', '1200', '2025-01-03'], ['上海贸易公司', '350', '2025-02-11']]),
  read('emoji and accents in UTF-8', lines('Account,Mood', 'Crème & Co,👍🏽', 'Ñandú,😡', 'Å-Bolaget,🤷‍♀️'), ['Account', 'Mood'], [['Crème & Co', '👍🏽'], ['Ñandú', '😡'], ['Å-Bolaget', '🤷‍♀️']], 'either'),
  // Reports of CRM systems
  read('a report with its footer after two blank lines', quoted([opportunityHeader, ...opportunities]) + lines('', '', '"Pipeline by owner"', '"Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved."', '"Confidential Information - Do Not Distribute"', '"Generated By:  Nurul Aini  9/8/2025 11:22 AM"', '"Kilang Sdn Bhd"'), opportunityHeader, opportunities, 'told'),
  read('grand totals before the footer', quoted([opportunityHeader, ...opportunities]) + lines('"Grand Totals (3 records)","","MYR 22,570.00","",""', '', '"Copyright (c) 2000-2026 salesforce.com, inc."', '"Generated By: D. Wong"'), opportunityHeader, opportunities, 'told'),
  read('a deals export with quotes in a header, a mark and CRLF', file(quoted([hubspotHeader, ...hubspot]).replaceAll('\n', '\r\n'), 'utf-8', true), hubspotHeader, hubspot),
  read('an export whose header has dashes', table(pipedriveHeader, pipedrive), pipedriveHeader, pipedrive),
  read('an export with a comma at every line end', lines('Name,Status,Value,', 'Roof tiles,Open,100,', 'Gutters,Won,250,', 'Paint,Lost,40,'), null, [['Roof tiles', 'Open', '100', ''], ['Gutters', 'Won', '250', ''], ['Paint', 'Lost', '40', '']]),
  read('Malay text with curly quotes and dashes', table(malayHeader, malay.map((row) => row.map((cell) => (cell.includes(',') ? `"${cell}"` : cell)))), malayHeader, malay),
  read('a street with a line break in quotes among CRLF rows', 'Account,Street,Employees\r\n"Acme","Jalan 1\nLot 7",12\r\n"Beta","Jalan 2\nLot 9",7\r\n', ['Account', 'Street', 'Employees'], [['Acme', 'Jalan 1\nLot 7', '12'], ['Beta', 'Jalan 2\nLot 9', '7']]),
  // Titles and notes above
  read('an Excel report padded with commas', lines('Quarterly leads,,,', ',,,', 'Printed on 3 March 2025,,,', peopleHeader.join(','), ...people(9).map((row) => row.join(','))), peopleHeader, people(9)),
  read('a key-and-value block above the table', lines('Report;Leads', 'Owner;All', '', peopleHeader.join(';'), ...people(9).map((row) => row.join(';'))), peopleHeader, people(9)),
  read('a sep line for the pipe', 'sep=|\r\n' + table(peopleHeader, people(6), '|').replaceAll('\n', '\r\n'), peopleHeader, people(6)),
  read('a title with a lone quote mark', lines('Sizes up to 5" only', '', 'Item,Size,Stock', 'Pipe,"2"" wide",5', 'Tube,"3"" wide",8'), ['Item', 'Size', 'Stock'], [['Pipe', '2" wide', '5'], ['Tube', '3" wide', '8']]),
  read('years as column names', lines('Rep,2023,2024,2025', 'Ina,1200,900,1500', 'Bo,300,450,620'), ['Rep', '2023', '2024', '2025'], [['Ina', '1200', '900', '1500'], ['Bo', '300', '450', '620']]),
  read('months by number as column names', table(['Rep', '1', '2', '3'], months), ['Rep', '1', '2', '3'], months),
  read('month names as column names', table(['Sales person', 'Jan-25', 'Feb-25', 'Mar-25'], months), ['Sales person', 'Jan-25', 'Feb-25', 'Mar-25'], months),
  read('a header of years over two text columns', lines('Region,Team,2024,2025', 'North,Red,10,20', 'South,Blue,11,19', 'East,Red,9,31'), ['Region', 'Team', '2024', '2025'], [['North', 'Red', '10', '20'], ['South', 'Blue', '11', '19'], ['East', 'Red', '9', '31']]),
  read('no header: tab separated numbers and dates', lines('274\t2022-05-30\t28000.00\tNorth', '274\t2022-08-30\t7000.00\tNorth', '275\t2022-05-30\t367000.00\tSouth'), null, [['274', '2022-05-30', '28000.00', 'North'], ['274', '2022-08-30', '7000.00', 'North'], ['275', '2022-05-30', '367000.00', 'South']]),
  read('no header: runs of blanks', lines(' 00004 0001 19970101  2   29.33', ' 00004 0001 19970118  2   29.73', ' 00021 0002 19970101  3   63.34', ' 00050 0003 19970101  1    6.79'), null, [['00004', '0001', '19970101', '2', '29.33'], ['00004', '0001', '19970118', '2', '29.73'], ['00021', '0002', '19970101', '3', '63.34'], ['00050', '0003', '19970101', '1', '6.79']]),
  read('no header: words that repeat', lines('Ina,North,Won', 'Bo,South,Lost', 'Ina,South,Won', 'Chi,North,Won', 'Bo,North,Lost', 'Ina,East,Lost'), null, [['Ina', 'North', 'Won'], ['Bo', 'South', 'Lost'], ['Ina', 'South', 'Won'], ['Chi', 'North', 'Won'], ['Bo', 'North', 'Lost'], ['Ina', 'East', 'Lost']]),
  read('units under the header', lines('Rep,Calls,Revenue', ',(count),(RM)', 'Ina,12,100.50', 'Bo,9,80.00', 'Chi,20,300.10'), ['Rep', 'Calls', 'Revenue'], [['Ina', '12', '100.50'], ['Bo', '9', '80.00'], ['Chi', '20', '300.10']], 'told'),
  // Closing lines
  read('a total without its id in a numeric column', table(['Id', 'Account', 'Amount'], [['1', 'Acme', '10.5'], ['2', 'Beta', '20'], ['3', 'Cee', '30.5']]) + lines('Jumlah,,61.0'), ['Id', 'Account', 'Amount'], [['1', 'Acme', '10.5'], ['2', 'Beta', '20'], ['3', 'Cee', '30.5']], 'told'),
  read('a German sum and a note', semicolons([germanHeader, ...german, ['Summe', '', '', '13.340,75', '']]) + lines('', 'Stand: 01.04.2025'), germanHeader, german, 'told'),
  read('trailing empty rows as Excel leaves them', table(peopleHeader, people(5)) + lines(',,,', ',,,', ',,,'), peopleHeader, people(5), 'told'),
  read('an account called Total in the middle', lines('Account,Owner,Stage,Amount', 'Total,Ina,Won,500', 'Shell,Bo,Lost,200', 'Petronas,Ina,Won,900'), ['Account', 'Owner', 'Stage', 'Amount'], [['Total', 'Ina', 'Won', '500'], ['Shell', 'Bo', 'Lost', '200'], ['Petronas', 'Ina', 'Won', '900']]),
  read('a record count at the end', table(peopleHeader, people(7)) + lines('7 records'), peopleHeader, people(7), 'told'),
  // Broken rows
  read('every seventh line has one field more', lines('Id,Rep,Value', ...Array.from({ length: 42 }, (_, i) => `${i},rep ${i % 5},${i * 3}${i % 7 === 6 ? ',x' : ''}`)), ['Id', 'Rep', 'Value'], Array.from({ length: 42 }, (_, i) => [String(i), `rep ${i % 5}`, String(i * 3)]).filter((_, i) => i % 7 !== 6), 'told'),
  read('a lone carriage return inside a cell', 'Id,Note,Value\n1,first\rsecond,5\n2,plain,6\n3,plain,7\n', ['Id', 'Note', 'Value'], [['1', 'first\rsecond', '5'], ['2', 'plain', '6'], ['3', 'plain', '7']], 'either'),
  read('a quote opened in the middle column and never closed', lines('Id,Note,Value', '1,fine,10', '2,"broken,20', '3,fine,30', '4,"a, b",40', '5,fine,50'), ['Id', 'Note', 'Value'], [['1', 'fine', '10'], ['2', '"broken', '20'], ['3', 'fine', '30'], ['4', 'a, b', '40'], ['5', 'fine', '50']], 'told'),
  read('inches at the start of cells in a tab file', lines('Item\tSize\tStock', '"Big" pipe\t2\t5', 'Tube\t3\t8', '"Thin" rod\t1\t9', '"Wide" bar\t4\t2', 'Plate\t9\t1'), ['Item', 'Size', 'Stock'], [['"Big" pipe', '2', '5'], ['Tube', '3', '8'], ['"Thin" rod', '1', '9'], ['"Wide" bar', '4', '2'], ['Plate', '9', '1']], 'either'),
  read('a group heading between rows', lines('Id,Rep,Value,Date', '1,Ina,5,2025-01-01', 'Region: East', '2,Bo,6,2025-01-02', '3,Chi,7,2025-01-03', '4,Dev,8,2025-01-04'), ['Id', 'Rep', 'Value', 'Date'], [['1', 'Ina', '5', '2025-01-01'], ['2', 'Bo', '6', '2025-01-02'], ['3', 'Chi', '7', '2025-01-03'], ['4', 'Dev', '8', '2025-01-04']], 'told'),
  read('a second table of the same width below', lines('Id,Rep,Value', '1,Ina,5', '2,Bo,6', '3,Chi,7', '4,Dev,9', '', 'Team,Town,Target', 'Red,KL,x', 'Blue,JB,y'), ['Id', 'Rep', 'Value'], [['1', 'Ina', '5'], ['2', 'Bo', '6'], ['3', 'Chi', '7'], ['4', 'Dev', '9']], 'told'),
  read('comments between rows', lines('Id;Rep;Value', '1;Ina;5', '# checked up to here', '2;Bo;6', '3;Chi;7'), ['Id', 'Rep', 'Value'], [['1', 'Ina', '5'], ['2', 'Bo', '6'], ['3', 'Chi', '7']], 'told'),
  read('ids that start with a hash', lines('Ticket,Rep,Value', '#101,Ina,5', '#102,Bo,6', '#103,Chi,7'), ['Ticket', 'Rep', 'Value'], [['#101', 'Ina', '5'], ['#102', 'Bo', '6'], ['#103', 'Chi', '7']]),
  // Other dialects
  read('apostrophes quote, names have them too', lines("'Id','Name','City'", "'1','O''Brien','Ipoh'", "'2','D''Cruz, Jr','Melaka'"), ['Id', 'Name', 'City'], [['1', "O'Brien", 'Ipoh'], ['2', "D'Cruz, Jr", 'Melaka']]),
  read('apostrophes that quote nothing', lines('Id,Name,Town', "1,'t Hart,Delft", "2,O'Brien,'s-Hertogenbosch", "3,D'Souza,Ipoh"), ['Id', 'Name', 'Town'], [['1', "'t Hart", 'Delft'], ['2', "O'Brien", "'s-Hertogenbosch"], ['3', "D'Souza", 'Ipoh']]),
  read('a comma and a blank between fields', lines('id, name, note', '1, Ina, "one, two"', '2, Bo, "three"', '3, Chi, "four, five"'), null, [['1', 'Ina', 'one, two'], ['2', 'Bo', 'three'], ['3', 'Chi', 'four, five']]),
  read('backslashes before quotes', lines('id,text', '1,"say \\"hi\\", now"', '2,"plain"', '3,"a \\"b\\""'), ['id', 'text'], [['1', 'say "hi", now'], ['2', 'plain'], ['3', 'a "b"']]),
  read('Windows paths that end in a backslash', lines('id,path,size', '1,"C:\\data\\",5', '2,"D:\\x, y\\",6', '3,"E:\\",7'), ['id', 'path', 'size'], [['1', 'C:\\data\\', '5'], ['2', 'D:\\x, y\\', '6'], ['3', 'E:\\', '7']]),
  read('carets', table(peopleHeader, people(6), '^'), peopleHeader, people(6)),
  read('times and dates with colons in a comma file', lines('Call,Start,Minutes', 'A1,09:30,12', 'A2,10:15,7', 'A3,23:59,30'), ['Call', 'Start', 'Minutes'], [['A1', '09:30', '12'], ['A2', '10:15', '7'], ['A3', '23:59', '30']]),
  read('one column of times', lines('start time', '09:30', '10:45', '23:10'), ['start time'], [['09:30'], ['10:45'], ['23:10']]),
  read('one column of decimal commas', lines('Betrag', '5,50', '6,75', '10,00'), ['Betrag'], [['5,50'], ['6,75'], ['10,00']], 'either'),
  read('one column of e-mail addresses', lines('Email', 'a@example.com', 'b.c@example.org', 'd@example.net'), ['Email'], [['a@example.com'], ['b.c@example.org'], ['d@example.net']]),
  read('one column of names', lines('Customer name', 'Tan Ah Kow', 'Siti binti Ali', 'R. Kumar'), ['Customer name'], [['Tan Ah Kow'], ['Siti binti Ali'], ['R. Kumar']]),
  read('one data row', lines('Account,Owner,Amount', 'Acme,Ina,500'), ['Account', 'Owner', 'Amount'], [['Acme', 'Ina', '500']]),
  read('cells with blanks round them kept as they are', lines('Name,Town,Value', ' Ina ,  KL,5', 'Bo,JB ,6'), ['Name', 'Town', 'Value'], [[' Ina ', '  KL', '5'], ['Bo', 'JB ', '6']]),
  // No table
  refused('an HTML page that starts with a comment', '<!-- saved -->\n<table><tr><td>1</td></tr></table>\n', 'html'),
  refused('an XML workbook', '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook></Workbook>\n', 'xml'),
  refused('lines of JSON', '{"id":1,"rep":"Ina"}\n{"id":2,"rep":"Bo"}\n', 'json'),
  refused('a list of lists in JSON', '[["id","rep"],\n[1,"Ina"],\n[2,"Bo"]]\n', 'json'),
  refused('a PDF', '%PDF-1.7\n%âãÏÓ\n1 0 obj\n', 'pdf'),
  refused('rich text', '{\\rtf1\\ansi Leads\\par}\n', 'not_text'),
  refused('bytes of no text', Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919 + (i >> 3) * 31) % 256)), 'not_text'),
  refused('zero bytes only', Buffer.alloc(2048), 'only_blank'),
  refused('a mark and nothing else', Buffer.from([0xef, 0xbb, 0xbf]), 'only_blank'),
];
