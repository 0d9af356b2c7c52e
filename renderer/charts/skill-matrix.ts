import type { Locale } from '../i18n/format';
import { format, formatRange } from '../i18n/format';
import { gridOf, hiddenAxis } from './axis';
import { dot, frameBox, line, strokes, text, whisker } from './draw';
import type { ChartOption, Shape } from './echarts';
import type { Plot } from './layers';
import { markSeries } from './layers';
import type { Mark } from './mark';
import type { Table } from './table';
import { numbersOf, textsOf } from './table';
import type { Marks } from './theme';

/** A column of the matrix. */
export interface SkillColumn {
  readonly id: string;
  /** How its values are written: a rate, money, or a number of events a day. */
  readonly unit: 'ratio' | 'money' | 'index' | 'score';
  /** Decimals of its values; one for numbers of events, none for the others, when left out. */
  readonly decimals?: number | undefined;
  /** `n 168`, `228 d` */
  readonly evidenceOf: (trials: number) => string;
}

export interface SkillMatrixOptions {
  readonly skills: readonly SkillColumn[];
  /** People from top to bottom, as the table beside has them. */
  readonly people: readonly string[];
  readonly selected?: { readonly person: string; readonly skill: string } | null | undefined;
  /** 48 with a whisker in each cell, or 28 without, for many people. */
  readonly rowHeight?: 48 | 28 | undefined;
}

export interface SkillMatrixWords {
  readonly nameOf: (person: string) => string;
  readonly skillOf: (skill: string) => string;
  /** What a verdict is called: gap, strength, in line, too little evidence. */
  readonly verdictOf: (verdict: string | null) => string;
  /** `peers’ median` */
  readonly reference: string;
}

/** Room between a cell and the next, in px. */
const gap = 5;

/** Cells narrower than this stand closer to their edges; what then has no room is the evidence, which the tooltip has. */
const roomyWidth = 110;
/** Of the evidence in px, at most. */
const letterWidth = 6.4;

/** People by skills, the columns sharing the width of the picture: value and evidence, below them the interval on the column's own axis with the peers' median dashed; gap and strength tinted with their glyph, too little evidence hatched. Needs `rep`, `skill`, `posterior`, `lower`, `upper`, `reference`, `trials`, `verdict`. */
export function skillMatrix(
  table: Table,
  options: SkillMatrixOptions,
  words: SkillMatrixWords,
  locale: Locale,
  marks: Marks,
): ChartOption {
  const cells = cellsOf(table, options);
  const rowHeight = options.rowHeight ?? 48;
  const [rows, columns] = [Math.max(1, options.people.length), Math.max(1, options.skills.length)];
  const frame = { x: [0, columns], y: [0, rows] } as const;
  const spans = options.skills.map(({ unit }, column) =>
    spanOf(
      cells.filter((cell) => cell.column === column),
      unit,
    ),
  );
  return {
    grid: gridOf(0, 0, 0, 0),
    xAxis: hiddenAxis(...frame.x),
    yAxis: hiddenAxis(...frame.y, true),
    series: [
      markSeries(
        frame,
        cells.map((cell) => markOf(cell, words, locale)),
        (i, plot) => {
          const cell = cells[i];
          return cell ? cellShapes(plot, cell, spans[cell.column] ?? [0, 1], rowHeight, options, locale, marks) : [];
        },
      ),
    ],
  };
}

interface Cell {
  readonly row: number;
  readonly column: number;
  readonly person: string;
  readonly skill: SkillColumn;
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  readonly reference: number;
  readonly trials: number;
  readonly verdict: string | null;
}

