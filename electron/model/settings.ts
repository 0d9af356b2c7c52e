import { UserError } from './errors';
import { isYearEndRule } from './fiscal';
import { isExit, isRung, rankOf } from './ladder';

/** What a workspace decides once: calendar, money, evidence rule, windows, ladder. Kept in its definitions; a change never deletes anything. */
export interface Settings {
  readonly time_zone: string;
  readonly currency: string;
  readonly fiscal_start_month: number;
  readonly fiscal_naming: 'ends' | 'starts';
  /** Fiscal years of whole months, or of whole weeks by this pattern a quarter. */
  readonly fiscal_calendar: 'months' | '4-4-5' | '4-5-4' | '5-4-4';
  /** The day a year of whole weeks ends on: the last such weekday of the month before the first, or the one nearest that month's end. */
  readonly fiscal_year_end: string;
  readonly week_start: 'monday' | 'sunday';
  readonly evidence_n: number;
  readonly evidence_expected: number;
  readonly evidence_median: number;
  readonly evidence_at_risk: number;
  readonly language: 'en' | 'ms';
  /** Rungs the funnel shows, lowest first. */
  readonly shown_rungs: string;
  /** `option.<metric>.<option>`: what the option is where a question does not say. */
  readonly [option: `option.${string}`]: string | undefined;
  /** `window.<from>.<to>`: days within which the one rung counts as leading to the other. */
  readonly [window: `window.${string}`]: string | undefined;
  /** `checklist.<product family>`, or `checklist.` for deals without one: the needs to record, by comma. */
  readonly [checklist: `checklist.${string}`]: string | undefined;
  /** `role.<rep id>`: the role somebody has where no dated one says otherwise, whatever the files say. */
  readonly [role: `role.${string}`]: string | undefined;
  /** `skill.<skill>`: the role whose work it is, or `off` where it is not measured. */
  readonly [skill: `skill.${string}`]: string | undefined;
  /** `stage.<stage of the source>`: the rung or exit it stands for. */
  readonly [stage: `stage.${string}`]: string | undefined;
}

export const defaultSettings: Settings = {
  time_zone: 'UTC',
  currency: 'USD',
  fiscal_start_month: 1,
  fiscal_naming: 'ends',
  fiscal_calendar: 'months',
  fiscal_year_end: 'last-saturday',
  week_start: 'monday',
  evidence_n: 30,
  evidence_expected: 5,
  evidence_median: 10,
  evidence_at_risk: 5,
  language: 'en',
  shown_rungs: 'lead,qualified,meeting,proposal,won',
};

/** Settings with one of them changed, the text checked; an empty text takes back one that has no default. Throws `unknown_setting` or `bad_setting`. */
export function changeSetting(settings: Settings, key: string, text: string): Settings {
  const value = text.trim();
  const check = checkOf(key);
  if (!check) throw new UserError('unknown_setting', { key });
  const checked = value === '' && !Object.hasOwn(defaultSettings, key) ? '' : check(value);
  if (checked === null) throw new UserError('bad_setting', { key, value: text });
  return { ...settings, [key]: checked };
}

/** Settings of one kind by the rest of their key, such as those of `stage.`; those taken back are not among them. */
export function settingsUnder(settings: Settings, prefix: string): ReadonlyMap<string, string> {
  const found = Object.entries(settings).filter(
    ([key, value]) => key.startsWith(prefix) && value !== undefined && value !== '',
  );
  return new Map(found.map(([key, value]) => [key.slice(prefix.length), String(value)] as const));
}

/** Skills a workspace may give to another role or leave out; pace is everybody's. */
export const skillNames: readonly string[] = [
  'reach',
  'qualify',
  'handoff',
  'discover',
  'present',
  'propose',
  'close',
  'value',
  'complex_close',
  'follow_up',
  'renew',
  'expand',
];

/** What may be said of a skill: whose work it is, or that it is not measured. */
const skillRoles = ['sdr', 'ae', 'specialist', 'cs', 'off'];

/** What somebody may be. */
const personRoles = ['sdr', 'ae', 'specialist', 'cs', 'manager', 'other'];

type Check = (text: string) => string | number | null;

const checks: ReadonlyMap<string, Check> = new Map<string, Check>([
  ['time_zone', (text) => (isTimeZone(text) ? text : null)],
  ['currency', (text) => (/^[A-Za-z]{3}$/.test(text) ? text.toUpperCase() : null)],
  ['fiscal_start_month', (text) => wholeBetween(text, 1, 12)],
  ['fiscal_naming', (text) => oneOf(text, ['ends', 'starts'])],
  ['fiscal_calendar', (text) => oneOf(text, ['months', '4-4-5', '4-5-4', '5-4-4'])],
  ['fiscal_year_end', (text) => (isYearEndRule(text.toLowerCase()) ? text.toLowerCase() : null)],
  ['week_start', (text) => oneOf(text, ['monday', 'sunday'])],
  ['evidence_n', (text) => wholeBetween(text, 1, 10_000)],
  ['evidence_expected', (text) => wholeBetween(text, 0, 1_000)],
  ['evidence_median', (text) => wholeBetween(text, 1, 1_000)],
  ['evidence_at_risk', (text) => wholeBetween(text, 1, 1_000)],
  ['language', (text) => oneOf(text, ['en', 'ms'])],
  ['shown_rungs', (text) => (isLadder(text.split(',')) ? text : null)],
]);

// Kinds a workspace may have any number of, with what may stand behind their prefix.
const kinds: readonly { readonly prefix: string; readonly fits: (name: string) => boolean; readonly check: Check }[] = [
  { prefix: 'option.', fits: (name) => /^[a-z-]+\.[a-z_]+$/.test(name), check: (text) => text },
  {
    prefix: 'window.',
    fits: (name) => isLadder(name.split('.')) && name.split('.').length === 2,
    check: (text) => (/^\d{1,5}d?$/.test(text) || text === 'inf' ? text : null),
  },
  {
    prefix: 'checklist.',
    fits: () => true,
    check: (text) => (text.split(',').every((need) => need.trim() !== '') ? text : null),
  },
  { prefix: 'role.', fits: (name) => name !== '', check: (text) => oneOf(text, personRoles) },
  {
    prefix: 'skill.',
    fits: (name) => skillNames.includes(name),
    check: (text) => oneOf(text, skillRoles),
  },
  { prefix: 'stage.', fits: (name) => name !== '', check: (text) => (isRung(text) || isExit(text) ? text : null) },
];

function checkOf(key: string): Check | undefined {
  const kind = kinds.find(({ prefix, fits }) => key.startsWith(prefix) && fits(key.slice(prefix.length)));
  return checks.get(key) ?? kind?.check;
}

function isLadder(names: readonly string[]): boolean {
  const ranks = names.map((name) => (isRung(name) ? rankOf(name) : -1));
  return ranks.length >= 2 && ranks.every((rank, i) => rank > (ranks[i - 1] ?? -1));
}

function oneOf(text: string, allowed: readonly string[]): string | null {
  return allowed.includes(text) ? text : null;
}

function wholeBetween(text: string, low: number, high: number): number | null {
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  return value >= low && value <= high ? value : null;
}

/** True for the name of a time zone, such as `Asia/Kuala_Lumpur`. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}
