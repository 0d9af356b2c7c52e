import { join, literal, sql } from '../db/sql';
import type { Sql } from '../db/sql';

const day = 86_400_000;
const fallsBack = new Map<string, readonly number[]>();

/** UTC instant of a local time in a zone: in a gap it moves forward by the gap, in an overlap the earlier offset is taken. Source: domain specification 1.3. */
export function toUtc(local: Sql, zone: string): Sql {
  if (zone === 'UTC') return local;
  const later = sql`timezone('UTC', timezone(${literal(zone)}, ${local}))`;
  const steps = stepsBack(zone);
  if (steps.length === 0) return later;
  // The database takes the later of two instants that show the same local time; the earlier one is tried first.
  const tries = steps.map((minutes) => {
    const earlier = sql`${later} - to_minutes(${literal(minutes)})`;
    return sql`when timezone(${literal(zone)}, timezone('UTC', ${earlier})) = ${local} then ${earlier}`;
  });
  return sql`case ${join(tries, ' ')} else ${later} end`;
}

/** Sizes in minutes of the steps back that a zone's clock has made or will make between 1960 and 2060; empty where it never does. */
function stepsBack(zone: string): readonly number[] {
  const known = fallsBack.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  const steps = new Set<number>();
  let before: number | null = null;
  for (let at = Date.UTC(1960, 0, 1); at < Date.UTC(2060, 0, 1); at += 5 * day) {
    const offset = offsetAt(format, at);
    if (before !== null && offset < before) steps.add(before - offset);
    before = offset;
  }
  const found = [...steps].sort((a, b) => b - a);
  fallsBack.set(zone, found);
  return found;
}

function offsetAt(format: Intl.DateTimeFormat, at: number): number {
  const name = format.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  const match = /GMT(?:([+-])(\d{1,2}):?(\d{2})?)?/.exec(name);
  if (!match?.[1]) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return match[1] === '-' ? -minutes : minutes;
}