function cellsOf(table: Table, options: SkillMatrixOptions): Cell[] {
  const [values, lower, upper] = [numbersOf(table, 'posterior'), numbersOf(table, 'lower'), numbersOf(table, 'upper')];
  const [references, trials] = [numbersOf(table, 'reference'), numbersOf(table, 'trials')];
  const [skills, verdicts] = [textsOf(table, 'skill'), textsOf(table, 'verdict')];
  const rowOf = new Map(options.people.map((person, row) => [person, row] as const));
  return textsOf(table, 'rep').flatMap((person, i): Cell[] => {
    const row = person === null ? undefined : rowOf.get(person);
    const column = options.skills.findIndex(({ id }) => id === skills[i]);
    const skill = options.skills[column];
    if (person === null || row === undefined || !skill || Number.isNaN(values[i])) return [];
    return [
      {
        row,
        column,
        person,
        skill,
        value: values[i] ?? NaN,
        lower: lower[i] ?? NaN,
        upper: upper[i] ?? NaN,
        reference: references[i] ?? NaN,
        trials: trials[i] ?? NaN,
        verdict: verdicts[i] ?? null,
      },
    ];
  });
}

// A column in which all lie close together is not spread over its whole width: an axis spans ten points, or a fifth of the level, at least.
function spanOf(cells: readonly Cell[], unit: SkillColumn['unit']): readonly [number, number] {
  const all = cells
    .flatMap(({ value, lower, upper, reference }) => [value, lower, upper, reference])
    .filter(Number.isFinite);
  if (all.length === 0) return [0, 1];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const least = unit === 'ratio' ? 0.1 : Math.max(Math.abs(low + high) / 10, Number.MIN_VALUE);
  const room = Math.max(0, least - (high - low)) / 2;
  return [low - room, high + room];
}

function valueText({ skill, value }: Pick<Cell, 'skill' | 'value'>, locale: Locale): string {
  const { unit } = skill;
  const decimals = skill.decimals ?? (unit === 'ratio' ? 0 : unit === 'money' ? undefined : 1);
  return format(unit, value, locale, { decimals, compact: true });
}

interface Look {
  readonly ink: string;
  readonly weight: number;
  readonly stroke: string;
  readonly fill: string | null;
  readonly glyph: 'down' | 'up' | null;
}

function lookOf(verdict: string | null, marks: Marks): Look {
  const { diverging, font, ink, ink2, ink3 } = marks;
  if (verdict === 'gap')
    return { ink, weight: font.strong, stroke: diverging.low, fill: diverging.lowSoft, glyph: 'down' };
  if (verdict === 'strength')
    return { ink, weight: font.strong, stroke: diverging.high, fill: diverging.highSoft, glyph: 'up' };
  if (verdict === 'too_little')
    return { ink: ink3, weight: font.regular, stroke: marks.markThin, fill: null, glyph: null };
  return { ink, weight: font.regular, stroke: ink2, fill: null, glyph: null };
}

function cellShapes(
  plot: Plot,
  cell: Cell,
  span: readonly [number, number],
  rowHeight: number,
  options: SkillMatrixOptions,
  locale: Locale,
  marks: Marks,
): Shape[] {
  const [x0, y0] = [Math.round(plot.x(cell.column)), Math.round(plot.y(cell.row)) + (rowHeight > 28 ? 4 : 1)];
  const [x1, y1] = [
    Math.round(plot.x(cell.column + 1)) - gap,
    Math.round(plot.y(cell.row + 1)) - (rowHeight > 28 ? 4 : 1),
  ];
  const look = lookOf(cell.verdict, marks);
  const lineY = rowHeight > 28 ? y0 + 13 : (y0 + y1) / 2;
  const label = valueText(cell, locale);
  const evidence = cell.skill.evidenceOf(cell.trials);
  const side = x1 - x0 < roomyWidth ? 5 : 8;
  const end = x0 + side + widthOf(label) + (look.glyph ? side + 7 : 0);
  const fits = end + 3 <= x1 - side - evidence.length * letterWidth;
  const chosen = options.selected?.person === cell.person && options.selected.skill === cell.skill.id;
  return [
    ...(look.fill === null ? [] : [round(x0, y0, x1, y1, look.fill)]),
    ...(cell.verdict === 'too_little' ? [weakHatch(x0, y0, x1, y1, marks)] : []),
    text(x0 + side, lineY, label, { fill: look.ink, size: marks.font.body, weight: look.weight }, marks),
    ...(look.glyph ? [glyphOf(x0 + 2 + 2 * side + widthOf(label), lineY, look.glyph, look.stroke)] : []),
    ...(fits ? [text(x1 - side, lineY, evidence, { fill: marks.ink3, align: 'right' }, marks)] : []),
    ...(rowHeight > 28 ? intervalShapes(x0 + side, x1 - side, y0 + 28, cell, span, look, marks) : []),
    ...(chosen ? [frameBox(x0, y0, x1, y1, marks.markSelected, 2)] : []),
  ];
}

