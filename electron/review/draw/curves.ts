import type { CurvesPicture, FallsPicture } from '../content/content';
import type { Locale } from '../../../renderer/i18n/format';
import { format } from '../../../renderer/i18n/format';
import { paint, sizes } from './layout';
import { axisFor, labelOf, ticksOf } from './scale';
import type { Area, Shape } from './shapes';
import { lineTo, textAt } from './shapes';
import { wrappedTo } from './width';

/** Curves over numbers with their axes; the first one full, the others dashed. */
export function curveShapes(
  { xs, series, unit, currency, axis }: CurvesPicture,
  area: Area,
  locale: Locale,
): readonly Shape[] {
  const scale = axisFor(
    unit,
    series.flatMap(({ values }) => values),
  );
  const across = axisFor('count', [...xs]);
  const [left, right] = [area.x + 56, area.x + area.width - 24];
  const [top, bottom] = [area.y + 34, area.y + area.height - 56];
  const x = (value: number): number => left + ((value - across.min) / (across.max - across.min)) * (right - left);
  const y = (value: number): number => bottom - ((value - scale.min) / (scale.max - scale.min)) * (bottom - top);
  return [
    ...ticksOf(scale).flatMap((tick): Shape[] => [
      lineTo(left, y(tick), right, y(tick), tick === 0 ? paint.axis : paint.line),
      textAt(left - 10, y(tick) + 5, labelOf(unit, tick, locale, currency), {
        size: sizes.small,
        fill: paint.ink3,
        anchor: 'end',
      }),
    ]),
    ...ticksOf(across).map((tick) =>
      textAt(x(tick), bottom + 20, format('count', tick, locale), {
        size: sizes.small,
        fill: paint.ink3,
        anchor: 'middle',
      }),
    ),
    textAt((left + right) / 2, bottom + 44, axis, { size: sizes.small, fill: paint.ink2, anchor: 'middle' }),
    ...series.map(({ values }, s): Shape => {
      const places = xs.flatMap((each, i) =>
        values[i] === null || values[i] === undefined ? [] : [`${x(each).toFixed(1)} ${y(values[i]).toFixed(1)}`],
      );
      return {
        kind: 'path',
        d: `M${places.join('L')}`,
        stroke: s === 0 ? paint.mark : paint.compare,
        width: s === 0 ? 3 : 1.5,
        ...(s > 0 && { dash: '4 4' }),
      };
    }),
    textAt(left, area.y + 16, series[0]?.name ?? '', { size: sizes.label, fill: paint.mark, weight: 600 }),
  ];
}

/** Levels and the changes between them as standing bars, each beginning where the one before ended. */
export function fallShapes({ steps, unit, currency }: FallsPicture, area: Area, locale: Locale): readonly Shape[] {
  const scale = axisFor(
    unit,
    steps.flatMap(({ from, to }) => [from, to]),
  );
  const [top, bottom] = [area.y + 28, area.y + area.height - 58];
  const y = (value: number): number => bottom - ((value - scale.min) / (scale.max - scale.min)) * (bottom - top);
  const step = area.width / Math.max(1, steps.length);
  const bar = step * 0.68;
  return [
    lineTo(area.x, y(0), area.x + area.width, y(0), paint.axis),
    ...steps.flatMap(({ name, from, to, level, count }, i): Shape[] => {
      const middle = area.x + step * (i + 0.5);
      const names = wrappedTo(name, 2, step - 4, sizes.small);
      const change = to - from;
      const text = format(unit, level ? to : change, locale, { currency, compact: true, bare: true, sign: !level });
      return [
        ...(i > 0
          ? [lineTo(middle - step + bar / 2, y(level ? to : from), middle - bar / 2, y(level ? to : from), paint.axis)]
          : []),
        {
          kind: 'box',
          x: middle - bar / 2,
          y: Math.min(y(from), y(to)),
          width: bar,
          height: Math.max(1, Math.abs(y(to) - y(from))),
          fill: level ? paint.mark : change < 0 ? paint.soft : paint.compare,
        },
        textAt(middle, Math.min(y(from), y(to)) - 7, text, {
          size: sizes.small,
          fill: paint.ink,
          anchor: 'middle',
          weight: level ? 600 : 400,
        }),
        ...names.map((line, k) =>
          textAt(middle, bottom + 18 + k * 16, line, { size: sizes.small, fill: paint.ink, anchor: 'middle' }),
        ),
        ...(count === null
          ? []
          : [
              textAt(middle, bottom + 20 + names.length * 16, format('count', count, locale), {
                size: sizes.small,
                fill: paint.ink3,
                anchor: 'middle',
              }),
            ]),
      ];
    }),
  ];
}
