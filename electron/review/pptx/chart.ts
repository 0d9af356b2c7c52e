/** A picture as a chart part of PowerPoint: native, editable, its values cached as they are. Elements stand in the order the standard's schema has them. */
import type {
  BarsPicture,
  ColumnsPicture,
  CurvesPicture,
  DotsPicture,
  FallsPicture,
  GroupsPicture,
  Picture,
  Point,
} from '../content/content';
import type { Locale } from '../../../renderer/i18n';
import { format } from '../../../renderer/i18n/format';
import { labelFormat, numberFormat } from '../number-format';
import { axisFor, labelOf } from '../draw/scale';
import { widthOf, wrapped } from '../draw/width';
import type { Colour } from './chart-parts';
import {
  away,
  categoryAxis,
  errorBars,
  fill,
  filled,
  labelLook,
  labels,
  noLabels,
  numbers,
  ownLabels,
  seriesHead,
  stroke,
  texts,
  unseen,
  valueAxis,
  wholeChart,
} from './chart-parts';
import type { SheetCell } from './workbook';

/** A chart part and the sheet its values lie in. */
export interface NativeChart {
  readonly xml: string;
  readonly rows: readonly (readonly SheetCell[])[];
}

type Native = ColumnsPicture | BarsPicture | GroupsPicture | DotsPicture | CurvesPicture | FallsPicture;

/** True for a picture that PowerPoint has a chart for. */
export function isNative(picture: Picture): picture is Native {
  return ['columns', 'bars', 'groups', 'dots', 'curves', 'falls'].includes(picture.kind);
}

/** The native chart of a picture on so many px of a slide's width. */
export function chartOf(picture: Native, locale: Locale, width: number): NativeChart {
  switch (picture.kind) {
    case 'columns':
    case 'bars':
      return barChart(picture, locale, width);
    case 'groups':
      return groupChart(picture, locale);
    case 'falls':
      return fallChart(picture, locale, width);
    case 'dots':
      return dotChart(picture, locale);
    case 'curves':
      return curveChart(picture, locale);
  }
}

const toneColours: Readonly<Record<Point['tone'], Colour>> = {
  now: 'accent1',
  before: 'accent2',
  context: 'accent4',
  plain: 'accent2',
};

const around = (points: readonly Point[]): (number | null)[] =>
  points.flatMap(({ value, lower, upper }) => [value, lower, upper]);

const codeOf = (unit: Native['unit'], locale: Locale): string => labelFormat(unit, locale);

function barChart(picture: ColumnsPicture | BarsPicture, locale: Locale, width: number): NativeChart {
  const { points, unit, name, currency } = picture;
  const lying = picture.kind === 'bars';
  const code = codeOf(unit, locale);
  const scale = axisFor(unit, around(points));
  const bars = errorBars(points, null, { plus: 2, minus: 3 }, code);
  // Where the whisker reaches down to the foot of the bar there is no place for the value: it goes to the name.
  const cramped = points.map(
    ({ lower, value }) =>
      bars !== '' && ((lower ?? value ?? 0) - scale.min) / (scale.max - scale.min) < (lying ? 0.16 : 0.1),
  );
  const names = points.map((point, i) => {
    const value = cramped[i] ? labelOf(unit, point.value, locale, currency) : '';
    return [
      point.name,
      ...(lying
        ? [[value, point.under === '' ? '' : `(${point.under})`].filter(Boolean).join(' ')]
        : [value, point.under]),
    ]
      .filter(Boolean)
      .join(lying ? '  ' : '\n');
  });
  const dots = points
    .map(
      ({ tone, weak }, i) =>
        `<c:dPt><c:idx val="${i}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>${weak ? `<c:spPr><a:pattFill prst="ltUpDiag"><a:fgClr><a:schemeClr val="accent3"/></a:fgClr><a:bgClr><a:schemeClr val="bg1"/></a:bgClr></a:pattFill>${stroke('accent3', 9525)}</c:spPr>` : filled(toneColours[tone])}</c:dPt>`,
    )
    .join('');
  const said = pointLabels(
    code,
    bars === '' ? 'outEnd' : 'inBase',
    points.map(({ tone, weak }) => tone === 'context' || weak),
    cramped,
  );
  const series = `<c:ser>${seriesHead(0, 1, name)}${filled('accent2')}<c:invertIfNegative val="0"/>${dots}${said}${bars}<c:cat>${texts(0, names)}</c:cat><c:val>${numbers(
    1,
    points.map(({ value }) => value),
    code,
  )}</c:val></c:ser>`;
  const plot = `<c:layout/><c:barChart><c:barDir val="${lying ? 'bar' : 'col'}"/><c:grouping val="clustered"/><c:varyColors val="0"/>${series}<c:gapWidth val="${lying ? 40 : gapOf(picture, locale, width)}"/><c:axId val="111"/><c:axId val="222"/></c:barChart>${categoryAxis({ id: 111, crosses: 222, place: lying ? 'l' : 'b', reversed: lying })}${valueAxis(scale, code, { id: 222, crosses: 111, place: lying ? 'b' : 'l', hidden: true })}`;
  const rows = points.map((point, i): SheetCell[] => [
    names[i] ?? '',
    point.value,
    away(point, 'upper'),
    away(point, 'lower'),
  ]);
  return { xml: wholeChart(plot, false), rows: [['', name, '+', '−'], ...rows] };
}

