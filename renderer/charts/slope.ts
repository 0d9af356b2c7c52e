import type { Locale, Unit } from '../i18n/format';
import { format } from '../i18n/format';
import { setApart } from './apart';
import { figuresFor, gridOf, hiddenAxis, scaleFor } from './axis';
import { fullDot, hairline, hollowDot, line, text } from './draw';
import type { ChartOption, Shape } from './echarts';
import type { Plot } from './layers';
import { backdrop, markSeries } from './layers';
import type { Area, Mark } from './mark';
import type { Table } from './table';
import { numbersOf, textsOf, unitOf } from './table';
import type { Marks } from './theme';

export interface SlopeOptions {
  /** Column that names the lines. */
  readonly category: string;
  readonly selected?: string | null | undefined;
  readonly currency?: string | undefined;
  /** Decimals of the figures, where their unit has too few to tell the two sides apart. */
  readonly decimals?: number | undefined;
}

export interface SlopeWords {
  readonly nameOf: (category: string | null) => string;
  /** Heads of the two sides: `Q2 FY26`, `Q3 FY26` */
  readonly before: string;
  readonly after: string;
}

/** Names that can stand beside the lines without touching; beyond, only the selected one is named. */
export const mostNamed = 16;

/** Two periods of each category joined by a line: the earlier one hollow, the later filled; with their intervals where `before_lower`, `before_upper`, `after_lower`, `after_upper` are there. Needs `before` and `after`. */
export function slope(
  table: Table,
  options: SlopeOptions,
  words: SlopeWords,
  locale: Locale,
  marks: Marks,
): ChartOption {
  const unit = unitOf(table, 'after') ?? 'ratio';
  const lines = linesOf(table, options, words, locale, unit);
  const scale = scaleFor(
    unit,
    lines.flatMap(({ before, after, limits }) => [before, after, ...limits.flat()]),
  );
  const frame: Area = { x: [0, 1], y: [scale.min, scale.max] };
  const sides = sidesFor(lines);
  const asides = asidesOf(lines);
  return {
    grid: gridOf(sides.left + 18, sides.right + 18, 30, 8),
    xAxis: hiddenAxis(0, 1),
    yAxis: hiddenAxis(scale.min, scale.max),
    series: [
      backdrop(frame, (plot) => [
        hairline(plot.left, plot.top - 8, plot.left, plot.bottom, marks.grid),
        hairline(plot.right, plot.top - 8, plot.right, plot.bottom, marks.grid),
        text(plot.left, plot.top - 18, words.before, { fill: marks.ink3, align: 'center' }, marks),
        text(plot.right, plot.top - 18, words.after, { fill: marks.ink3, align: 'center' }, marks),
        ...sideNames(plot, lines, sides, marks),
      ]),
      markSeries(
        frame,
        lines.map(({ mark }) => mark),
        (i, plot) => lineShapes(plot, lines[i], { crowded: lines.length > mostNamed, aside: asides[i] ?? 0 }, marks),
      ),
    ],
  };
}

interface Line {
  readonly before: number;
  readonly after: number;
  readonly beforeText: string;
  readonly afterText: string;
  /** From where to where the two values may lie; missing where there is no interval. */
  readonly limits: readonly (readonly [number, number])[];
  readonly selected: boolean;
  readonly mark: Mark;
}

function linesOf(table: Table, options: SlopeOptions, words: SlopeWords, locale: Locale, unit: Unit): Line[] {
  const names = textsOf(table, options.category);
  const [befores, afters] = [numbersOf(table, 'before'), numbersOf(table, 'after')];
  const limits = (['before', 'after'] as const).map((side) => [
    numbersOf(table, `${side}_lower`),
    numbersOf(table, `${side}_upper`),
  ]);
  const { decimals } = options;
  const written = decimals === undefined ? {} : { decimals };
  const figures = figuresFor(unit, [...befores, ...afters], locale, written);
  const money = { currency: options.currency, compact: true, ...written };
  return names.flatMap((category, i): Line[] => {
    const [before = NaN, after = NaN] = [befores[i], afters[i]];
    if (Number.isNaN(before) && Number.isNaN(after)) return [];
    const side = (value: number): string => (Number.isNaN(value) ? '' : figures.text(value));
    return [
      {
        before,
        after,
        beforeText: side(before),
        afterText: side(after),
        limits: limits.map(([lower, upper]) => [lower?.[i] ?? NaN, upper?.[i] ?? NaN]),
        selected: options.selected !== undefined && options.selected === category,
        mark: {
          where: { [options.category]: category },
          name: words.nameOf(category),
          lines: [
            `${words.before} ${format(unit, before, locale, money)}`,
            `${words.after} ${format(unit, after, locale, money)}`,
          ],
          cell: [i, 0],
          area: {
            x: Number.isNaN(after) ? [0, 0] : [1, 1],
            y: Number.isNaN(after) ? [before, before] : [after, after],
          },
        },
      },
    ];
  });
}

/** Room for what stands beside the lines at either side, in px. */
interface Sides {
  readonly left: number;
  readonly right: number;
  /** Names stand at both sides, or at the right alone, where there is more room for long ones. */
  readonly twice: boolean;
  /** Of one label and the next. */
  readonly gap: number;
}

/** Of a name at the size of captions, in px, as most are. */
const letter = 5.5;
const usualSide = 132;
const longSide = 214;
const [oneLine, twoLines] = [15, 28];

