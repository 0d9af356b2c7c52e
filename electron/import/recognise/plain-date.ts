/** A way of dressing a date and what it is without: a pattern that both this language and the database read, and its replacement with `$1`. */
type Rule = readonly [pattern: string, replacement: string];

// prettier-ignore
const weekdays =
  'mon|tues?|wed|thu|thurs?|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day|isn|sel|rab|kha|jum|sab|ahd|isnin|selasa|rabu|khamis|jumaat|jumat|sabtu|ahad|minggu|mo|di|mi|do|fr|sa|so|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|lun|mer|jeu|ven|sam|dim|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|mié|jue|vie|sáb|dom|lunes|martes|miércoles|jueves|viernes|sábado|domingo|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?|gio|(?:lune|marte|mercole|giove|vener)dì|sabato|domenica|(?:maan|dins|woens|donder|vrij|zater|zon)dag';

const rules: readonly Rule[] = [
  [`^(?:${weekdays})[.,]* +`, ''],
  ['^(\\d{1,2}|\\p{L}{3,10}[.]? \\d{1,2})(?:st|nd|rd|th|er|[ºª°])([^\\p{L}]|$)', '$1$2'],
  ['^(\\d{4})[年년] ?(\\d{1,2})[月월] ?(\\d{1,2})[日일]', '$1-$2-$3'],
  ['^(\\d{4})[.] ?(\\d{1,2})[.] (\\d{1,2})[.]?', '$1-$2-$3'],
  ['^(\\d{4})[-/ ](\\p{L}{3,10})[-/ ](\\d{1,2})', '$3 $2 $1'],
  ['^(\\d{1,2}) (\\d{1,2}) (\\d{4})', '$1/$2/$3'],
  ['^(\\d{5}),(\\d+)$', '$1.$2'],
  ['[ ,]+(?:at|um|à|às|a las|a la|alle|om|kl|pukul|jam|[-–—])[.]? (\\d{1,2}[:.h]\\d{2})', ' $1'],
  ['([T ]\\d{1,2})[.](\\d{2})[.](\\d{2})([^\\d]|$)', '$1:$2:$3$4'],
  ['([T ]\\d{1,2})[.h](\\d{2})([^\\d]|$)', '$1:$2$3'],
  [' ?(?:Uhr|h|hrs)[.]?$', ''],
  [' ?(?:PG|pagi|a[.] m[.])$', ' AM'],
  [' ?(?:PTG|petang|malam|p[.] m[.])$', ' PM'],
];

/** The rules in order; they are tried without regard to case, each on what the one before left. */
export const plainDateRules: readonly Rule[] = rules;

const compiled = rules.map(([pattern, replacement]) => [new RegExp(pattern, 'iu'), replacement] as const);

/** A written date, or a mask of one, without weekday, ordinal, joining words and marks of other scripts. */
export function plainDate(text: string): string {
  return compiled.reduce((rest, [pattern, replacement]) => rest.replace(pattern, replacement), text);
}