// Of a bold figure of the body size in px: the marks beside it must not depend on what the renderer can measure.
function widthOf(label: string): number {
  const widths: Readonly<Record<string, number>> = { '%': 12.5, '.': 4, ',': 4, ' ': 4 };
  return [...label].reduce((sum, letter) => sum + (widths[letter] ?? 8.6), 0);
}

function round(x0: number, y0: number, x1: number, y1: number, fill: string): Shape {
  return { type: 'rect', shape: { x: x0, y: y0, width: x1 - x0, height: y1 - y0, r: 3 }, style: { fill } };
}

// Lighter than the hatch of a bar and without a border: the figure stays the thing to read.
function weakHatch(x0: number, y0: number, x1: number, y1: number, marks: Marks): Shape {
  const lines: string[] = [];
  for (let sum = Math.ceil((x0 + y0) / 9) * 9; sum < x1 + y1; sum += 9) {
    const [from, to] = [Math.max(x0, sum - y1), Math.min(x1, sum - y0)];
    if (to > from) lines.push(`M${from} ${sum - from}L${to} ${sum - to}`);
  }
  return strokes(lines.join(''), { stroke: marks.line, width: 1 });
}

function glyphOf(x: number, y: number, glyph: 'down' | 'up', fill: string): Shape {
  const tip = glyph === 'down' ? 4 : -4;
  const points: [number, number][] = [
    [x - 4.5, y - tip],
    [x + 4.5, y - tip],
    [x, y + tip],
  ];
  return { type: 'polygon', shape: { points }, style: { fill } };
}

function intervalShapes(
  x0: number,
  x1: number,
  y: number,
  cell: Cell,
  [low, high]: readonly [number, number],
  { stroke }: Look,
  marks: Marks,
): Shape[] {
  const at = (value: number): number => x0 + ((value - low) / (high - low)) * (x1 - x0);
  const reference = Math.round(at(cell.reference)) + 0.5;
  const weak = cell.verdict === 'too_little';
  return [
    ...(Number.isNaN(cell.reference)
      ? []
      : [line(reference, y - 4, reference, y + 5, { ...marks.reference, dash: [2, 1.5] })]),
    ...(Number.isNaN(cell.lower) || Number.isNaN(cell.upper)
      ? []
      : [whisker(at(cell.lower), at(cell.upper), y, { stroke, width: marks.whisker.width })]),
    dot(at(cell.value), y, {
      fill: weak ? marks.page : stroke,
      rim: stroke,
      rimWidth: weak ? 1 : 0,
      radius: 2.75,
    }),
  ];
}

function markOf(cell: Cell, words: SkillMatrixWords, locale: Locale): Mark {
  const { unit } = cell.skill;
  const decimals = cell.skill.decimals ?? (unit === 'ratio' || unit === 'money' ? undefined : 1);
  const range = { compact: true, decimals };
  return {
    where: { rep: cell.person, skill: cell.skill.id },
    name: `${words.nameOf(cell.person)} · ${words.skillOf(cell.skill.id)}`,
    lines: [
      `${format(unit, cell.value, locale, range)} · ${words.verdictOf(cell.verdict)}`,
      ...(Number.isNaN(cell.lower) ? [] : [formatRange(unit, cell.lower, cell.upper, locale, range)]),
      cell.skill.evidenceOf(cell.trials),
      ...(Number.isNaN(cell.reference) ? [] : [`${words.reference} ${format(unit, cell.reference, locale, range)}`]),
    ],
    cell: [cell.row, cell.column],
    area: { x: [cell.column, cell.column + 1], y: [cell.row, cell.row + 1] },
  };
}
