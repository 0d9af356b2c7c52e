import type { Settings } from '../model/settings';

/** Local calendar day of a UTC instant, `YYYY-MM-DD`. */
export function localDay(instant: string, zone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(new Date(instant));
}

interface Period {
  readonly from: string;
  readonly to: string;
}

/** The fiscal quarter a day lies in, as a half-open period. */
export function fiscalQuarterOf(day: string, settings: Settings): Period {
  return quartersAround(day, settings, 0, 3);
}

/** The last four fiscal quarters that are over on a day, as a half-open period; a quarter is over on its last day. */
export function lastFourQuarters(day: string, settings: Settings): Period {
  const tomorrow = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
  return quartersAround(tomorrow, settings, -12, 0);
}

function quartersAround(day: string, settings: Settings, fromMonths: number, toMonths: number): Period {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const into = (month - settings.fiscal_start_month + 12) % 3;
  const first = (months: number) => new Date(Date.UTC(year, month - 1 - into + months, 1)).toISOString().slice(0, 10);
  return { from: first(fromMonths), to: first(toMonths) };
}
