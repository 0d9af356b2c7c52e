import chardet from 'chardet';
import iconv from 'iconv-lite';
import type { Encoding } from 'iconv-lite';

/** An encoding of before Unicode that could be meant, with how well the text reads in it (1 and more = without flaw). */
interface Ranked {
  encoding: Encoding;
  score: number;
  /** Share of the letters beyond ASCII that one language has; null for encodings that are not told apart by letters. */
  language: number | null;
  text: string;
}

interface Candidate {
  encoding: Encoding;
  /** Names under which the detector reports it. */
  known: readonly string[];
  /** Head start for what is met more often. */
  prior: number;
  /** Letters beyond ASCII of the languages written in it. */
  alphabets?: readonly string[];
  /** First-level characters of a double-byte set: true for the byte pairs of everyday text. */
  everyday?: (lead: number, trail: number) => boolean;
}

const WESTERN = [
  'àâæçéèêëîïôœùûüÿ',
  'äöüßé',
  'áéíñóúüºª',
  'áâãàçéêíóôõúü',
  'àèéìîòóù',
  'éëïóöüèáä',
  'åäöé',
  'æøåéö',
  'áðéíóúýþæö',
  'àçèéíïòóúü·',
];
const CENTRAL = ['ąćęłńóśźż', 'áčďéěíňóřšťúůýž', 'áäčďéíľňóôšťúýž', 'áéíóöőúüű', 'ăâîşţșț', 'čćđšž'];

const CANDIDATES: readonly Candidate[] = [
  { encoding: 'windows-1252', known: ['windows-1252', 'ISO-8859-1'], prior: 0.06, alphabets: WESTERN },
  { encoding: 'windows-1250', known: ['windows-1250', 'ISO-8859-2'], prior: 0.02, alphabets: CENTRAL },
  { encoding: 'iso-8859-2', known: ['ISO-8859-2'], prior: 0, alphabets: CENTRAL },
  { encoding: 'windows-1254', known: ['windows-1254', 'ISO-8859-9'], prior: 0.02, alphabets: ['çğıöşüâîû'] },
  { encoding: 'windows-1257', known: ['windows-1257'], prior: 0, alphabets: ['ąčęėįšųūž', 'āčēģīķļņšūž', 'äöõüšž'] },
  { encoding: 'macroman', known: [], prior: 0, alphabets: WESTERN },
  { encoding: 'cp850', known: [], prior: 0, alphabets: WESTERN },
  { encoding: 'windows-1251', known: ['windows-1251'], prior: 0.02 },
  { encoding: 'koi8-r', known: ['KOI8-R'], prior: 0 },
  { encoding: 'cp866', known: [], prior: 0 },
  { encoding: 'windows-1253', known: ['windows-1253', 'ISO-8859-7'], prior: 0.01 },
  { encoding: 'windows-1255', known: ['windows-1255', 'ISO-8859-8'], prior: 0 },
  { encoding: 'windows-1256', known: ['windows-1256', 'ISO-8859-6'], prior: 0 },
  { encoding: 'windows-874', known: ['TIS-620'], prior: 0 },
  { encoding: 'gb18030', known: ['GB18030'], prior: 0.04, everyday: (a, b) => a >= 0xa1 && a <= 0xd7 && b >= 0xa1 },
  { encoding: 'shift_jis', known: ['Shift_JIS'], prior: 0.04, everyday: (a) => a >= 0x81 && a <= 0x97 },
  { encoding: 'big5', known: ['Big5'], prior: 0.03, everyday: (a) => a >= 0xa1 && a <= 0xc6 },
  { encoding: 'euc-kr', known: ['EUC-KR'], prior: 0.03, everyday: (a, b) => a >= 0xa1 && a <= 0xc8 && b >= 0xa1 },
  { encoding: 'euc-jp', known: ['EUC-JP'], prior: 0.03, everyday: (a, b) => a >= 0xa1 && a <= 0xcf && b >= 0xa1 },
];

const SAMPLE = 64 * 1024;

/** Ranks the encodings that bytes which are not UTF-8 could be in, the likeliest first; only lines with bytes beyond ASCII are looked at. */
export function rankLegacy(bytes: Buffer): Ranked[] {
  const sample = foreignLines(bytes);
  const detected = new Map<string, number>(
    chardet.analyse(sample).map((match) => [match.name, match.confidence / 100]),
  );
  const ranked = CANDIDATES.map(({ encoding, known, prior, alphabets, everyday }) => {
    const text = iconv.decode(sample, encoding);
    const agreed = Math.max(0, ...known.map((name) => detected.get(name) ?? 0));
    const language = alphabets === undefined ? null : languageShare(text, alphabets);
    const reads =
      everyday === undefined ? readsAsWords(text) + 0.15 * (language ?? 1) : readsAsIdeographs(text, sample, everyday);
    return { encoding, text, language, score: reads + prior + 0.08 * agreed };
  });
  return ranked.sort((a, b) => b.score - a.score);
}

/** True when the best two rankings are too close to call and would read differently. */
export function isUncertain(ranked: readonly Ranked[]): boolean {
  const [best, ...others] = ranked;
  if (best === undefined || best.score < 0.75) return true;
  return others.some((other) => {
    if (best.text === other.text) return false;
    const gap = best.score - other.score;
    if (gap < 0.015) return true;
    return gap < 0.06 && best.language !== null && other.language === 1 && differingLetters(best.text, other.text) > 1;
  });
}

