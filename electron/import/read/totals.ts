import { kindOf, meansNothing } from './kinds';

const LABEL =
  /^(?:(?:grand|overall|report|column|net|sub|running)[ -]?)*(?:sub-?)?(?:totals?|sums?|averages?|avg\.?|mean|median|count|minimum|maximum|min|max)(?: (?:for|of|records?|rows|count|amount|sales|deals?|value)\b.{0,40})?\s*(?:\([^)]*\))?\s*[:=]?\s*[\d.,]*\s*$/i;
const LABEL_ABROAD =
  /^(?:jumlah(?: (?:besar|keseluruhan|kecil))?|purata|(?:gesamt|zwischen)?summe|gesamt(?:summe|betrag|ergebnis)?|insgesamt|durchschnitt|sous-total|total (?:g[ée]n[ée]ral|geral|general|generale|des?\b.{0,30})|somme|moyenne|totale|totali|totaal|subtotaal|gemiddelde|suma|razem|łącznie|ogółem|toplam|genel toplam|totalt|summa|всего|итого|合計|小計|总计|合计|小计|總計|합계|총계|รวม|tổng(?: cộng)?)\s*(?:\([^)]*\))?\s*[:：=]?\s*[\d.,]*\s*$/iu;

/** True for the words by which a row says that it sums others, in the languages of the files met most. */
function isTotalsLabel(cell: string): boolean {
  const text = cell.trim();
  if (text.length < 2 || text.length > 60) return false;
  return LABEL.test(text) || LABEL_ABROAD.test(text);
}

/** True when a row's first content is a totals label and all else in it is empty or a number. */
export function isTotalsRow(cells: readonly string[]): boolean {
  const at = cells.findIndex((cell) => cell !== '' && cell.trim() !== '');
  const label = cells[at];
  if (label === undefined || !mayBeLabel(label) || !isTotalsLabel(label)) return false;
  return cells.every((cell, i) => i === at || meansNothing(cell) || kindOf(cell) === 'number' || isTotalsLabel(cell));
}

/** True when a row holds numbers only, and at least one. */
export function isNumbersOnly(cells: readonly string[]): boolean {
  let numbers = 0;
  for (const cell of cells) {
    if (cell === '' || cell.trim() === '') continue;
    if (kindOf(cell) !== 'number') return false;
    numbers++;
  }
  return numbers > 0;
}

/** The first three letters of every label in ASCII, so that most cells need no further look. */
const STARTS = new Set(
  'tot gra ove rep col net sub run sum ave avg mea med cou min max jum pur ges zwi ins dur sou som moy gem raz top gen'
    .split(' ')
    .map(startKey),
);

/** Which ASCII letters a label may start with. */
const FIRST = new Uint8Array(128);
for (const key of STARTS) FIRST[key >> 16] = FIRST[(key >> 16) & ~0x20] = 1;
FIRST[0x6f] = FIRST[0x4f] = 1;

/** A cheap look at the first letters: false says that a cell is no totals label. */
export function mayBeLabel(cell: string): boolean {
  if (cell.length > 64 || cell.length < 2) return false;
  const first = cell.charCodeAt(0);
  return first >= 0x80 || first <= 0x20 || (first | 0x20) === 0x6f || STARTS.has(startKey(cell));
}

/** As mayBeLabel, of the bytes that a cell starts with. */
export function mayBeLabelBytes(first: number, second: number, third: number): boolean {
  if (first >= 0x80 || first <= 0x20) return true;
  return FIRST[first] === 1 && ((first | 0x20) === 0x6f || STARTS.has(keyOf(first, second, third)));
}

function startKey(text: string): number {
  return keyOf(text.charCodeAt(0), text.charCodeAt(1), text.charCodeAt(2));
}

function keyOf(first: number, second: number, third: number): number {
  return ((first | 0x20) << 16) | ((second | 0x20) << 8) | (third | 0x20);
}
