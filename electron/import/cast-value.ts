import { join, literal, raw, sql } from '../db/sql';
import type { Sql } from '../db/sql';
import type { Field, TableName } from '../model/tables';
import { writtenNumber } from './recognise/numbers';
import type { NumberReading } from './recognise/numbers';
import { currencyNames, enumWords, flagWords, noWords, yesWords } from './recognise/words';

/** Reads a text as an exact number with the given digits after the point; null where it cannot be read. */
export function numberOf(cell: Sql, reading: NumberReading, scale = 4): Sql {
  const type = raw(`decimal(${scale > 4 ? 28 : 18},${scale})`);
  if (reading.plain) return sql`try_cast(${cell} as ${type})`;
  // Letters, currency signs and blanks go; what is left is digits, marks, brackets and a sign.
  const tidy = reading.dressed ? undressed(cell) : cell;
  const bare = sql`regexp_replace(regexp_replace(${tidy}, '[eE]([+-]?\\d+)$', '@\\1'), '[^0-9.,()@+-]', '', 'g')`;
  const marked =
    reading.decimal === ',' ? sql`replace(replace(${bare}, '.', ''), ',', '.')` : sql`replace(${bare}, ',', '')`;
  const signed = sql`regexp_replace(regexp_replace(replace(${marked}, '@', 'e'), '^\\((.*)\\)$', '-\\1'), '^([0-9.]+)-$', '-\\1')`;
  const size = sql`case regexp_extract(upper(${cell}), '\\d ?([KMB])\\)?$', 1) when 'K' then 1000 when 'M' then 1000000 when 'B' then 1000000000 else 1 end`;
  const whole = sql`regexp_full_match(${cell}, ${literal(numberText)})`;
  return sql`case when ${whole} then try_cast(try_cast(${signed} as decimal(28,8)) * ${size} as ${type}) end`;
}

const numberText = writtenNumber('\\d');

// Signs of other make become a minus, dashes that stand for no cents and the points of shortened words go.
function undressed(cell: Sql): Sql {
  return sql`regexp_replace(regexp_replace(translate(${cell}, '−–—', '---'), '[.,]-+', '', 'g'), '\\p{L}+[.]', '', 'g')`;
}

/** Reads a text as a share, 0 to 1; `points` says that 20 means 0.2. A percent sign says so for its own value. */
export function shareOf(cell: Sql, reading: NumberReading, points: boolean): Sql {
  const value = numberOf(cell, reading, points || reading.percentSign ? 8 : 4);
  if (points) return sql`cast(${value} / 100 as decimal(18,4))`;
  if (!reading.percentSign) return value;
  return sql`cast(case when contains(${cell}, '%') then ${value} / 100 else ${value} end as decimal(18,4))`;
}

/** Reads a text as a whole number; one with a fraction cannot be read. */
export function wholeOf(cell: Sql, reading: NumberReading): Sql {
  const value = numberOf(cell, reading);
  return sql`case when ${value} % 1 = 0 then cast(${value} as bigint) end`;
}

/** Reads a text as yes or no, with the words that the flag's own columns use. */
export function flagOf(cell: Sql, field: string): Sql {
  const own = flagWords[field];
  const text = sql`lower(trim(${cell}))`;
  const yes = words([...(own?.yes ?? []), ...yesWords]);
  const no = words([...(own?.no ?? []), ...noWords]);
  const spoken = sql`case when ${text} in (${yes}) then true when ${text} in (${no}) then false end`;
  return sql`coalesce(try_cast(${cell} as boolean), ${spoken})`;
}

/** Reads a text as one of an enumeration's values; what is none of them becomes `other`. `seen` are values of the column, tried first as they stand. */
export function enumOf(cell: Sql, table: TableName, field: Field, seen: readonly string[]): Sql {
  const mapping = enumMapping(table, field);
  const fast = seen.slice(0, 30).flatMap((text) => {
    const value = mapping.get(text.trim().toLowerCase());
    return value === undefined ? [] : [sql`when ${literal(text)} then ${literal(value)}`];
  });
  const groups = new Map<string, string[]>();
  for (const [word, value] of mapping) groups.set(value, [...(groups.get(value) ?? []), word]);
  const text = sql`lower(trim(${cell}))`;
  const slow = [...groups].map(([value, list]) => sql`when ${text} in (${words(list)}) then ${literal(value)}`);
  const all = sql`case when ${cell} is null then null ${join(slow, ' ')} else 'other' end`;
  return fast.length === 0 ? all : sql`case ${cell} ${join(fast, ' ')} else ${all} end`;
}

/** What each known word of an enumeration means; keys in lower case. */
export function enumMapping(table: TableName, field: Field): ReadonlyMap<string, string> {
  const known = enumWords[`${table}.${field.name}`] ?? enumWords[field.name] ?? {};
  const mapping = new Map<string, string>();
  for (const value of [...field.values, 'other']) {
    mapping.set(value, value);
    mapping.set(value.replaceAll('_', ' '), value);
  }
  for (const [word, value] of Object.entries(known)) {
    if (field.values.includes(value)) mapping.set(word, value);
  }
  return mapping;
}

/** Reads a text as a list, divided by semicolons or bars, or by commas where it has neither; brackets around it go. */
export function listOf(cell: Sql): Sql {
  const bare = sql`regexp_replace(${cell}, '^\\s*[\\[{(]|[\\])}]\\s*$', '', 'g')`;
  const divided = sql`string_split_regex(${bare}, case when regexp_matches(${bare}, '[;|]') then '\\s*[;|]\\s*' else '\\s*,\\s*' end)`;
  return sql`list_filter(list_transform(${divided}, lambda item: trim(item, ' ''"')), lambda item: item <> '')`;
}

/** Reads a text as a currency code: a code in any case, a sign, or a currency's name; any other text stays as it is. `seen` are values of the column. */
export function currencyOf(cell: Sql, seen: readonly string[]): Sql {
  if (seen.every((value) => /^[A-Z]{3}$/.test(value))) return cell;
  const text = sql`lower(trim(${cell}))`;
  const named = Object.entries(currencyNames).map(
    ([code, names]) => sql`when ${text} in (${words(names.split('|'))}) then ${literal(code)}`,
  );
  return sql`case ${join(named, ' ')} when regexp_full_match(${text}, '[a-z]{3}') then upper(trim(${cell})) else ${cell} end`;
}

function words(list: readonly string[]): Sql {
  return join(list.map(literal));
}