/** Size of the labels in px of a slide. */
const labelSize = 15;

// Columns come closer where a value would be wider than its own.
function gapOf({ points, unit, currency }: ColumnsPicture | BarsPicture, locale: Locale, width: number): number {
  const widest = Math.max(
    ...points.map(({ value }) => widthOf(labelOf(unit, value, locale, currency), labelSize, 600)),
    0,
  );
  return widest + 6 > (width * 0.95) / Math.max(1, points.length) / 1.55 ? 20 : 55;
}

// Dark letters on pale bars, light ones on dark bars; outside of the bars always dark.
function pointLabels(
  code: string,
  place: 'outEnd' | 'inBase',
  pale: readonly boolean[],
  without: readonly boolean[],
): string {
  if (place === 'outEnd') return labels(code, place, 'tx1', true);
  const own = pale
    .map((is, i) => {
      if (without[i]) return `<c:dLbl><c:idx val="${i}"/><c:delete val="1"/></c:dLbl>`;
      return is ? `<c:dLbl><c:idx val="${i}"/>${labelLook(code, place, 'tx1', true)}</c:dLbl>` : '';
    })
    .join('');
  return labels(code, place, 'bg1', true).replace('<c:dLbls>', `<c:dLbls>${own}`);
}

const groupColours: readonly Colour[] = ['accent2', 'accent4', 'accent3', 'accent1'];

function groupChart({ names, series, stacked, unit }: GroupsPicture, locale: Locale): NativeChart {
  const code = codeOf(unit, locale);
  const sums = names.map((_, i) => series.reduce((sum, { values }) => sum + (values[i] ?? 0), 0));
  const scale = axisFor(unit, stacked ? sums : series.flatMap(({ values }) => values));
  const all = series
    .map(
      ({ name, values }, i) =>
        `<c:ser>${seriesHead(i, i + 1, name)}${filled(groupColours[i] ?? 'accent2')}<c:invertIfNegative val="0"/>${labels(code, stacked ? 'ctr' : 'outEnd', 'tx1')}<c:cat>${texts(0, names)}</c:cat><c:val>${numbers(i + 1, values, code)}</c:val></c:ser>`,
    )
    .join('');
  const plot = `<c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="${stacked ? 'stacked' : 'clustered'}"/><c:varyColors val="0"/>${all}<c:gapWidth val="60"/>${stacked ? '<c:overlap val="100"/>' : ''}<c:axId val="111"/><c:axId val="222"/></c:barChart>${categoryAxis({ id: 111, crosses: 222, place: 'b' })}${valueAxis(scale, code, { id: 222, crosses: 111, place: 'l', hidden: true })}`;
  return {
    xml: wholeChart(plot, true),
    rows: [
      ['', ...series.map(({ name }) => name)],
      ...names.map((name, i): SheetCell[] => [name, ...series.map(({ values }) => values[i] ?? null)]),
    ],
  };
}

function fallName({ name, count }: FallsPicture['steps'][number], amount: string): string {
  const behind = [amount, count === null ? '' : `(${count})`].filter(Boolean).join(' ');
  return behind === '' ? name : `${name}  ${behind}`;
}

/** What the names of lying bars leave of a chart's width. */
const plotShare = 0.55;

