import { fiscalQuarterAt } from '../model/fiscal';
import type { Settings } from '../model/settings';

/** Formats by zone: one takes as long to make as a hundred days to write. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** Local calendar day of a UTC instant, `YYYY-MM-DD`. */
export function localDay(instant: string, zone: string): string {
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
  formats.set(zone, format);
  return format.format(new Date(instant));
}

interface Period {
  readonly from: string;
  readonly to: string;
}

/** The fiscal quarter a day lies in, as a half-open period. */
export function fiscalQuarterOf(day: string, settings: Settings): Period {
  return fiscalQuarterAt(day, settings);
}

/** The last four fiscal quarters that are over on a day, as a half-open period; a quarter is over on its last day. */
export function lastFourQuarters(day: string, settings: Settings): Period {
  const tomorrow = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
  return { from: fiscalQuarterAt(tomorrow, settings, -4).from, to: fiscalQuarterAt(tomorrow, settings, -1).to };
}
