import { join, literal, raw, sql } from '../db/sql';
import type { Sql } from '../db/sql';
import type { DateReading, DateShape } from './recognise/dates';
import { plainDateRules } from './recognise/plain-date';
import { toUtc } from './zone';

/** A cell as an instant or a date, null where it cannot be read, and whether it is a day without a time. */
export interface DateValue {
  readonly value: Sql;
  readonly isDate: Sql;
}

const yes = raw('true');
const no = raw('false');

/** Reads a text as an instant in UTC; a day without a time stands at midnight of its own day. */
export function instantOf(written: Sql, reading: DateReading, zone: string): DateValue {
  const cell = reading.dressed ? undressed(written) : written;
  const guard = sql`strlen(${cell}) in (${join(reading.lengths.map(literal))})`;
  if (reading.fast === 'iso_date')
    return { value: sql`case when ${guard} then try_cast(${cell} as timestamp) end`, isDate: yes };
  if (reading.fast === 'iso_time') {
    const local = sql`case when ${guard} then try_cast(${cell} as timestamp) end`;
    return reading.midnightIsDate ? { value: local, isDate: yes } : { value: toUtc(local, zone), isDate: no };
  }
  if (reading.fast === 'iso_utc') {
    // The database reads a time and passes over its zone; where that is Z nothing is lost, and it is twice as fast.
    return {
      value: sql`case when ${guard} and ends_with(${cell}, 'Z') then try_cast(${cell} as timestamp) end`,
      isDate: no,
    };
  }
  if (reading.fast === 'iso_zone') {
    return { value: sql`case when ${guard} then timezone('UTC', try_cast(${cell} as timestamptz)) end`, isDate: no };
  }
  const ways = reading.shapes.map(
    (shape) => sql`when ${matches(cell, shape)} then ${shaped(cell, shape, reading, zone)}`,
  );
  if (ways.length === 0) return { value: raw('cast(null as timestamp)'), isDate: yes };
  const value = sql`case ${join(ways, ' ')} end`;
  // An empty cell is marked as its column is, so that the mark does not hang on how the others are written.
  if (reading.midnightIsDate || !reading.hasTime)
    return { value, isDate: sql`coalesce(not regexp_matches(${cell}, '^\\d{9,}$'), true)` };
  const timed = sql`contains(${cell}, ':') or regexp_matches(${cell}, '^\\d{9,}$|^\\d{5}[.]0*[1-9]')`;
  return { value, isDate: sql`coalesce(not (${timed}), false)` };
}

/** Reads a text as a day; of an instant with its own zone, the day in the given zone. */
export function dayOf(cell: Sql, reading: DateReading, zone: string): Sql {
  const { value, isDate } = instantOf(cell, reading, reading.shapes.includes('iso_zone') ? zone : 'UTC');
  if (reading.fast === 'iso_date' || reading.fast === 'iso_time') return sql`cast(${value} as date)`;
  return sql`cast(case when ${isDate} then ${value} else timezone(${literal(reading.shapes.includes('iso_zone') ? zone : 'UTC')}, timezone('UTC', ${value})) end as date)`;
}

function undressed(cell: Sql): Sql {
  return plainDateRules.reduce(
    (text, [pattern, replacement]) =>
      sql`regexp_replace(${text}, ${literal(pattern)}, ${literal(replacement.replaceAll('$', '\\'))}, 'i')`,
    cell,
  );
}

const clock = '([T ,]+\\d{1,2}:\\d{2}(:\\d{2}([.,]\\d+)?)?( ?[AaPp][.]?[Mm][.]?)?)?';
const zoneText = ' ?(Z|UTC|GMT|[+-]\\d{2}(:?\\d{2})?)';
const patterns: Readonly<Record<DateShape, string>> = {
  iso_date: '\\d{4}-\\d{2}-\\d{2}',
  iso_time: '\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(:\\d{2}([.]\\d{1,6})?)?',
  iso_zone: `\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(:\\d{2}([.]\\d+)?)?${zoneText}`,
  ymd: `\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}${clock}`,
  parts: `\\d{1,2}[-/.]\\d{1,2}[-/.](\\d{4}|\\d{2})${clock}`,
  day_month_name: `\\d{1,2}[-/ .]{0,2}(de )?\\p{L}{3,12}[-/ .,]{0,2}(de )?(\\d{4}|\\d{2})${clock}`,
  month_name_day: `[A-Za-z]{3,9}[.]? \\d{1,2}(st|nd|rd|th)?,? \\d{4}${clock}`,
  compact: '\\d{8}',
  epoch_ms: '\\d{12,13}',
  epoch_s: '\\d{9,10}',
  serial: '\\d{5}([.]\\d+)?',
};

// The database wants seconds before a zone, no blank, and no name but Z.
function tidyZone(cell: Sql): Sql {
  const signed = sql`regexp_replace(regexp_replace(${cell}, ' ?(UTC|GMT)$', 'Z'), ' ([+-])', '\\1')`;
  return sql`regexp_replace(${signed}, '([T ]\\d{2}:\\d{2})(Z|[+-])', '\\1:00\\2')`;
}

function matches(cell: Sql, shape: DateShape): Sql {
  return sql`regexp_full_match(${cell}, ${literal(patterns[shape])})`;
}

