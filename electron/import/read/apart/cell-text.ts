const dayMs = 86_400_000;
const hourMs = 3_600_000;
const epoch1900 = Date.UTC(1899, 11, 30);
const epoch1904 = Date.UTC(1904, 0, 1);
/** The day that never was: the old system counts 29 February 1900. */
const phantomDay = 60;

/** How a look shows a number: as it is, as a day or a time, or as a time that runs on beyond 24 hours. */
export type Look = 'number' | 'moment' | 'elapsed';

/** A spreadsheet's day count as text: `2026-03-01`, `2026-03-01 09:30:00`, a bare time for a count below one day, `30:15:00` for time elapsed. */
export function textOfSerial(serial: number, is1904: boolean, look: Look = 'moment'): string {
  if (!Number.isFinite(serial)) return String(serial);
  if (look === 'elapsed') return elapsedText(Math.round(serial * dayMs));
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

/** Milliseconds as hours, which may be any number, minutes and seconds. */
function elapsedText(ms: number): string {
  const size = Math.abs(ms);
  const hours = String(Math.floor(size / hourMs)).padStart(2, '0');
  return `${ms < 0 ? '-' : ''}${hours}${timeText(size % hourMs).slice(2)}`;
}

/** How a number format shows a number. */
export function lookOf(format: string): Look {
  if (/^[^"]*\[(?:h+|m+|s+)\]/i.test(format)) return 'elapsed';
  const bare = format.replace(/\[[^\]]*\]/g, '').replace(/"[^"]*"|\\.|_.|\*./g, '');
  return /[ymdhs]/i.test(bare) && !/general/i.test(bare) ? 'moment' : 'number';
}
