import { exits, rungs } from '../../../state/ladder';

/** The settings of a workspace as rows of a form: what may be chosen or typed. The engine checks what is put. */
export interface SettingKind {
  readonly key: string;
  /** All that may be chosen; anything may be typed where it is left out. */
  readonly choices?: readonly string[];
  readonly suggestions?: () => readonly string[];
  readonly placeholder?: string;
  readonly whole?: boolean;
  /** Another setting and the value of it with which this one means nothing. */
  readonly needs?: readonly [key: string, never: string];
  /** True for the days between two rungs. */
  readonly window?: boolean;
}

/** The choice that takes a setting back to what it is where nobody says. */
export const usual = 'usual';

const zones = (): readonly string[] => Intl.supportedValuesOf('timeZone');

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const yearEnds = ['last', 'nearest'].flatMap((rule) => weekdays.map((day) => `${rule}-${day}`));

export const calendarSettings: readonly SettingKind[] = [
  { key: 'time_zone', suggestions: zones },
  { key: 'fiscal_start_month', choices: Array.from({ length: 12 }, (_, i) => String(i + 1)) },
  { key: 'fiscal_naming', choices: ['ends', 'starts'] },
  { key: 'fiscal_calendar', choices: ['months', '4-4-5', '4-5-4', '5-4-4'] },
  { key: 'fiscal_year_end', choices: yearEnds, needs: ['fiscal_calendar', 'months'] },
  { key: 'week_start', choices: ['monday', 'sunday'] },
];

export const moneySettings: readonly SettingKind[] = [
  { key: 'currency', suggestions: () => Intl.supportedValuesOf('currency') },
];

export const evidenceSettings: readonly SettingKind[] = [
  { key: 'evidence_n', whole: true },
  { key: 'evidence_expected', whole: true },
  { key: 'evidence_median', whole: true },
  { key: 'evidence_at_risk', whole: true },
];

/** Days within which each shown rung counts as leading to the next. */
export function windowSettings(shownRungs: string): readonly SettingKind[] {
  const rungs = shownRungs.split(',').filter((rung) => rung !== '');
  return rungs
    .slice(1)
    .map((to, i) => ({ key: `window.${rungs[i] ?? ''}.${to}`, placeholder: '90', whole: true, window: true }));
}

const skills = [
  ...['reach', 'qualify', 'handoff', 'discover', 'present', 'propose'],
  ...['close', 'value', 'complex_close', 'follow_up', 'renew', 'expand'],
];

/** Whose work each skill is; the usual role where nothing is chosen. */
export const skillSettings: readonly SettingKind[] = skills.map((name) => ({
  key: `skill.${name}`,
  choices: [usual, 'sdr', 'ae', 'specialist', 'cs', 'off'],
}));

/** What a stage may stand for. */
export const ladderTargets = [...rungs, ...exits];

/** What somebody may be; as the lists say where nothing is chosen. */
export const personRoles = ['sdr', 'ae', 'specialist', 'cs', 'manager', 'other'];
