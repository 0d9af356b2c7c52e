import type { BarsPicture, ColumnsPicture, DotsPicture, GroupsPicture, Point, Tone } from '../content/content';
import type { Locale } from '../../../renderer/i18n/format';
import { paint, sizes } from './layout';
import { axisFor, labelOf, ticksOf } from './scale';
import type { Area, Shape } from './shapes';
import { lineTo, textAt } from './shapes';
import { fitted, widthOf, wrappedTo } from './width';

/** Colour of a mark by the time it stands for. */
export function toneColour(tone: Tone): string {
  return { now: paint.accent, before: paint.mark, context: paint.soft, plain: paint.mark }[tone];
}

const around = (points: readonly Point[]): (number | null)[] =>
  points.flatMap(({ value, lower, upper }) => [value, lower, upper]);

/** Upright bars with whiskers and their values above; no value axis. */
export function columnShapes({ points, unit, currency }: ColumnsPicture, area: Area, locale: Locale): readonly Shape[] {
  const scale = axisFor(unit, around(points));
  const room = { top: area.y + 28, bottom: area.y + area.height - 50 };
  const y = (value: number): number =>
    room.bottom - ((value - Math.min(0, scale.min)) / (scale.max - Math.min(0, scale.min))) * (room.bottom - room.top);
  const step = area.width / Math.max(1, points.length);
  const bar = Math.min(90, step * 0.64);
  return [
    ...points.flatMap((point, i): Shape[] => {
      const x = area.x + step * (i + 0.5);
      const names = wrappedTo(point.name, 2, step - 6, sizes.small);
      const under: Shape[] = [
        ...names.map((text, k) =>
          textAt(x, room.bottom + 18 + k * 16, text, { size: sizes.small, fill: paint.ink, anchor: 'middle' }),
        ),
        textAt(x, room.bottom + 20 + names.length * 16, point.under, {
          size: sizes.small,
          fill: paint.ink3,
          anchor: 'middle',
        }),
      ];
      if (point.value === null) return under;
      const top = Math.min(y(point.value), point.upper === null ? Infinity : y(point.upper));
      const bold = point.tone === 'now' || point.tone === 'before';
      return [
        {
          kind: 'box',
          x: x - bar / 2,
          y: Math.min(y(point.value), y(0)),
          width: bar,
          height: Math.abs(y(point.value) - y(0)),
          fill: point.weak ? paint.band : toneColour(point.tone),
          ...(point.weak && { stroke: paint.thin }),
        },
        ...whisker(point, (value) => [x, y(value)]),
        textAt(x, top - 8, labelOf(unit, point.value, locale, currency), {
          size: bold ? 18 : sizes.label,
          fill: point.weak ? paint.ink3 : paint.ink,
          anchor: 'middle',
          weight: bold ? 600 : 400,
        }),
        ...under,
      ];
    }),
    lineTo(area.x, y(0), area.x + area.width, y(0), paint.axis),
  ];
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

/** A dot and its interval a row, the reference dashed, values at the right. */
export function dotShapes(
  { points, unit, currency, reference }: DotsPicture,
  area: Area,
  locale: Locale,
): readonly Shape[] {
  const names = namesWidth(
    points.map(({ name }) => name),
    area,
  );
  const right = 168;
  const scale = axisFor(unit, [...around(points), reference?.value ?? null]);
  const inner = area.width - names - right;
  const x = (value: number): number => area.x + names + ((value - scale.min) / (scale.max - scale.min)) * inner;
  const height = area.height - 56;
  const row = Math.min(64, height / Math.max(1, points.length));
  const top = area.y + 26;
  const bottom = top + row * points.length;
  return [
    ...ticksOf(scale).flatMap((tick): Shape[] => [
      lineTo(x(tick), top, x(tick), bottom, paint.line),
      textAt(x(tick), bottom + 20, labelOf(unit, tick, locale, currency), {
        size: sizes.small,
        fill: paint.ink3,
        anchor: 'middle',
      }),
    ]),
    ...(reference
      ? [
          lineTo(x(reference.value), top - 4, x(reference.value), bottom, paint.mark, 1.5, '5 4'),
          textAt(
            x(reference.value),
            top - 10,
            `${reference.name} ${labelOf(unit, reference.value, locale, currency)}`,
            { size: sizes.small, fill: paint.ink2, anchor: 'middle' },
          ),
        ]
      : []),
    ...points.flatMap((point, i): Shape[] => {
      const y = top + row * (i + 0.5);
      const name = textAt(area.x, y + 6, fitted(point.name, names - 12, sizes.label), {
        size: sizes.label,
        fill: paint.ink,
      });
      if (point.value === null) return [name];
      return [
        name,
        ...whisker(point, (value) => [x(value), y]),
        {
          kind: 'dot',
          x: x(point.value),
          y,
          r: 7,
          fill: point.weak ? paint.page : paint.mark,
          stroke: point.weak ? paint.thin : paint.mark,
        },
        textAt(area.x + area.width - 76, y + 6, labelOf(unit, point.value, locale, currency), {
          size: sizes.label,
          fill: paint.ink,
          anchor: 'end',
          weight: 600,
        }),
        textAt(area.x + area.width, y + 6, point.under, { size: sizes.small, fill: paint.ink3, anchor: 'end' }),
      ];
    }),
  ];
}

/** Colours of several bars a group, in order. */
export const groupColours = [paint.mark, paint.soft, paint.compare, paint.accent] as const;

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
