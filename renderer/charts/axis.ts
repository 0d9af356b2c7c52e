import type { FormatOptions, Locale, Unit } from '../i18n/format';
import { format, sharedDecimals } from '../i18n/format';
import type { Marks } from './theme';

/** Ends and ticks of an axis: round numbers, ticks `step` apart from `min` to `max`. */
export interface Scale {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

export interface ScaleWishes {
  /** Bars start at zero; dots need not. */
  readonly zero?: boolean | undefined;
  /** Most steps from end to end; 5 when left out. */
  readonly most?: number | undefined;
}

/** The shortest round scale that holds all values; missing ones do not count. From 0 to 10, or to 100 %, where there are none, and never outside 0 to 100 % for ratios that lie within. */
export function scaleFor(unit: Unit, values: Iterable<number>, wishes: ScaleWishes = {}): Scale {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low > high) [low, high] = [0, unit === 'ratio' ? 1 : 10];
  const within = unit === 'ratio' && low >= 0 && high <= 1;
  if (wishes.zero) [low, high] = [Math.min(low, 0), Math.max(high, 0)];
  const alike = Math.max(1e-12, Math.max(Math.abs(low), Math.abs(high)) * 1e-9);
  if (high - low <= alike) [low, high] = apart(unit, low, wishes.zero ?? false);
  const most = wishes.most ?? 5;
  for (const step of roundSteps(unit, (high - low) / most)) {
    const min = Math.floor(low / step + 1e-9);
    const max = Math.ceil(high / step - 1e-9);
    if (max - min > most) continue;
    const [from, to] = [tidy(min * step), tidy(max * step)];
    return { min: within ? Math.max(0, from) : from, max: within ? Math.min(1, to) : to, step };
  }
  return { min: low, max: high, step: high - low };
}

function apart(unit: Unit, value: number, zero: boolean): [number, number] {
  if (Math.abs(value) <= 1e-12) return [0, unit === 'ratio' ? 0.1 : 1];
  const half = Math.abs(value) / 4;
  return zero ? [Math.min(0, value), Math.max(0, value)] : [value - half, value + half];
}

// 2.5 only where it prints without a decimal: 25 %, 250, but not 2.5.
function* roundSteps(unit: Unit, least: number): Generator<number> {
  const printed = unit === 'ratio' ? 100 : 1;
  const whole = unit === 'count' || unit === 'date';
  for (let power = Math.floor(Math.log10(least)) - 1; power <= Math.log10(least) + 3; power++) {
    for (const digit of [1, 2, 2.5, 5]) {
      const step = tidy(digit * 10 ** power);
      const prints = Math.abs(step * printed - Math.round(step * printed)) < 1e-9;
      if (step < least * (1 - 1e-9) || (digit === 2.5 && !prints) || (whole && step < 1)) continue;
      yield step;
    }
  }
}

function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

/** All tick values of a scale. */
export function ticksOf(scale: Scale): number[] {
  const count = Math.max(0, Math.round((scale.max - scale.min) / scale.step));
  return Array.from({ length: count + 1 }, (_, i) => tidy(scale.min + i * scale.step));
}

/** How the figures of one column or axis are written alike: what they are divided by, and with how many decimals. */
export interface Figures {
  readonly divisor: 1 | 1e3 | 1e6 | 1e9;
  readonly text: (value: number) => string;
}

/** Figures for labels beside marks: percent whole or with one decimal as asked, money of one size with three digits (`4.86` of millions), the rest as the unit has it. */
export function figuresFor(unit: Unit, values: Iterable<number>, locale: Locale, options: FormatOptions = {}): Figures {
  if (unit !== 'money') {
    const written = { ...sharedDecimals(unit, values), ...options };
    return { divisor: 1, text: (value) => format(unit, value, locale, written) };
  }
  const largest = largestOf(values);
  const divisor = divisorFor(largest);
  const size = largest / divisor;
  const decimals = divisor === 1 || size >= 100 ? 0 : size >= 10 ? 1 : 2;
  return { divisor, text: (value) => format('money', value / divisor, locale, { decimals, bare: true, ...options }) };
}

/** What money of that size is divided by, so that a panel can say "RM million" once. */
export function divisorFor(largest: number): Figures['divisor'] {
  if (largest >= 999_500_000) return 1e9;
  if (largest >= 999_500) return 1e6;
  return largest >= 10_000 ? 1e3 : 1;
}

/** Largest absolute value; 0 where there is none. */
export function largestOf(values: Iterable<number>): number {
  let largest = 0;
  for (const value of values) if (Number.isFinite(value)) largest = Math.max(largest, Math.abs(value));
  return largest;
}

/** Text of a tick: as many decimals as the step needs; money of one size, that of the scale or of the figures beside it, the unit in the axis title. */
export function tickText(
  unit: Unit,
  scale: Scale,
  locale: Locale,
  options: FormatOptions = {},
  size: Figures['divisor'] = divisorFor(Math.max(Math.abs(scale.min), Math.abs(scale.max))),
): (value: number) => string {
  const divisor = unit === 'money' ? size : 1;
  const step = unit === 'ratio' ? scale.step * 100 : scale.step / divisor;
  const decimals = decimalsOf(step);
  const bare = unit !== 'ratio';
  return (value) => format(unit, tidy(value / divisor), locale, { decimals, bare, ...options });
}

/** Decimals a step needs, three at most. */
export function decimalsOf(step: number): number {
  const [, fraction = ''] = String(tidy(step)).split('.');
  return Math.min(3, fraction.length);
}

export interface AxisLook {
  readonly position?: 'top' | 'bottom' | 'left' | 'right';
  readonly lines?: boolean;
  readonly title?: string | undefined;
  /** From the plot to the labels in px; 8 when left out. */
  readonly margin?: number;
  /** The last label ends at the end of the axis, where it is wider than the room beside it. */
  readonly within?: boolean;
}

/** Value axis with these ends and ticks; gridlines unless refused, no axis line. */
export function valueAxis(scale: Scale, textOf: (value: number) => string, look: AxisLook = {}) {
  return {
    type: 'value' as const,
    min: scale.min,
    max: scale.max,
    interval: scale.step,
    axisLabel: {
      formatter: textOf,
      margin: look.margin ?? 8,
      showMinLabel: true,
      showMaxLabel: true,
      hideOverlap: true,
      ...(look.within && { alignMinLabel: 'left' as const, alignMaxLabel: 'right' as const }),
    },
    splitLine: { show: look.lines ?? true },
    ...(look.position && { position: look.position }),
    ...(look.title !== undefined && { name: look.title, nameLocation: 'middle' as const, nameGap: 26 }),
  };
}

/** Axis that only places things: not drawn. */
export function hiddenAxis(min: number, max: number, inverse = false) {
  return { type: 'value' as const, min, max, inverse, show: false, splitLine: { show: false } };
}

/** The solid line a picture of bars stands on. */
export function baseline(marks: Marks) {
  return { axisLine: { show: true, lineStyle: { color: marks.axis, width: 1 }, onZero: false } };
}

/** Room around the plot in px; nothing else moves it, so plots of one column line up. */
export function gridOf(left: number, right: number, top: number, bottom: number) {
  return { left, right, top, bottom, containLabel: false, outerBoundsMode: 'none' as const };
}

/** The same with a plot of that width in px, whatever the width of the picture: for cells of a fixed size. */
export function gridOfWidth(left: number, width: number, top: number, bottom: number) {
  return { left, width, top, bottom, containLabel: false, outerBoundsMode: 'none' as const };
}