function shaped(cell: Sql, shape: DateShape, reading: DateReading, zone: string): Sql {
  switch (shape) {
    case 'iso_date':
      return sql`try_cast(${cell} as timestamp)`;
    case 'iso_time':
      return local(sql`try_cast(${cell} as timestamp)`, cell, reading, zone);
    case 'iso_zone':
      return sql`timezone('UTC', try_cast(${tidyZone(cell)} as timestamptz))`;
    case 'compact':
      return sql`try_strptime(${cell}, '%Y%m%d')`;
    case 'epoch_ms':
      return sql`make_timestamp(try_cast(${cell} as bigint) * 1000)`;
    case 'epoch_s':
      return sql`make_timestamp(try_cast(${cell} as bigint) * 1000000)`;
    case 'serial':
      // Spreadsheet days are counted from 1899-12-30, the fraction is the time of day.
      return timedSerial(
        sql`timestamp '1899-12-30' + to_microseconds(cast(round(try_cast(${cell} as double) * 86400) as bigint) * 1000000)`,
        cell,
        reading,
        zone,
      );
    case 'ymd':
    case 'parts':
    case 'day_month_name':
    case 'month_name_day':
      return local(
        sql`try_strptime(${tidied(cell, shape, reading)}, ${formatsOf(shape, reading)})`,
        cell,
        reading,
        zone,
      );
  }
}

function local(value: Sql, cell: Sql, reading: DateReading, zone: string): Sql {
  if (zone === 'UTC' || !reading.hasTime || reading.midnightIsDate) return value;
  return sql`case when contains(${cell}, ':') then ${toUtc(value, zone)} else ${value} end`;
}

// The fraction of a serial is a local time; a whole serial is a day.
function timedSerial(value: Sql, cell: Sql, reading: DateReading, zone: string): Sql {
  if (zone === 'UTC' || !reading.hasTime) return value;
  return sql`case when regexp_matches(${cell}, '[.]0*[1-9]') then ${toUtc(value, zone)} else ${value} end`;
}

// One separator, one blank before the time, English month names: then a short list of formats reads them all.
function tidied(cell: Sql, shape: DateShape, reading: DateReading): Sql {
  const dated =
    shape === 'ymd' || shape === 'parts'
      ? sql`regexp_replace(${cell}, '^(\\d{1,4})[-/.](\\d{1,2})[-/.](\\d{1,4})[T ,]*', '\\1/\\2/\\3 ')`
      : shape === 'day_month_name'
        ? sql`regexp_replace(${english(cell)}, '^(\\d{1,2})[-/ .]*([A-Za-z]{3})[A-Za-z]*[-/ .,]*(\\d{2,4})[T ,]*', '\\1 \\2 \\3 ')`
        : sql`regexp_replace(${english(cell)}, '^([A-Za-z]{3})[A-Za-z]*[.]? (\\d{1,2})[a-z]*,? (\\d{4})[T ,]*', '\\2 \\1 \\3 ')`;
  if (!reading.hasTime) return sql`trim(${dated})`;
  return sql`trim(regexp_replace(upper(${dated}), ' ?([AP])[.]?M[.]?$', ' \\1M'))`;
}

// Month names that other languages write in another way than English, by the English ones; longest first, so that `juin` is not taken for a `jui`.
// prettier-ignore
const foreignMonths: readonly (readonly [string, string])[] = [
  ['Jan', 'januar|janvier|janv|jänner|enero|ene|gennaio|gen|janeiro|januari|styczeń|stycznia|sty'],
  ['Feb', 'februar|feber|février|fevrier|févr|fév|fev|febrero|febbraio|fevereiro|februari|lutego|luty|lut'],
  ['Mar', 'märz|maerz|mär|mrz|mars|marzo|março|marco|maart|mrt|mac|marca|marzec'],
  ['Apr', 'avril|avr|abril|abr|aprile|kwietnia|kwiecień|kwi'],
  ['May', 'mai|mayo|maggio|mag|maio|mei|maj|maja'],
  ['Jun', 'juni|juin|junio|giugno|giu|junho|czerwca|czerwiec|cze'],
  ['Jul', 'juli|juillet|juil|julio|luglio|lug|julho|julai|lipca|lipiec|lip'],
  ['Aug', 'août|aout|agosto|ago|augustus|augusti|agustus|ogos|og|sierpnia|sierpień|sie'],
  ['Sep', 'septembre|sept|septiembre|settembre|set|setembro|september|września|wrzesień|wrz'],
  ['Oct', 'oktober|okt|octobre|octubre|ottobre|ott|outubro|out|października|październik|paź'],
  ['Nov', 'noviembre|novembre|novembro|november|nopember|listopada|listopad|lis'],
  ['Dec', 'dezember|dez|décembre|decembre|déc|diciembre|dic|dicembre|dezembro|disember|dis|december|desember|des|grudnia|grudzień|gru'],
];

function english(cell: Sql): Sql {
  return foreignMonths.reduce(
    (text, [month, words]) =>
      sql`regexp_replace(${text}, ${literal(`(^|[^\\p{L}])(?:${words})([^\\p{L}]|$)`)}, ${literal(`\\1${month}\\2`)}, 'i')`,
    sql`regexp_replace(${cell}, ' de ', ' ', 'gi')`,
  );
}

function formatsOf(shape: DateShape, reading: DateReading): Sql {
  const dates = shape.endsWith('name') || shape === 'month_name_day' ? named(reading) : numbered(shape, reading);
  const times = reading.hasTime ? ['', ' %H:%M', ' %H:%M:%S', ' %H:%M:%S.%f', ' %I:%M %p', ' %I:%M:%S %p'] : [''];
  const all = dates.flatMap((date) => times.map((time) => literal(date + time)));
  return sql`[${join(all)}]`;
}

function named(reading: DateReading): readonly string[] {
  return reading.twoDigitYears ? ['%d %b %y', '%d %b %Y'] : ['%d %b %Y'];
}

function numbered(shape: DateShape, reading: DateReading): readonly string[] {
  if (shape === 'ymd') return ['%Y/%m/%d'];
  const order = reading.order === 'mdy' ? '%m/%d/' : '%d/%m/';
  return reading.twoDigitYears ? [`${order}%y`, `${order}%Y`] : [`${order}%Y`];
}
