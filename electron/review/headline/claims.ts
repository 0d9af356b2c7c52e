/** Words that claim something, English and Malay, and where in a sentence they stand. */

export type Claim =
  /** Went up, went down; better and worse turn with the measure. */
  | 'up'
  | 'down'
  | 'better'
  | 'worse'
  /** Stayed the same, which a missing change does not show. */
  | 'same'
  /** Nothing clear changed. */
  | 'unclear'
  /** Above all others, below all others. */
  | 'best'
  | 'worst';

const lexicon: Readonly<Record<Claim, string>> = {
  up: 'rose|rise|rises|risen|rising|up|increase|increased|increases|increasing|grew|grow|grows|grown|growing|growth|higher|climbed|climbs|gained|jumped|surged|more|longer|slower|doubled|doubles|tripled|triples|naik|kenaikan|meningkat|peningkatan|bertambah|lebih tinggi|lebih banyak|lebih lama|lebih perlahan|melonjak|berganda|soar|soared|soaring|surge|surging|spiked|rocketed|jumps|climbing|upward|upwards|melambung|memuncak|▲|↑\\s?[\\d.]*|(?<!\\b(?:to|and|hingga|dan) )\\+\\d[\\d.,]*\\s?(?:points?|mata|%)',
  down: 'fell|fall|falls|fallen|falling|drop|dropped|drops|decline|declined|declines|declining|decrease|decreased|decreases|lower|fewer|less|down|slipped|shrank|shrunk|sank|halved|halves|shorter|faster|turun|menurun|penurunan|berkurang|berkurangan|lebih rendah|lebih sedikit|lebih singkat|lebih pantas|lebih cepat|merosot|jatuh|susut|menyusut|dip|dipped|dips|plunged|plummeted|tumbled|slumped|slid|sliding|eased|shrinking|downward|downwards|menjunam|merudum|menguncup|mengecil|▼|↓\\s?[\\d.]*|(?<!\\b(?:to|and|hingga|dan) )[−-]\\d[\\d.,]*\\s?(?:points?|mata|%)',
  better:
    'better|improved|improves|improving|improvement|stronger|recovered|lebih baik|bertambah baik|membaik|lebih kukuh|pulih|semakin baik|makin baik|semakin kukuh',
  worse:
    'worse|worsened|worsens|weaker|deteriorated|lebih buruk|bertambah buruk|lebih lemah|memburuk|lebih teruk|semakin teruk|semakin buruk|makin teruk|makin buruk',
  same: 'unchanged|steady|stable|flat|the same|constant|tidak berubah|stabil|kekal sama|sama sahaja|mendatar|kekal(?= pada| di|[.!,]|$)|tidak berganjak',
  unclear: 'no clear change|tiada perubahan jelas|tiada perubahan yang jelas',
  best: 'best|ahead|leads|lead the|leading|leader|highest|strongest|top|outperforms|outperformed|beats|beat|most|largest|biggest|main|number one|terbaik|mendahului|tertinggi|teratas|terkuat|mengatasi|terbesar|utama|paling tinggi|paling baik|paling banyak|paling kerap|nombor satu|outsells|outsold|record (?:quarter|month|year|high)|all-time high|never been (?:higher|better|stronger|faster)|mencatat rekod|rekod baharu|terpantas',
  worst:
    'worst|lowest|weakest|bottom|behind|trails|trailing|underperforms|underperformed|poorest|slowest|terburuk|terendah|terlemah|ketinggalan|tercorot|paling rendah|paling lemah|paling buruk|laggard|laggards|lags|record low|all-time low|(?:finished|came|ranks|ranked|is|dead|placed) last|last place|least (?:successful|productive|effective|active|able)|never been (?:lower|worse|weaker|slower)|(?:paling )?corot|(?:paling )?teruk|tempat terakhir|paling kurang berjaya',
};

const order: readonly Claim[] = ['unclear', 'same', 'better', 'worse', 'best', 'worst', 'up', 'down'];

/** How many times the figure before a word makes of it. */
export const multiples: Readonly<Record<string, number>> = {
  doubled: 2,
  doubles: 2,
  berganda: 2,
  tripled: 3,
  triples: 3,
  halved: 0.5,
  halves: 0.5,
};

// `more than 30` counts; it claims no change.
const counting = /\b(?:more|less|fewer|lebih|kurang)(?: banyak)? (?:than|daripada) (?=[\d]|RM|\$)/giu;
// `follow up` and `broken down by` claim no change either.
const phrases =
  /\b(?:follow(?:s|ed|ing)?|set|sets|sign(?:s|ed|ing)?|end(?:s|ed)?|ma[dk]es?|adds?|catch|caught|open(?:s|ed|ing)?|warm(?:s|ed)?|wrap(?:s|ped)?|back(?:s|ed)?|build(?:s|ing)?)[ -]up\b|\bup to (?:date|the end)\b|\b(?:br[eo]a?k(?:s|en)?|broke|narrow(?:s|ed)?) down\b|\bdown payments?\b/giu;
