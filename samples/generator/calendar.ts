/* Time in the sample is local (Asia/Kuala_Lumpur, UTC+8 all year): a day is a whole number since 1970, a moment is local seconds since 1970. */
import type { Draw } from './random';

/** Seconds of a day. */
export const DAY = 86_400;

/** Day number of `YYYY-MM-DD`. */
export function dayOf(date: string): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / 86_400_000);
}

/** First day of the data. */
export const FIRST_DAY = dayOf('2024-04-01');

/** Last day of the data, included. */
export const LAST_DAY = dayOf('2026-09-30');

/** Last moment at which anything may have happened: 18:30 on the last day. */
export const END = LAST_DAY * DAY + 18.5 * 3600;

/** Days a stage is given before a deal counts as mature. */
export const MATURE_DAYS = 90;

const dateTexts = new Map<number, string>();

/** `YYYY-MM-DD` of a day number. */
export function dateText(day: number): string {
  let text = dateTexts.get(day);
  if (text === undefined) {
    text = new Date(day * 86_400_000).toISOString().slice(0, 10);
    dateTexts.set(day, text);
  }
  return text;
}

const twoDigits = Array.from({ length: 60 }, (_, i) => String(i).padStart(2, '0'));

/** ISO instant with the zone's offset. */
export function instantText(moment: number): string {
  const day = Math.floor(moment / DAY);
  const second = Math.floor(moment - day * DAY);
  const hours = twoDigits[Math.floor(second / 3600)];
  const minutes = twoDigits[Math.floor(second / 60) % 60];
  return `${dateText(day)}T${hours}:${minutes}:${twoDigits[second % 60]}+08:00`;
}

/** Day a moment falls on. */
export function dayAt(moment: number): number {
  return Math.floor(moment / DAY);
}

// Public holidays as the invented company keeps them (dates that follow the moon are approximate).
const holidays = new Set(
  [
    '2024-04-10 2024-04-11 2024-05-01 2024-05-22 2024-06-03 2024-06-17 2024-07-08 2024-09-16 2024-10-31 2024-12-25',
    '2025-01-01 2025-01-29 2025-01-30 2025-02-11 2025-03-31 2025-04-01 2025-05-01 2025-05-12 2025-06-02 2025-06-27',
    '2025-09-01 2025-09-05 2025-09-16 2025-10-20 2025-12-25 2026-01-01 2026-02-17 2026-02-18 2026-03-20 2026-03-23',
    '2026-05-01 2026-05-27 2026-06-01 2026-06-17 2026-08-31 2026-09-16',
  ].flatMap((line) => line.split(' ').map(dayOf)),
);

/** True from Monday to Friday outside public holidays. */
export function isWorkday(day: number): boolean {
  const weekday = (day + 4) % 7;
  return weekday !== 0 && weekday !== 6 && !holidays.has(day);
}

/** A span of the year in which business runs above (> 1) or below (< 1) its usual level. */
export interface Season {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly factor: number;
  readonly schoolsOnly: boolean;
}

function season(name: string, from: string, to: string, factor: number, schoolsOnly = false): Season {
  return { name, from: dayOf(from), to: dayOf(to), factor, schoolsOnly };
}

/** All planted seasons, `to` not included. */
export const seasons: readonly Season[] = [
  season('Hari Raya', '2024-04-05', '2024-04-20', 0.4),
  season('Ramadan', '2025-03-02', '2025-03-29', 0.75),
  season('Hari Raya', '2025-03-29', '2025-04-12', 0.4),
  season('Ramadan', '2026-02-19', '2026-03-18', 0.75),
  season('Hari Raya', '2026-03-18', '2026-04-01', 0.4),
  season('Chinese New Year', '2025-01-27', '2025-02-03', 0.55),
  season('Chinese New Year', '2026-02-14', '2026-02-19', 0.55),
  season('Year end', '2024-12-18', '2025-01-03', 0.5),
  season('Year end', '2025-12-18', '2026-01-03', 0.5),
  season('School year opens', '2025-01-20', '2025-03-01', 1.9, true),
  season('School year opens', '2025-12-15', '2026-01-26', 1.9, true),
  season('School mid-year', '2024-08-12', '2024-09-07', 1.5, true),
  season('School mid-year', '2025-08-11', '2025-09-06', 1.5, true),
  season('School mid-year', '2026-08-10', '2026-09-05', 1.5, true),
];

const factors = { all: seasonTable(false), schools: seasonTable(true) };

function seasonTable(schools: boolean): Float64Array {
  const table = new Float64Array(LAST_DAY - FIRST_DAY + 1).fill(1);
  for (let day = FIRST_DAY; day <= LAST_DAY; day++) {
    const open = seasons.filter((s) => day >= s.from && day < s.to);
    const peak = schools ? open.find((s) => s.schoolsOnly) : undefined;
    const factor = peak?.factor ?? Math.min(1, ...open.filter((s) => !s.schoolsOnly).map((s) => s.factor));
    table[day - FIRST_DAY] = factor;
  }
  return table;
}

/** Level of business on a day, 1 outside all seasons; schools have peaks of their own. */
export function seasonFactor(day: number, schools: boolean): number {
  return (schools ? factors.schools : factors.all)[day - FIRST_DAY] ?? 1;
}

/** First workday on or after a day. */
export function workdayFrom(day: number): number {
  let at = day;
  while (!isWorkday(at)) at++;
  return at;
}

/** A moment in office hours of a day. */
export function officeMoment(draw: Draw, day: number): number {
  return day * DAY + 9 * 3600 + draw.below(9 * 3600);
}

/** A moment in office hours about `days` after another, always later than it. */
export function after(draw: Draw, moment: number, days: number): number {
  const day = workdayFrom(dayAt(moment + days * DAY));
  const at = officeMoment(draw, day);
  return at > moment ? at : moment + 300 + draw.below(3600);
}

/** A span of months of the sample: index 0 is the first month, `to` is not included. */
export interface Month {
  readonly index: number;
  readonly from: number;
  readonly to: number;
}

/** The months of the data in order. */
export const months: readonly Month[] = Array.from({ length: 30 }, (_, index) => ({
  index,
  from: monthStart(2024, 3 + index),
  to: monthStart(2024, 4 + index),
}));

/** Day number of the first of a month; `month` counts from 0 and may run over the year. */
export function monthStart(year: number, month: number): number {
  return Math.round(Date.UTC(year, month, 1) / 86_400_000);
}

/** The same day of the month so many months later, clamped to the month's end. */
export function addMonths(day: number, count: number): number {
  const date = new Date(day * 86_400_000);
  const first = monthStart(date.getUTCFullYear(), date.getUTCMonth() + count);
  const last = monthStart(date.getUTCFullYear(), date.getUTCMonth() + count + 1) - 1;
  return Math.min(first + date.getUTCDate() - 1, last);
}