/** Number of letters that two readings of the same single bytes do not share. */
function differingLetters(text: string, other: string): number {
  const differing = new Set<string>();
  for (let i = 0; i < text.length; i++) if (text[i] !== other[i]) differing.add(text[i] ?? '');
  return differing.size;
}

/** Largest share of the letters beyond ASCII that one of the alphabets has. */
function languageShare(text: string, alphabets: readonly string[]): number {
  const letters = [...text.toLowerCase()].filter((character) => character > '\u007f' && LETTER.test(character));
  if (letters.length === 0) return 1;
  const shares = alphabets.map(
    (alphabet) => letters.filter((letter) => alphabet.includes(letter)).length / letters.length,
  );
  return Math.max(...shares);
}

function foreignLines(bytes: Buffer): Buffer {
  const lines: Buffer[] = [];
  let size = 0;
  let start = 0;
  for (let at = 0; at <= bytes.length && size < SAMPLE; at++) {
    const byte = at < bytes.length ? bytes[at] : 10;
    if (byte !== 10 && byte !== 13) continue;
    const line = bytes.subarray(start, Math.min(at + 1, bytes.length));
    start = at + 1;
    if (!line.some((value) => value >= 0x80)) continue;
    lines.push(line);
    size += line.length;
  }
  return Buffer.concat(lines).subarray(0, SAMPLE);
}

const LETTER = /\p{L}|\p{M}/u;
const UPPER = /\p{Lu}/u;
const LOWER = /\p{Ll}/u;
const SCRIPTS: readonly RegExp[] = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Thai}/u,
];
/** Letters of Latin alphabets that hardly any language uses often; they show up when another encoding was meant. */
const RARE = new Set([...'ÞþÐðÝýÿ¤¦¬¨¸¯¶µªº¹²³×÷ƒˆ˜ĄŐŰ']);
const JOINS_WORDS = new Set([...'’‘·–—-\u00ad\u00a0']);

/** How much of the text beyond ASCII stands where such letters and signs stand in words: 0 to 1. */
function readsAsWords(text: string): number {
  const characters = [...text];
  let seen = 0;
  let points = 0;
  let run = 0;
  for (const [i, character] of characters.entries()) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) {
      run = 0;
      continue;
    }
    seen++;
    const before = characters[i - 1] ?? ' ';
    const after = characters[i + 1] ?? ' ';
    if (LETTER.test(character)) {
      const script = scriptOf(character);
      run = script === 0 ? run + 1 : 0;
      points += letterPoints(character, before, after, script, run);
    } else {
      run = 0;
      points += signPoints(character, code, before, after);
    }
  }
  return seen === 0 ? 0 : Math.max(0, points / seen);
}

function letterPoints(character: string, before: string, after: string, script: number, run: number): number {
  if (script === -1) return 0;
  for (const neighbour of [before, after]) {
    if (LETTER.test(neighbour) && scriptOf(neighbour) !== script) return 0;
  }
  if (UPPER.test(character) && LOWER.test(before)) return 0.1;
  if (LOWER.test(character) && UPPER.test(before) && UPPER.test(after)) return 0.2;
  if (run > 2) return 0.2;
  return RARE.has(character) ? 0.75 : 1;
}

function signPoints(character: string, code: number, before: string, after: string): number {
  if (character === '\ufffd' || (code >= 0x80 && code <= 0x9f)) return -4;
  if (JOINS_WORDS.has(character)) return 1;
  const inside = LETTER.test(before) && LETTER.test(after);
  if (inside) return 0;
  if (/[\u2500-\u259f]/.test(character)) return 0;
  if (RARE.has(character)) return 0.6;
  return /[\p{P}\p{Sc}°®©™½¼¾]/u.test(character) ? 1 : 0.6;
}

function scriptOf(character: string): number {
  return SCRIPTS.findIndex((script) => script.test(character));
}

/** How much of the bytes beyond ASCII is everyday East Asian writing in pairs of bytes: 0 to 1. */
function readsAsIdeographs(text: string, bytes: Buffer, everyday: (lead: number, trail: number) => boolean): number {
  let pairs = 0;
  let common = 0;
  let alone = 0;
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x80) continue;
    const trail = bytes[i + 1] ?? 0;
    if (isAsciiLetter(bytes[i - 1]) && isAsciiLetter(trail)) alone++;
    pairs++;
    if (everyday(lead, trail)) common++;
    i++;
  }
  if (pairs === 0) return 0;
  const broken = [...text].filter((character) => /[\ufffd\ue000-\uf8ff\uff61-\uff9f]/.test(character)).length;
  const native = [...text].filter((character) => /[\u3040-\u30ff\uac00-\ud7a3]/.test(character)).length;
  const share = (common - 4 * broken - 2 * alone) / pairs;
  return Math.max(0, share + 0.1 + 0.05 * Math.min(1, (2 * native) / pairs));
}

function isAsciiLetter(byte: number | undefined): boolean {
  if (byte === undefined) return false;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}
