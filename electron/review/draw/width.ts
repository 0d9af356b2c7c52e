/**
 * How wide a text is, without a page: advance widths of Inter in thousandths of its size for the letters from space to tilde, at two weights.
 * Letters beyond count as the widest small one, so that a text never takes more room than it was given.
 */
const regular =
  '281,288,466,633,642,982,644,300,365,365,501,662,288,460,288,360,631,407,610,618,646,593,620,566,619,620,288,302,662,662,662,511,966,690,654,730,722,601,590,746,743,269,571,672,565,903,753,765,639,765,644,642,646,744,690,985,682,679,629,365,360,365,471,456,323,562,612,571,612,583,370,613,591,242,242,549,242,876,591,600,612,612,376,528,327,591,562,818,546,562,552,426,333,426,662'
    .split(',')
    .map(Number);
const strong =
  '252,321,523,644,650,1004,663,326,373,373,540,673,319,465,319,379,660,423,623,636,666,612,640,576,640,640,319,329,673,673,673,543,999,728,659,737,722,605,588,749,746,277,580,703,565,922,759,769,645,773,652,650,660,736,728,1020,720,713,652,373,379,373,481,469,351,574,624,583,624,591,389,625,612,262,262,569,262,900,612,609,624,624,397,549,353,612,587,839,569,588,566,455,359,455,673'
    .split(',')
    .map(Number);
const other = 680;

/** Width of a text in px at that size. */
export function widthOf(text: string, size: number, weight: 400 | 600 = 400): number {
  const widths = weight === 600 ? strong : regular;
  let sum = 0;
  for (const letter of text) sum += widths[(letter === '\u00a0' ? 32 : (letter.codePointAt(0) ?? 0)) - 32] ?? other;
  return (sum * size) / 1000;
}

/** A text whose figures stay on one line with their currency and their word: `RM 1.2 juta`, `13.8 d`. */
export function tied(text: string): string {
  return text
    .replace(/(?<![\p{L}\d])(\p{Lu}{2,3}) (?=[\d−+])/gu, '$1\u00a0')
    .replace(/(?<=\d) (?=(?:ribu|juta|bilion|hari|d)(?!\p{L}))/gu, '\u00a0');
}

/** A text in lines no wider than that; a word longer than a line is broken, a figure is not parted from what it counts. */
export function wrapped(text: string, width: number, size: number, weight: 400 | 600 = 400): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of tied(text)
    .split(/[^\S\u00a0]+/u)
    .filter(Boolean)
    .map((each) => each.replaceAll('\u00a0', ' '))
    .flatMap((each) => broken(each, width, size, weight))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer, size, weight) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}

function broken(word: string, width: number, size: number, weight: 400 | 600): readonly string[] {
  if (widthOf(word, size, weight) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  for (const letter of word) {
    if (part !== '' && widthOf(part + letter, size, weight) > width) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return [...parts, part];
}

/** A text cut to that width, with an ellipsis where it was cut. */
export function fitted(text: string, width: number, size: number, weight: 400 | 600 = 400): string {
  if (widthOf(text, size, weight) <= width) return text;
  let cut = [...text];
  while (cut.length > 1 && widthOf(`${cut.join('')}…`, size, weight) > width) cut = cut.slice(0, -1);
  return `${cut.join('').trimEnd()}…`;
}

/** A text in at most so many lines, the last with an ellipsis where there is more. */
export function wrappedTo(
  text: string,
  most: number,
  width: number,
  size: number,
  weight: 400 | 600 = 400,
): readonly string[] {
  const lines = wrapped(text, width, size, weight);
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  return [...kept.slice(0, -1), fitted(`${kept.at(-1) ?? ''} ${lines[most] ?? ''}`, width, size, weight)];
}