const unsaid =
  /\b(?:cannot|can ?not|can[’']t)(?: yet)? (?:be said|be told|say|tell)(?: yet)?(?: that| whether| if)?[^.;,]*$|\b(?:tidak|belum) (?:dapat|boleh) (?:dikatakan|disebut)[^.;,]*$/iu;
const negation =
  /(?:\b(?:no|not|never|hardly|without|nor|neither|tidak|bukan|tiada|tanpa|belum)|n[’']t)(?: \p{L}+){0,2} $/iu;

export interface Found {
  readonly claim: Claim;
  readonly word: string;
  readonly at: number;
  /** `did not rise`: says only that it did not. */
  readonly denied: boolean;
}

const patterns = order.map(
  (claim) => [claim, new RegExp(`(?<![\\p{L}\\d-])(?:${lexicon[claim]})(?![\\p{L}\\d-])`, 'giu')] as const,
);

/** The claims of one clause in the order they stand; a stretch of text makes one claim. */
export function claimsIn(clause: string): readonly Found[] {
  const hidden = (match: string): string => '·'.repeat(match.length);
  const text = clause.replace(counting, hidden).replace(phrases, hidden);
  const taken: (readonly [number, number])[] = [];
  const found = patterns.flatMap(([claim, pattern]) =>
    [...text.matchAll(pattern)].flatMap((match): Found[] => {
      const end = match.index + match[0].length;
      if (taken.some(([from, to]) => match.index < to && end > from)) return [];
      taken.push([match.index, end]);
      const before = text.slice(0, match.index);
      const denied = claim !== 'unclear' && claim !== 'same' && (negation.test(before) || unsaid.test(before));
      return [{ claim, word: clause.slice(match.index, end), at: match.index, denied }];
    }),
  );
  return found.sort((a, b) => a.at - b.at);
}

/** A text in clauses, each of which speaks of one measure; questions claim nothing and are left out. */
export function clausesOf(text: string): readonly string[] {
  return text
    .split(/(?<=[.!?;])\s+/u)
    .filter((sentence) => !sentence.trim().endsWith('?'))
    .flatMap((sentence) =>
      sentence.split(/\s(?:and|but|while|whereas|dan|tetapi|manakala|sementara)\s(?![+−-]?\d)|;\s*/iu),
    );
}

/** Numbers that a text quotes, as printed and as meant; names of quarters and years, and lengths of time in quarters, are none. */
export function numbersIn(
  text: string,
): readonly { readonly printed: string; readonly value: number; readonly half: number }[] {
  const plain = text.replace(
    /\b[QSWMH][1-4]\b|\b(?:FY|TK)\s?\d{2,4}\b|\b(?:19|20)\d{2}(?:Q[1-4])?\b|\b\d{1,2} (?:quarters?|suku)\b/gu,
    ' ',
  );
  const digits = [
    ...plain.matchAll(
      /(?<![\p{L}\d])([-−+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[-−+]?\d+(?:\.\d+)?)\s?(K|M|B|thousand|million|billion|ribu|juta|bilion)?(?![\p{L}\d])/gu,
    ),
  ].map(([printed, digits = '', scale = '']) => {
    const times = scales[scale] ?? 1;
    const decimals = /\.(\d+)/.exec(digits)?.[1]?.length ?? 0;
    return {
      printed: printed.trim(),
      value: Number(digits.replaceAll(',', '').replace('−', '-').replace('+', '')) * times,
      half: (0.5 * times) / 10 ** decimals,
    };
  });
  return [...digits, ...spelledIn(plain)];
}

const spelled: Readonly<Record<string, number>> = {
  ten: 10,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const fractions: Readonly<Record<string, number>> = {
  half: 50,
  'a half': 50,
  'a third': 100 / 3,
  'a quarter': 25,
  separuh: 50,
  sepertiga: 100 / 3,
  'satu pertiga': 100 / 3,
  suku: 25,
};
const spelledMalay: Readonly<Record<string, number>> = {
  sepuluh: 10,
  'dua puluh': 20,
  'tiga puluh': 30,
  'empat puluh': 40,
  'lima puluh': 50,
  'enam puluh': 60,
  'tujuh puluh': 70,
  'lapan puluh': 80,
  'sembilan puluh': 90,
};

// Shares in words: `forty percent`, `by a third`, `empat puluh peratus`, `sebanyak sepertiga`.
function spelledIn(text: string): ReturnType<typeof numbersIn> {
  const tens = [
    ...text.matchAll(/\b(ten|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)(?= ?-?(?:percent|per cent|%))/giu),
  ];
  const malay = [
    ...text.matchAll(/\b(?:sepuluh|(?:dua|tiga|empat|lima|enam|tujuh|lapan|sembilan) puluh)(?= ?peratus)/giu),
  ];
  const parts = [
    ...text.matchAll(/(?<=\bby )(a half|half|a third|a quarter)\b/giu),
    ...text.matchAll(/(?<=\bsebanyak )(separuh|sepertiga|satu pertiga|suku)\b/giu),
  ];
  const found = (matches: readonly RegExpMatchArray[], values: Readonly<Record<string, number>>, half: number) =>
    matches.map(([printed]) => ({ printed, value: values[printed.toLowerCase()] ?? NaN, half }));
  return [...found(tens, spelled, 0.5), ...found(malay, spelledMalay, 0.5), ...found(parts, fractions, 1)];
}

const scales: Readonly<Record<string, number>> = {
  K: 1e3,
  thousand: 1e3,
  ribu: 1e3,
  M: 1e6,
  million: 1e6,
  juta: 1e6,
  B: 1e9,
  billion: 1e9,
  bilion: 1e9,
};
