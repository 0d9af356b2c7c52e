import type { Locale } from '../i18n/format';
import { format, formatPeriod } from '../i18n/format';
import { text } from './draw';
import type { Shape } from './echarts';
import type { Plot } from './layers';
import type { Marks } from './theme';

/** Labels of periods in a row: the year is written on the first and wherever it changes. */
export function periodLabels(periods: readonly (string | null)[], locale: Locale): string[] {
  return periods.map((period, i) => {
    if (period === null) return format('label', null, locale);
    const sameYear = i > 0 && periods[i - 1]?.slice(0, 4) === period.slice(0, 4);
    return formatPeriod(period, locale, { short: sameYear });
  });
}

// Widest figure and letter of the caption size in px; wider than most, so labels never touch.
const letter = 6.4;
const apart = 2;

/** The labels under a plot, each centred on its place; where there is no room the ones that name a year stay. */
export function periodTexts(
  plot: Plot,
  labels: readonly string[],
  at: (index: number) => number,
  marks: Marks,
  drop = 14,
): Shape[] {
  const places = labels.map((label, i) => ({ label, x: at(i), half: (label.length * letter) / 2 }));
  const all = fullest(withRoom(places), withRoom(firstShortened(places)));
  const years = places.filter(({ label }) => label.includes(' '));
  const shown = all.length === places.length || years.length < 3 ? all : withRoom(years);
  return shown.map(({ label, x }) => text(x, plot.bottom + drop, label, { fill: marks.ink2, align: 'center' }, marks));
}

// Where the second one names its year, the first is clear without its own.
function firstShortened(places: readonly Place[]): readonly Place[] {
  const [first, second] = places;
  if (!first || !second?.label.includes(' ')) return places;
  const [label = ''] = first.label.split(' ');
  return [{ ...first, label, half: (label.length * letter) / 2 }, ...places.slice(1)];
}

function fullest(usual: readonly Place[], other: readonly Place[]): readonly Place[] {
  return other.length > usual.length ? other : usual;
}

interface Place {
  readonly label: string;
  readonly x: number;
  readonly half: number;
}

function withRoom(places: readonly Place[]): readonly Place[] {
  let free = -Infinity;
  return places.filter(({ x, half }) => {
    if (x - half < free) return false;
    free = x + half + apart;
    return true;
  });
}
