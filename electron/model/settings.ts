import { UserError } from './errors';

/** What a workspace decides once: calendar, money, evidence rule. Kept in its definitions; a change never deletes anything. */
export interface Settings {
  readonly time_zone: string;
  readonly currency: string;
  readonly fiscal_start_month: number;
  readonly fiscal_naming: 'ends' | 'starts';
  readonly week_start: 'monday' | 'sunday';
  readonly evidence_n: number;
  readonly evidence_expected: number;
  readonly language: 'en' | 'ms';
}

export const defaultSettings: Settings = {
  time_zone: 'UTC',
  currency: 'USD',
  fiscal_start_month: 1,
  fiscal_naming: 'ends',
  week_start: 'monday',
  evidence_n: 30,
  evidence_expected: 5,
  language: 'en',
};

/** Settings with one of them changed, the text checked. Throws `unknown_setting` or `bad_setting`. */
export function changeSetting(settings: Settings, key: string, text: string): Settings {
  if (!(key in defaultSettings)) throw new UserError('unknown_setting', { key });
  const check = checks[key as keyof Settings];
  const value = check(text.trim());
  if (value === null) throw new UserError('bad_setting', { key, value: text });
  return { ...settings, [key]: value };
}

type Check = (text: string) => string | number | null;

const checks: Readonly<Record<keyof Settings, Check>> = {
  time_zone: (text) => (isTimeZone(text) ? text : null),
  currency: (text) => (/^[A-Za-z]{3}$/.test(text) ? text.toUpperCase() : null),
  fiscal_start_month: (text) => wholeBetween(text, 1, 12),
  fiscal_naming: (text) => oneOf(text, ['ends', 'starts']),
  week_start: (text) => oneOf(text, ['monday', 'sunday']),
  evidence_n: (text) => wholeBetween(text, 1, 10_000),
  evidence_expected: (text) => wholeBetween(text, 0, 1_000),
  language: (text) => oneOf(text, ['en', 'ms']),
};

function oneOf(text: string, allowed: readonly string[]): string | null {
  return allowed.includes(text) ? text : null;
}

function wholeBetween(text: string, low: number, high: number): number | null {
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  return value >= low && value <= high ? value : null;
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}
