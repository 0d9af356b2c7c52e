import type { Settings } from '../model/settings';

/** Local calendar day of a UTC instant, `YYYY-MM-DD`. */
export function localDay(instant: string, zone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(new Date(instant));
}

/** The fiscal quarter a day lies in, as a half-open period. */
export function fiscalQuarterOf(day: string, settings: Settings): { readonly from: string; readonly to: string } {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const into = (month - settings.fiscal_start_month + 12) % 3;
  const first = (months: number) => new Date(Date.UTC(year, month - 1 - into + months, 1)).toISOString().slice(0, 10);
  return { from: first(0), to: first(3) };
}