function sidesFor(lines: readonly Line[]): Sides {
  const named = namedOf(lines);
  const names = named.map(({ mark }) => mark.name);
  const figure = figureRoom(lines.flatMap(({ beforeText, afterText }) => [beforeText, afterText]));
  const isLong = (room: number): boolean => names.some((name) => name.length * letter > room - figure);
  if (!isLong(usualSide)) return { left: usualSide, right: usualSide, twice: true, gap: oneLine };
  if (named.some(({ after }) => Number.isNaN(after)))
    return { left: usualSide, right: usualSide, twice: true, gap: twoLines };
  return { left: figure, right: longSide, twice: false, gap: isLong(longSide) ? twoLines : oneLine };
}

function figureRoom(figures: readonly string[]): number {
  return 6 + 6.2 * Math.max(0, ...figures.map((figure) => figure.length));
}

function namedOf(lines: readonly Line[]): readonly Line[] {
  return lines.length <= mostNamed ? lines : lines.filter(({ selected }) => selected);
}

function sideNames(plot: Plot, lines: readonly Line[], sides: Sides, marks: Marks): Shape[] {
  const named = namedOf(lines);
  const wrap = sides.gap === twoLines ? ('about' as const) : undefined;
  const look = ({ selected }: Line) => ({
    fill: selected ? marks.markSelected : marks.ink,
    weight: selected ? marks.font.medium : marks.font.regular,
  });
  const placed = (side: 'before' | 'after') => {
    const there = named.filter((each) => !Number.isNaN(each[side]));
    const wanted = there.map((each) => plot.y(each[side]));
    const at = setApart(wanted, sides.gap, plot.top, plot.bottom);
    const room = figureRoom(there.map((each) => each[`${side}Text`]));
    const width = (side === 'before' ? sides.left : sides.right) - room;
    return there.map((each, i) => ({
      each,
      y: at[i] ?? 0,
      room,
      own: look(each),
      name: { ...look(each), width, wrap },
    }));
  };
  // The figure stands by itself, so that a long name goes on in a second line and what it is about stays beside the line.
  return [
    ...placed('before').flatMap(({ each, y, room, own, name }) => [
      text(plot.left - 12, y, each.beforeText, { ...own, align: 'right' }, marks),
      ...(sides.twice ? [text(plot.left - 12 - room, y, each.mark.name, { ...name, align: 'right' }, marks)] : []),
    ]),
    ...placed('after').flatMap(({ each, y, room, own, name }) => [
      text(plot.right + 12, y, each.afterText, own, marks),
      text(plot.right + 12 + room, y, each.mark.name, name, marks),
    ]),
  ];
}

/** How far inward the last of many lines begins, in px: further and they would run past each other. */
const mostAside = 7 * mostNamed;

// Intervals stand beside each other where they would lie on each other, and clear of the names; px inward from the edges.
function asidesOf(lines: readonly Line[]): readonly number[] {
  const lanes = lanesOf(lines);
  const width = Math.min(7, mostAside / (1 + Math.max(0, ...lanes)));
  return lanes.map((lane) => lane * width);
}

// For each line the first lane that is free for its intervals at both sides.
function lanesOf(lines: readonly Line[]): readonly number[] {
  const taken: Line[][] = [];
  return lines.map((each) => {
    const free = taken.findIndex((others) => !others.some((other) => meet(each, other)));
    const lane = free < 0 ? taken.length : free;
    taken[lane] = [...(taken[lane] ?? []), each];
    return lane;
  });
}

function meet(one: Line, other: Line): boolean {
  return one.limits.some(([lower, upper], side) => {
    const [otherLower = NaN, otherUpper = NaN] = other.limits[side] ?? [];
    return lower <= otherUpper && otherLower <= upper;
  });
}

function lineShapes(
  plot: Plot,
  each: Line | undefined,
  { crowded, aside }: { readonly crowded: boolean; readonly aside: number },
  marks: Marks,
): Shape[] {
  if (!each) return [];
  const context = crowded && !each.selected;
  const stroke = each.selected ? marks.markSelected : context ? marks.markContext : marks.mark;
  const [x0, x1] = [plot.left + aside, plot.right - aside];
  const [y0, y1] = [plot.y(each.before), plot.y(each.after)];
  const both = !Number.isNaN(each.before) && !Number.isNaN(each.after);
  return [
    ...(context ? [] : each.limits.flatMap((limit, side) => limitShapes(plot, limit, side === 0 ? x0 : x1, marks))),
    ...(both ? [line(x0, y0, x1, y1, { stroke, width: each.selected ? 1.75 : context ? 1 : 1.25 })] : []),
    ...(context ? [] : ends(each, x0, y0, x1, y1, stroke, marks)),
  ];
}

function limitShapes(plot: Plot, [lower, upper]: readonly [number, number], x: number, marks: Marks): Shape[] {
  if (Number.isNaN(lower) || Number.isNaN(upper)) return [];
  return [line(x, plot.y(lower), x, plot.y(upper), { stroke: marks.whisker.stroke, width: marks.whisker.width })];
}

function ends(each: Line, x0: number, y0: number, x1: number, y1: number, stroke: string, marks: Marks): Shape[] {
  return [
    ...(Number.isNaN(each.before) ? [] : [hollowDot(x0, y0, each.selected ? stroke : marks.markCompare, marks)]),
    ...(Number.isNaN(each.after) ? [] : [fullDot(x1, y1, stroke, marks)]),
  ];
}
