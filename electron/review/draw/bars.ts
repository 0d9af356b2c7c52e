import type { BarsPicture, ColumnsPicture, DotsPicture, GroupsPicture, Point, Tone } from '../content/content';
import type { Locale } from '../../../renderer/i18n/format';
import { paint, sizes } from './layout';
import { axisFor, labelOf } from './scale';
import type { Area, Shape } from './shapes';
import { lineTo, textAt } from './shapes';
import { fitted, widthOf, wrappedTo } from './width';

/** Colour of a mark by the time it stands for. */
function toneColour(tone: Tone): string {
  return { now: paint.accent, before: paint.mark, context: paint.soft, plain: paint.mark }[tone];
}

const around = (points: readonly Point[]): (number | null)[] =>
  points.flatMap(({ value, lower, upper }) => [value, lower, upper]);

/** Upright bars, or dots, with whiskers and their values above; no value axis, a reference dashed. */
export function columnShapes(picture: ColumnsPicture | DotsPicture, area: Area, locale: Locale): readonly Shape[] {
  const { points, unit, currency } = picture;
  const reference = picture.kind === 'dots' ? picture.reference : null;
  const scale = axisFor(unit, [...around(points), reference?.value ?? null], picture.kind === 'columns');
  const step = area.width / Math.max(1, points.length);
  const names = points.map(({ name }) => wrappedTo(name, 3, step - 8, sizes.small));
  const lines = Math.max(1, ...names.map(({ length }) => length));
  const room = { top: area.y + 28, bottom: area.y + area.height - 24 - lines * 16 };
  const y = (value: number): number =>
    room.bottom - ((value - scale.min) / (scale.max - scale.min)) * (room.bottom - room.top);
  const dashed: Shape[] = reference
    ? [
        lineTo(area.x, y(reference.value), area.x + area.width, y(reference.value), paint.mark, 1.5, '5 4'),
        textAt(
          area.x,
          y(reference.value) - 8,
          `${reference.name} ${labelOf(unit, reference.value, locale, currency)}`,
          { size: sizes.small, fill: paint.ink2 },
        ),
      ]
    : [];
  return [
    ...dashed,
    ...points.flatMap((point, i): Shape[] => {
      const x = area.x + step * (i + 0.5);
      return [...markShapes(point, picture, x, step, y, locale), ...underShapes(point, names[i] ?? [], x, room.bottom)];
    }),
    lineTo(area.x, y(scale.min), area.x + area.width, y(scale.min), paint.axis),
  ];
}

function underShapes(point: Point, name: readonly string[], x: number, bottom: number): Shape[] {
  const look = { size: sizes.small, anchor: 'middle' as const };
  return [
    ...name.map((text, k) => textAt(x, bottom + 18 + k * 16, text, { ...look, fill: paint.ink })),
    textAt(x, bottom + 20 + name.length * 16, point.under, { ...look, fill: paint.ink3 }),
  ];
}

function markShapes(
  point: Point,
  { kind, unit, currency }: ColumnsPicture | DotsPicture,
  x: number,
  step: number,
  y: (value: number) => number,
  locale: Locale,
): Shape[] {
  if (point.value === null) return [];
  const top = Math.min(y(point.value), point.upper === null ? Infinity : y(point.upper));
  const bold = point.tone !== 'context';
  const bar = Math.min(90, step * 0.64);
  const line = whisker(point, (value) => [x, y(value)]);
  const label = labelOf(unit, point.value, locale, currency);
  const weight = bold ? 600 : 400;
  const text = textAt(x, top - 8, label, {
    size: [18, sizes.label].find((size) => bold && widthOf(label, size, weight) < step - 4) ?? sizes.small,
    fill: point.weak ? paint.ink3 : paint.ink,
    anchor: 'middle',
    weight,
  });
  if (kind === 'dots') {
    const dot: Shape = {
      kind: 'dot',
      x,
      y: y(point.value),
      r: 7,
      fill: point.weak ? paint.page : paint.mark,
      stroke: point.weak ? paint.thin : paint.mark,
    };
    return [...line, dot, text];
  }
  const box: Shape = {
    kind: 'box',
    x: x - bar / 2,
    y: Math.min(y(point.value), y(0)),
    width: bar,
    height: Math.abs(y(point.value) - y(0)),
    fill: point.weak ? paint.band : toneColour(point.tone),
    ...(point.weak && { stroke: paint.thin }),
  };
  return [box, ...line, text];
}

