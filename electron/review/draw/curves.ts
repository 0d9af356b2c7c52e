import type { CurvesPicture, FallsPicture } from '../content/content';
import type { Locale } from '../../../renderer/i18n/format';
import { format } from '../../../renderer/i18n/format';
import { paint, sizes } from './layout';
import { axisFor, labelOf, ticksOf } from './scale';
import type { Area, Shape } from './shapes';
import { lineTo, textAt } from './shapes';
import { fitted, widthOf } from './width';

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

/** Levels and the changes between them, a row each, each bar beginning where the one above ended. */
export function fallShapes({ steps, unit, currency }: FallsPicture, area: Area, locale: Locale): readonly Shape[] {
  const scale = axisFor(
    unit,
    steps.flatMap(({ from, to }) => [from, to]),
  );
  const names = Math.min(
    area.width * 0.3,
    Math.max(60, ...steps.map(({ name }) => widthOf(name, sizes.label, 600))) + 16,
  );
  const right = 170;
  const x = (value: number): number =>
    area.x + names + ((value - scale.min) / (scale.max - scale.min)) * (area.width - names - right);
  const row = Math.min(48, area.height / Math.max(1, steps.length));
  return steps.flatMap(({ name, from, to, level, count }, i): Shape[] => {
    const y = area.y + row * (i + 0.5);
    const change = to - from;
    const weight = level ? 600 : 400;
    const text = format(unit, level ? to : change, locale, { currency, compact: true, bare: true, sign: !level });
    const joint = x(level ? to : from);
    return [
      textAt(area.x, y + 6, fitted(name, names - 8, sizes.label, weight), {
        size: sizes.label,
        fill: paint.ink,
        weight,
      }),
      ...(i > 0 ? [lineTo(joint, y - row * 0.7, joint, y - row * 0.3, paint.axis)] : []),
      {
        kind: 'box',
        x: Math.min(x(from), x(to)),
        y: y - row * 0.32,
        width: Math.max(1, Math.abs(x(to) - x(from))),
        height: row * 0.64,
        fill: change < 0 ? paint.soft : paint.mark,
      },
      textAt(area.x + area.width - 62, y + 6, text, { size: sizes.label, fill: paint.ink, anchor: 'end', weight: 600 }),
      ...(count === null
        ? []
        : [
            textAt(area.x + area.width, y + 6, format('count', count, locale), {
              size: sizes.small,
              fill: paint.ink3,
              anchor: 'end',
            }),
          ]),
    ];
  });
}