function spareLabels(code: string, without: readonly boolean[]): string {
  const gone = without.map((is, i) => (is ? `<c:dLbl><c:idx val="${i}"/><c:delete val="1"/></c:dLbl>` : '')).join('');
  return labels(code, 'ctr', 'tx1', true).replace('<c:dLbls>', `<c:dLbls>${gone}`);
}

function fallChart({ steps, unit, name, currency }: FallsPicture, locale: Locale, width: number): NativeChart {
  const plain = codeOf(unit, locale);
  const scale = axisFor(
    unit,
    steps.flatMap(({ from, to }) => [from, to]),
  );
  // A bar too short for its value gives it to the name.
  const amountOf = ({ from, to, level }: FallsPicture['steps'][number]): string =>
    format(unit, level ? to : to - from, locale, { currency, compact: true, bare: true, sign: !level });
  const across = (width * plotShare) / (scale.max - scale.min);
  const cramped = steps.map(
    (step) => Math.abs(step.to - step.from) * across < widthOf(amountOf(step), labelSize, 600) + 10,
  );
  const names = steps.map((step, i) => fallName(step, cramped[i] ? amountOf(step) : ''));
  const column = (kept: (step: FallsPicture['steps'][number]) => number | null): (number | null)[] => steps.map(kept);
  const series: readonly (readonly [string, (number | null)[], Colour | null, string])[] = [
    ['', column(({ from, to, level }) => (level ? null : Math.min(from, to))), null, plain],
    [name, column(({ to, level }) => (level ? to : null)), 'accent3', plain],
    [
      '+',
      column(({ from, to, level }) => (!level && to >= from ? to - from : null)),
      'accent3',
      labelFormat(unit, locale, '+'),
    ],
    [
      '−',
      column(({ from, to, level }) => (!level && to < from ? from - to : null)),
      'accent4',
      labelFormat(unit, locale, '−'),
    ],
  ];
  const all = series
    .map(([head, values, colour, code], i) => {
      const look = colour === null ? unseen : filled(colour);
      const said = colour === null ? noLabels : spareLabels(code, cramped);
      return `<c:ser>${seriesHead(i, i + 1, head)}${look}<c:invertIfNegative val="0"/>${said}<c:cat>${texts(0, names)}</c:cat><c:val>${numbers(i + 1, values, code)}</c:val></c:ser>`;
    })
    .join('');
  const plot = `<c:layout/><c:barChart><c:barDir val="bar"/><c:grouping val="stacked"/><c:varyColors val="0"/>${all}<c:gapWidth val="40"/><c:overlap val="100"/><c:axId val="111"/><c:axId val="222"/></c:barChart>${categoryAxis({ id: 111, crosses: 222, place: 'l', reversed: true })}${valueAxis(scale, plain, { id: 222, crosses: 111, place: 'b', hidden: true })}`;
  return {
    xml: wholeChart(plot, false),
    rows: [
      ['', ...series.map(([head]) => head)],
      ...steps.map((_, i): SheetCell[] => [names[i] ?? '', ...series.map(([, values]) => values[i] ?? null)]),
    ],
  };
}

const noLine = '<c:spPr><a:ln w="19050"><a:noFill/></a:ln></c:spPr>';
const bare = '<c:marker><c:symbol val="none"/></c:marker>';