function whisker({ lower, upper }: Point, at: (value: number) => readonly [number, number]): Shape[] {
  if (lower === null || upper === null) return [];
  const [[x1, y1], [x2, y2]] = [at(lower), at(upper)];
  return [lineTo(x1, y1, x2, y2, paint.page, 5), lineTo(x1, y1, x2, y2, paint.ink, 2)];
}

/** Room for the names at the left of lying marks. */
function namesWidth(names: readonly string[], area: Area): number {
  return Math.min(area.width * 0.34, Math.max(60, ...names.map((name) => widthOf(name, sizes.label))) + 16);
}

/** Lying bars with whiskers, value and count at the right. */
export function barShapes({ points, unit, currency }: BarsPicture, area: Area, locale: Locale): readonly Shape[] {
  const names = namesWidth(
    points.map(({ name }) => name),
    area,
  );
  const right = 128;
  const scale = axisFor(unit, around(points));
  const x = (value: number): number =>
    area.x + names + ((value - scale.min) / (scale.max - scale.min)) * (area.width - names - right);
  const row = Math.min(56, area.height / Math.max(1, points.length));
  return points.flatMap((point, i): Shape[] => {
    const y = area.y + row * (i + 0.5);
    const name = textAt(area.x, y + 6, fitted(point.name, names - 12, sizes.label), {
      size: sizes.label,
      fill: paint.ink,
    });
    if (point.value === null) return [name];
    return [
      name,
      {
        kind: 'box',
        x: Math.min(x(0), x(point.value)),
        y: y - row * 0.32,
        width: Math.abs(x(point.value) - x(0)),
        height: row * 0.64,
        fill: point.weak ? paint.band : toneColour(point.tone),
      },
      ...whisker(point, (value) => [x(value), y]),
      textAt(area.x + area.width - 52, y + 6, labelOf(unit, point.value, locale, currency), {
        size: sizes.label,
        fill: paint.ink,
        anchor: 'end',
        weight: 600,
      }),
      textAt(area.x + area.width, y + 6, point.under, { size: sizes.small, fill: paint.ink3, anchor: 'end' }),
    ];
  });
}

/** Colours of several bars a group, in order. */
const groupColours = [paint.mark, paint.soft, paint.compare, paint.accent] as const;

/** Several upright bars a group, named below, their series named above. */
export function groupShapes(
  { names, series, stacked, unit, currency }: GroupsPicture,
  area: Area,
  locale: Locale,
): readonly Shape[] {
  const sums = names.map((_, i) => series.reduce((sum, { values }) => sum + (values[i] ?? 0), 0));
  const scale = axisFor(unit, stacked ? sums : series.flatMap(({ values }) => values));
  const room = { top: area.y + 56, bottom: area.y + area.height - 40 };
  const y = (value: number): number =>
    room.bottom - ((value - scale.min) / (scale.max - scale.min)) * (room.bottom - room.top);
  const step = area.width / Math.max(1, names.length);
  const bar = stacked ? Math.min(90, step * 0.6) : Math.min(80, (step * 0.8) / Math.max(1, series.length));
  let keyX = area.x;
  const key = series.flatMap(({ name }, s): Shape[] => {
    const at = keyX;
    keyX += widthOf(name, sizes.label) + 52;
    return [
      { kind: 'box', x: at, y: area.y + 2, width: 14, height: 14, fill: groupColours[s] ?? paint.mark },
      textAt(at + 22, area.y + 15, name, { size: sizes.label, fill: paint.ink2 }),
    ];
  });
  const bars = names.flatMap((name, i): Shape[] => {
    const middle = area.x + step * (i + 0.5);
    let below = 0;
    return [
      textAt(middle, room.bottom + 20, fitted(name, step - 6, sizes.small), {
        size: sizes.small,
        fill: paint.ink,
        anchor: 'middle',
      }),
      ...series.flatMap(({ values }, s): Shape[] => {
        const value = values[i] ?? null;
        if (value === null) return [];
        const x = stacked ? middle - bar / 2 : middle + (s - series.length / 2) * bar;
        const [from, to] = stacked ? [below, below + value] : [0, value];
        below = to;
        const box: Shape = {
          kind: 'box',
          x: x + 1,
          y: Math.min(y(from), y(to)),
          width: bar - 2,
          height: Math.abs(y(to) - y(from)),
          fill: groupColours[s] ?? paint.mark,
        };
        return [
          box,
          textAt(x + bar / 2, y(to) - 6, labelOf(unit, value, locale, currency), {
            size: sizes.small,
            fill: paint.ink,
            anchor: 'middle',
          }),
        ];
      }),
    ];
  });
  return [...key, ...bars, lineTo(area.x, y(0), area.x + area.width, y(0), paint.axis)];
}
