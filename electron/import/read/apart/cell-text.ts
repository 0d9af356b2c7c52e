const dayMs = 86_400_000;
const epoch1900 = Date.UTC(1899, 11, 30);
const epoch1904 = Date.UTC(1904, 0, 1);
/** The day that never was: the old system counts 29 February 1900. */
const phantomDay = 60;

/** A spreadsheet's day count as text: `2026-03-01`, `2026-03-01 09:30:00`, or a bare time for a count below one day. */
export function textOfSerial(serial: number, is1904: boolean): string {
  if (!Number.isFinite(serial)) return String(serial);
  if (serial >= 0 && serial < 1) return timeText(Math.round(serial * dayMs));
  const shifted = !is1904 && serial < phantomDay ? serial + 1 : serial;
  return textOfInstant((is1904 ? epoch1904 : epoch1900) + Math.round(shifted * dayMs), is1904);
}

/** A moment that stands for a wall clock, as text; a moment of the system's first day is a bare time. */
function textOfInstant(ms: number, is1904: boolean): string {
  if (Number.isNaN(ms)) return '';
  const day = Math.floor(ms / dayMs) * dayMs;
  if (day === (is1904 ? epoch1904 : epoch1900)) return timeText(ms - day);
  const text = dayText(day);
  return ms === day ? text : `${text} ${timeText(ms - day)}`;
}

const mostDays = 20_000;
const days = new Map<number, string>();

/** A day as `2026-03-01`; days come again and again in a column, so those met are kept. */
function dayText(day: number): string {
  const known = days.get(day);
  if (known !== undefined) return known;
  const date = new Date(day).toISOString().replace(/T.*$/, '').replace(/^\+/, '');
  if (days.size < mostDays) days.set(day, date);
  return date;
}

/** Milliseconds after midnight as `09:30:00`, with thousandths where there are any. */
function timeText(ms: number): string {
  const text = new Date(ms % dayMs).toISOString().slice(11, 23);
  return text.endsWith('.000') ? text.slice(0, 8) : text;
}

/** True for a number format that shows a day or a time. */
export function isDateFormat(format: string): boolean {
  const bare = format
    .replace(/\[(?:h+|m+|s+)\]/gi, 'h')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/"[^"]*"|\\.|_.|\*./g, '');
  return /[ymdhs]/i.test(bare) && !/general/i.test(bare);
}