// Upright, because LibreOffice draws a scatter's own distances only along y. Names stand as labels of a series along the foot.
function dotChart({ points, unit, name, currency, reference }: DotsPicture, locale: Locale): NativeChart {
  const code = codeOf(unit, locale);
  const scale = axisFor(unit, [...around(points), reference?.value ?? null], false);
  const count = points.length;
  const xs = points.map((_, i) => i + 1);
  const feet = points.map(() => scale.min);
  const thin = points
    .map(({ weak }, i) =>
      weak
        ? `<c:dPt><c:idx val="${i}"/><c:marker><c:symbol val="circle"/><c:size val="9"/><c:spPr>${fill('bg1')}${stroke('accent3', 15875)}</c:spPr></c:marker><c:bubble3D val="0"/></c:dPt>`
        : '',
    )
    .join('');
  const marker = `<c:marker><c:symbol val="circle"/><c:size val="9"/><c:spPr>${fill('accent2')}<a:ln><a:noFill/></a:ln></c:spPr></c:marker>`;
  const main = `<c:ser>${seriesHead(0, 2, name)}${noLine}${marker}${thin}${labels(code, 'r', 'tx1', true)}${errorBars(points, 'y', { plus: 3, minus: 4 }, code)}<c:xVal>${numbers(1, xs, 'General')}</c:xVal><c:yVal>${numbers(
    2,
    points.map(({ value }) => value),
    code,
  )}</c:yVal><c:smooth val="0"/></c:ser>`;
  const named = points.map((point) =>
    [...wrapped(point.name, 620 / count, 14), ...(point.under === '' ? [] : [point.under])].join('\n'),
  );
  const names = `<c:ser>${seriesHead(1, 5, ' ')}${noLine}${bare}${ownLabels(named, 'b', 'tx1')}<c:xVal>${numbers(1, xs, 'General')}</c:xVal><c:yVal>${numbers(5, feet, code)}</c:yVal><c:smooth val="0"/></c:ser>`;
  const ends = [0.5, count + 0.5];
  const line = reference
    ? `<c:ser>${seriesHead(2, 7, reference.name)}<c:spPr>${stroke('accent2', 12700, 'dash')}</c:spPr>${bare}${ownLabels([`${reference.name} ${labelOf(unit, reference.value, locale, currency)}`], 't', 'tx2')}<c:xVal>${numbers(6, ends, 'General')}</c:xVal><c:yVal>${numbers(7, [reference.value, reference.value], code)}</c:yVal><c:smooth val="0"/></c:ser>`
    : '';
  const room =
    '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="0.03"/><c:y val="0.05"/><c:w val="0.94"/><c:h val="0.76"/></c:manualLayout></c:layout>';
  const across = valueAxis(
    { min: 0.5, max: count + 0.5, step: 1 },
    'General',
    { id: 111, crosses: 222, place: 'b', hidden: true },
    'midCat',
  );
  const upright = valueAxis(scale, code, { id: 222, crosses: 111, place: 'l', hidden: true }, 'midCat');
  const plot = `${room}<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>${main}${names}${line}<c:axId val="111"/><c:axId val="222"/></c:scatterChart>${across}${upright}`;
  const length = Math.max(count, reference ? 2 : 0);
  const rows = Array.from({ length }, (_, i): SheetCell[] => {
    const point = points[i];
    const ownLine = reference && i < 2 ? [ends[i] ?? null, reference.value] : [null, null];
    if (!point) return ['', null, null, null, null, null, ...ownLine];
    return [point.name, i + 1, point.value, away(point, 'upper'), away(point, 'lower'), scale.min, ...ownLine];
  });
  return { xml: wholeChart(plot, false), rows: [['', '', name, '+', '−', ' ', '', reference?.name ?? ''], ...rows] };
}

function curveChart({ xs, series, unit, axis }: CurvesPicture, locale: Locale): NativeChart {
  const code = numberFormat(unit, '') ?? 'General';
  const short = unit === 'ratio' ? '0%' : codeOf(unit, locale);
  const scale = axisFor(
    unit,
    series.flatMap(({ values }) => values),
  );
  const across = axisFor('count', [...xs]);
  const all = series
    .map(
      ({ name, values }, i) =>
        `<c:ser>${seriesHead(i, i + 1, name)}<c:spPr>${i === 0 ? stroke('accent2', 34925) : stroke('accent3', 12700, 'dash')}</c:spPr><c:marker><c:symbol val="none"/></c:marker><c:xVal>${numbers(0, xs, 'General')}</c:xVal><c:yVal>${numbers(i + 1, values, code)}</c:yVal><c:smooth val="0"/></c:ser>`,
    )
    .join('');
  const plot = `<c:layout/><c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>${all}<c:axId val="111"/><c:axId val="222"/></c:scatterChart>${valueAxis(across, 'General', { id: 111, crosses: 222, place: 'b', title: axis }, 'midCat')}${valueAxis(scale, short, { id: 222, crosses: 111, place: 'l' }, 'midCat')}`;
  return {
    xml: wholeChart(plot, true),
    rows: [
      [axis, ...series.map(({ name }) => name)],
      ...xs.map((x, i): SheetCell[] => [x, ...series.map(({ values }) => values[i] ?? null)]),
    ],
  };
}
