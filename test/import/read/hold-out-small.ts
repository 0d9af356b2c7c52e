import type { HoldOut } from './hold-out';

type Rows = readonly (readonly string[])[];

function read(name: string, text: string, header: readonly string[] | null, rows: Rows, say: HoldOut['say'] = 'quiet'): HoldOut {
  return { name, bytes: Buffer.from(text), header, rows, say };
}

/** Files of a few lines, where there is little to judge by. */
export const smallHoldOuts: readonly HoldOut[] = [
  read('a quoted sep line', '"sep=;"\nNume;Prenume;Email\nPop;Ana;a@example.ro\n', ['Nume', 'Prenume', 'Email'], [['Pop', 'Ana', 'a@example.ro']]),
  read('a sep line and a line about the file', 'sep=;\ncreated;2025-01-01T10:00\nid;level;text\n1;2;Storm\n2;3;Rain\n', ['id', 'level', 'text'], [['1', '2', 'Storm'], ['2', '3', 'Rain']]),
  read('an index without a name', ',a,b\n0,1,2\n1,3,4\n', ['c1', 'a', 'b'], [['0', '1', '2'], ['1', '3', '4']]),
  read('one cell in apostrophes', "id,name\n1,\"O'Brien\"\n2,'x'\n", ['id', 'name'], [['1', "O'Brien"], ['2', "'x'"]]),
  read('true and false', 'name,active\nA,true\nB,false\n', ['name', 'active'], [['A', 'true'], ['B', 'false']]),
  read('one column of true and false', 'active\ntrue\nfalse\ntrue\n', ['active'], [['true'], ['false'], ['true']]),
  read('one row of decimal commas', 'a;b\n1,5;2,5\n', ['a', 'b'], [['1,5', '2,5']]),
  read('a row with one field', 'a,b\n1\n', ['a', 'b'], [['1', '']], 'told'),
  read('line breaks in the first column', 'id,n\n"a\nb",1\n"c\nd",2\n', ['id', 'n'], [['a\nb', '1'], ['c\nd', '2']]),
  read('a total in the second column', 'Id,Account,Amount\n1,A,10\n2,B,20\n,Total,30\n', ['Id', 'Account', 'Amount'], [['1', 'A', '10'], ['2', 'B', '20']], 'told'),
  read('a sum without a word', 'Id,Account,Amount\n1,A,10\n2,B,20\n3,C,5\n,,35\n', ['Id', 'Account', 'Amount'], [['1', 'A', '10'], ['2', 'B', '20'], ['3', 'C', '5']], 'told'),
  read('log lines', '2025-01-01 10:00:01 INFO started\n2025-01-01 10:00:02 WARN slow\n2025-01-01 10:00:05 INFO done\n', null, [['2025-01-01 10:00:02 WARN slow'], ['2025-01-01 10:00:05 INFO done']], 'told'),
  read('prose', 'Dear all, this is the report.\nIt has several lines, and some, have commas.\nRegards\nIna\n', null, [['It has several lines, and some, have commas.'], ['Regards'], ['Ina']], 'told'),
  read('rooms by number', 'Room name\nRoom 5\nRoom 7\nRoom 12\n', ['Room name'], [['Room 5'], ['Room 7'], ['Room 12']]),
  read('one number', '42\n', ['c1'], [['42']]),
  read('codes with underscores', 'ref\nAB_12_XY\nAB_13_XZ\n', ['ref'], [['AB_12_XY'], ['AB_13_XZ']]),
  read('empty cells at the end of every row', 'a\tb\tc\n1\t\t\n2\t\t\n', ['a', 'b', 'c'], [['1', '', ''], ['2', '', '']]),
  read('the same row again and again', 'x,y\nA,A\nA,A\nA,A\n', ['x', 'y'], [['A', 'A'], ['A', 'A'], ['A', 'A']]),
  read('dates as column names', 'Product,2025-01-01,2025-02-01\nA,5,6\nB,7,8\n', ['Product', '2025-01-01', '2025-02-01'], [['A', '5', '6'], ['B', '7', '8']]),
  read('accounts by colons', 'root:x:0:0:root:/root:/bin/bash\ndaemon:x:1:1:daemon:/usr/sbin:/usr/sbin/nologin\nbin:x:2:2:bin:/bin:/usr/sbin/nologin\n', null, [['root', 'x', '0', '0', 'root', '/root', '/bin/bash'], ['daemon', 'x', '1', '1', 'daemon', '/usr/sbin', '/usr/sbin/nologin'], ['bin', 'x', '2', '2', 'bin', '/bin', '/usr/sbin/nologin']]),
  read('a header that starts with a hash', '#id,name\n1,Ina\n2,Bo\n', ['#id', 'name'], [['1', 'Ina'], ['2', 'Bo']]),
  read('percentages', 'Rep,Win %\nIna,50%\nBo,45%\n', ['Rep', 'Win %'], [['Ina', '50%'], ['Bo', '45%']]),
  read('columns without a name at the end', 'Name,Phone,,\nIna,012,,\nBo,013,,\n', ['Name', 'Phone', 'c3', 'c4'], [['Ina', '012', '', ''], ['Bo', '013', '', '']]),
  read('a title twice', 'Leads\nLeads\nId,Name\n1,x\n2,y\n', ['Id', 'Name'], [['1', 'x'], ['2', 'y']]),
  read('the header twice', 'a,b\na,b\n1,2\n', ['a', 'b'], [['1', '2']], 'told'),
  read('commas escaped by backslashes', 'id,name\n1,Smith\\, John\n2,Doe\\, Jane\n', ['id', 'name'], [['1', 'Smith, John'], ['2', 'Doe, Jane']]),
  read('words for nothing', 'id,amount\n1,NULL\n2,\\N\n3,5\n', ['id', 'amount'], [['1', 'NULL'], ['2', '\\N'], ['3', '5']]),
  read('numbers kept as text by a formula', 'id,phone\n1,="0123"\n2,="0456"\n', ['id', 'phone'], [['1', '="0123"'], ['2', '="0456"']]),
  read('rows with one field less and one more', 'a,b,c\n1,2,3\n4,5\n6,7,8,9\n10,11,12\n', ['a', 'b', 'c'], [['1', '2', '3'], ['4', '5', ''], ['10', '11', '12']], 'told'),
  read('one row in another delimiter', 'Id,Rep,Value\n1,Ina,5\n2;Bo;6\n3,Chi,7\n4,Dev,8\n', ['Id', 'Rep', 'Value'], [['1', 'Ina', '5'], ['2', 'Bo', '6'], ['3', 'Chi', '7'], ['4', 'Dev', '8']], 'told'),
  read('one row quoted by apostrophes', "Id,Rep,Value\n1,Ina,5\n2,'Bo, Jr',6\n3,Chi,7\n4,Dev,8\n", ['Id', 'Rep', 'Value'], [['1', 'Ina', '5'], ['2', 'Bo, Jr', '6'], ['3', 'Chi', '7'], ['4', 'Dev', '8']], 'either'),
  read('delimiters of two bars', 'Id||Rep||Value\n1||Ina||5\n2||Bo | Co||\n3||"C||D"||7\n', ['Id', 'Rep', 'Value'], [['1', 'Ina', '5'], ['2', 'Bo | Co', ''], ['3', 'C||D', '7']], 'either'),
  read('delimiters of three signs', 'Id~|~Rep~|~Value\n1~|~Ina~|~5\n2~|~~|~6\n3~|~Chi~|~7\n', ['Id', 'Rep', 'Value'], [['1', 'Ina', '5'], ['2', '', '6'], ['3', 'Chi', '7']]),
  read('tildes between addresses with commas', 'Id~Firm~Town\n1~Acme, Inc.~5 High St, Bath\n2~Beta, Ltd~6 Low St, York\n3~Cee, Co~7 Mid St, Hull\n', ['Id', 'Firm', 'Town'], [['1', 'Acme, Inc.', '5 High St, Bath'], ['2', 'Beta, Ltd', '6 Low St, York'], ['3', 'Cee, Co', '7 Mid St, Hull']]),
  read('a line drawn under the header', 'Id|Rep|Value\n---|-----|-----\n1|Ina|5\n2|Bo|6\n', ['Id', 'Rep', 'Value'], [['1', 'Ina', '5'], ['2', 'Bo', '6']], 'told'),
  read('classes by their bounds as column names', 'Rep,30,60,90\nIna,1,2,3\nBo,4,5,6\n', ['Rep', '30', '60', '90'], [['Ina', '1', '2', '3'], ['Bo', '4', '5', '6']]),
  read('a title padded to the width of the table', 'Report,,,\nPeriod,2025-01-01,,\n,,,\nId,Rep,Value,Date\n1,Ina,5,2025-01-03\n2,Bo,6,2025-01-04\n3,Chi,7,2025-01-05\n', ['Id', 'Rep', 'Value', 'Date'], [['1', 'Ina', '5', '2025-01-03'], ['2', 'Bo', '6', '2025-01-04'], ['3', 'Chi', '7', '2025-01-05']], 'either'),
  read('a titled second table below', 'Id,Rep,Value,Date\n1,Ina,5,2025-01-03\n2,Bo,6,2025-01-04\n3,Chi,7,2025-01-05\n\nTargets\nRep,Target\nIna,100\nBo,200\n', ['Id', 'Rep', 'Value', 'Date'], [['1', 'Ina', '5', '2025-01-03'], ['2', 'Bo', '6', '2025-01-04'], ['3', 'Chi', '7', '2025-01-05']], 'told'),
  read('a closing sentence with the delimiter in it', 'Id;Rep;Value;Date\n1;Ina;5;2025-01-03\n2;Bo;6;2025-01-04\n3;Chi;7;2025-01-05\n\nExported on Monday by Ina; all rights reserved\n', ['Id', 'Rep', 'Value', 'Date'], [['1', 'Ina', '5', '2025-01-03'], ['2', 'Bo', '6', '2025-01-04'], ['3', 'Chi', '7', '2025-01-05']], 'told'),
  read('a last row with nothing but its number', 'Id,Name,Value\n1,A,5\n2,B,6\n3,C,7\n4,,\n', ['Id', 'Name', 'Value'], [['1', 'A', '5'], ['2', 'B', '6'], ['3', 'C', '7'], ['4', '', '']]),
  read('zero bytes where the file was not written to its end', `Id,Rep,Value\n1,Ina,5\n2,Bo,6\n3,Chi,7\n${'\0'.repeat(512)}`, ['Id', 'Rep', 'Value'], [['1', 'Ina', '5'], ['2', 'Bo', '6'], ['3', 'Chi', '7']], 'told'),
  read('every line quoted as a whole', '"Id,Rep,Value"\n"1,Ina,5"\n"2,Bo,6"\n', ['"Id', 'Rep', 'Value"'], [['"1', 'Ina', '5"'], ['"2', 'Bo', '6"']], 'told'),
  read('one column of German dates', 'Datum\n13. Februar 2025\n1. März 2025\n28. Feb. 2025\n', ['Datum'], [['13. Februar 2025'], ['1. März 2025'], ['28. Feb. 2025']]),
  read('a header in another delimiter', 'Id;Rep;Value\n1,Ina,5\n2,Bo,6\n3,Chi,7\n', ['Id', 'Rep', 'Value'], [['1', 'Ina', '5'], ['2', 'Bo', '6'], ['3', 'Chi', '7']], 'told'),
];
