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
import { labelFormat, numberFormat } from '../number-format';
import { axisFor, labelOf } from '../draw/scale';
import { escaped } from '../svg';
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

/** The native chart of a picture. */
export function chartOf(picture: Native, locale: Locale): NativeChart {
  switch (picture.kind) {
    case 'columns':
    case 'bars':
      return barChart(picture, locale);
    case 'groups':
      return groupChart(picture, locale);
    case 'falls':
      return fallChart(picture, locale);
    case 'dots':
      return dotChart(picture, locale);
    case 'curves':
      return curveChart(picture, locale);
  }
}

type Colour = 'tx1' | 'tx2' | 'bg1' | 'accent1' | 'accent2' | 'accent3' | 'accent4';

const fill = (colour: Colour): string => `<a:solidFill><a:schemeClr val="${colour}"/></a:solidFill>`;
const stroke = (colour: Colour, width: number, dash = ''): string =>
  `<a:ln w="${width}" cap="flat">${fill(colour)}${dash === '' ? '' : `<a:prstDash val="${dash}"/>`}<a:round/></a:ln>`;
const filled = (colour: Colour): string => `<c:spPr>${fill(colour)}<a:ln><a:noFill/></a:ln></c:spPr>`;
const unseen = '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>';

const fontSize = 1050;

function textProperties(colour: Colour, bold = false, size = fontSize): string {
  return `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size}" b="${bold ? 1 : 0}">${fill(colour)}<a:latin typeface="+mn-lt"/></a:defRPr></a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>`;
}

/** Letters of a column of the sheet, from 0. */
export function columnLetters(index: number): string {
  return index < 26
    ? String.fromCharCode(65 + index)
    : `${columnLetters(Math.floor(index / 26) - 1)}${columnLetters(index % 26)}`;
}

const sheet = 'Sheet1';

function area(column: number, rows: number): string {
  const letters = columnLetters(column);
  return `${sheet}!$${letters}$2:$${letters}$${rows + 1}`;
}

function numbers(column: number, values: readonly (number | null)[], code: string): string {
  const points = values
    .map((value, i) => (value === null ? '' : `<c:pt idx="${i}"><c:v>${value}</c:v></c:pt>`))
    .join('');
  return `<c:numRef><c:f>${area(column, values.length)}</c:f><c:numCache><c:formatCode>${escaped(code)}</c:formatCode><c:ptCount val="${values.length}"/>${points}</c:numCache></c:numRef>`;
}

function texts(column: number, values: readonly string[]): string {
  const points = values.map((value, i) => `<c:pt idx="${i}"><c:v>${escaped(value)}</c:v></c:pt>`).join('');
  return `<c:strRef><c:f>${area(column, values.length)}</c:f><c:strCache><c:ptCount val="${values.length}"/>${points}</c:strCache></c:strRef>`;
}

function seriesHead(index: number, column: number, name: string): string {
  return `<c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:strRef><c:f>${sheet}!$${columnLetters(column)}$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${escaped(name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>`;
}

function labels(code: string, place: string, colour: Colour, bold = false): string {
  return `<c:dLbls><c:numFmt formatCode="${escaped(code)}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${textProperties(colour, bold)}<c:dLblPos val="${place}"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`;
}

const noLabels =
  '<c:dLbls><c:showLegendKey val="0"/><c:showVal val="0"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>';

/** Labels with texts of their own, one a point. */
function ownLabels(own: readonly string[], place: string, colour: Colour, bold = false): string {
  const each = own
    .map(
      (text, i) =>
        `<c:dLbl><c:idx val="${i}"/><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="en-US" sz="${fontSize}" b="${bold ? 1 : 0}">${fill(colour)}<a:latin typeface="+mn-lt"/></a:rPr><a:t>${escaped(text)}</a:t></a:r></a:p></c:rich></c:tx><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:dLblPos val="${place}"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbl>`,
    )
    .join('');
  return `<c:dLbls>${each}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${textProperties(colour, bold)}<c:dLblPos val="${place}"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`;
}

// Distances, not places: what an error bar adds to and takes from its value.
function errorBars(
  points: readonly Point[],
  direction: 'x' | 'y',
  columns: { plus: number; minus: number },
  code: string,
): string {
  const away = (bound: 'upper' | 'lower'): (number | null)[] =>
    points.map(({ value, upper, lower }) =>
      value === null || upper === null || lower === null
        ? null
        : bound === 'upper'
          ? Math.max(0, upper - value)
          : Math.max(0, value - lower),
    );
  const [plus, minus] = [away('upper'), away('lower')];
  if (plus.every((value) => value === null)) return '';
  return `<c:errBars><c:errDir val="${direction}"/><c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="1"/><c:plus>${numbers(columns.plus, plus, code)}</c:plus><c:minus>${numbers(columns.minus, minus, code)}</c:minus><c:spPr>${stroke('tx1', 19050)}</c:spPr></c:errBars>`;
}

function wholeChart(plot: string, legend: boolean): string {
  const key = legend ? `<c:legend><c:legendPos val="t"/><c:overlay val="0"/>${textProperties('tx2')}</c:legend>` : '';
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea>${plot}</c:plotArea>${key}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${textProperties('tx1')}<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`;
}

interface AxisLook {
  readonly id: number;
  readonly crosses: number;
  readonly place: 'b' | 'l';
  readonly hidden?: boolean;
  readonly reversed?: boolean;
  readonly title?: string;
}

function categoryAxis({ id, crosses, place, reversed = false }: AxisLook): string {
  return `<c:catAx><c:axId val="${id}"/><c:scaling><c:orientation val="${reversed ? 'maxMin' : 'minMax'}"/></c:scaling><c:delete val="0"/><c:axPos val="${place}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr>${stroke('accent4', 9525)}</c:spPr>${textProperties('tx1')}<c:crossAx val="${crosses}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>`;
}

function valueAxis(
  scale: { min: number; max: number; step: number },
  code: string,
  { id, crosses, place, hidden = false, reversed = false, title }: AxisLook,
  between: 'between' | 'midCat' = 'between',
): string {
  const lines = hidden ? '' : `<c:majorGridlines><c:spPr>${stroke('accent4', 6350)}</c:spPr></c:majorGridlines>`;
  const head =
    title === undefined
      ? ''
      : `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1000" b="0">${fill('tx2')}</a:defRPr></a:pPr><a:r><a:rPr lang="en-US" sz="1000" b="0">${fill('tx2')}</a:rPr><a:t>${escaped(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
  return `<c:valAx><c:axId val="${id}"/><c:scaling><c:orientation val="${reversed ? 'maxMin' : 'minMax'}"/><c:max val="${scale.max}"/><c:min val="${scale.min}"/></c:scaling><c:delete val="${hidden ? 1 : 0}"/><c:axPos val="${place}"/>${lines}${head}<c:numFmt formatCode="${escaped(code)}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${textProperties('tx2', false, 950)}<c:crossAx val="${crosses}"/><c:crosses val="min"/><c:crossBetween val="${between}"/><c:majorUnit val="${scale.step}"/></c:valAx>`;
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

function barChart(picture: ColumnsPicture | BarsPicture, locale: Locale): NativeChart {
  const { points, unit, name } = picture;
  const lying = picture.kind === 'bars';
  const code = codeOf(unit, locale);
  const names = points.map(({ name: each, under }) =>
    under === '' ? each : lying ? `${each}  (${under})` : `${each}\n${under}`,
  );
  const dots = points
    .map(
      ({ tone, weak }, i) =>
        `<c:dPt><c:idx val="${i}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>${weak ? `<c:spPr><a:pattFill prst="ltUpDiag"><a:fgClr><a:schemeClr val="accent3"/></a:fgClr><a:bgClr><a:schemeClr val="bg1"/></a:bgClr></a:pattFill>${stroke('accent3', 9525)}</c:spPr>` : filled(toneColours[tone])}</c:dPt>`,
    )
    .join('');
  const bars = errorBars(points, lying ? 'x' : 'y', { plus: 2, minus: 3 }, code).replace(/<c:errDir val="[xy]"\/>/, '');
  const pale = points.map(({ tone, weak }) => tone === 'context' || weak);
  const place = bars === '' ? 'outEnd' : 'inBase';
  const series = `<c:ser>${seriesHead(0, 1, name)}${filled('accent2')}<c:invertIfNegative val="0"/>${dots}${pointLabels(code, place, pale)}${bars}<c:cat>${texts(0, names)}</c:cat><c:val>${numbers(
    1,
    points.map(({ value }) => value),
    code,
  )}</c:val></c:ser>`;
  const scale = axisFor(unit, around(points));
  const plot = `<c:layout/><c:barChart><c:barDir val="${lying ? 'bar' : 'col'}"/><c:grouping val="clustered"/><c:varyColors val="0"/>${series}<c:gapWidth val="${lying ? 40 : 55}"/><c:axId val="111"/><c:axId val="222"/></c:barChart>${categoryAxis({ id: 111, crosses: 222, place: lying ? 'l' : 'b', reversed: lying })}${valueAxis(scale, code, { id: 222, crosses: 111, place: lying ? 'b' : 'l', hidden: true })}`;
  return { xml: wholeChart(plot, false), rows: pointRows(names, name, points) };
}

// Dark letters on pale bars, light ones on dark bars; outside of the bars always dark.
function pointLabels(code: string, place: 'outEnd' | 'inBase', pale: readonly boolean[]): string {
  if (place === 'outEnd') return labels(code, place, 'tx1', true);
  const dark = pale
    .map((is, i) =>
      is
        ? `<c:dLbl><c:idx val="${i}"/><c:numFmt formatCode="${escaped(code)}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${textProperties('tx1', true)}<c:dLblPos val="${place}"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbl>`
        : '',
    )
    .join('');
  return labels(code, place, 'bg1', true).replace('<c:dLbls>', `<c:dLbls>${dark}`);
}

function pointRows(names: readonly string[], name: string, points: readonly Point[]): NativeChart['rows'] {
  const bound = (to: number | null, value: number | null, way: 1 | -1): number | null =>
    to === null || value === null ? null : Math.max(0, (to - value) * way);
  return [
    ['', name, '+', '−'],
    ...points.map(({ value, lower, upper }, i): SheetCell[] => [
      names[i] ?? '',
      value,
      bound(upper, value, 1),
      bound(lower, value, -1),
    ]),
  ];
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

function fallChart({ steps, unit, name }: FallsPicture, locale: Locale): NativeChart {
  const up = labelFormat(unit, locale, '+');
  const down = labelFormat(unit, locale, '−');
  const plain = codeOf(unit, locale);
  const names = steps.map((step) => (step.count === null ? step.name : `${step.name}\n${step.count}`));
  const base = steps.map(({ from, to, level }) => (level ? null : Math.min(from, to)));
  const column = (kept: (step: FallsPicture['steps'][number]) => number | null): (number | null)[] => steps.map(kept);
  const series: readonly (readonly [string, (number | null)[], Colour | null, string])[] = [
    ['', base, null, plain],
    [name, column(({ to, level }) => (level ? to : null)), 'accent2', plain],
    ['+', column(({ from, to, level }) => (!level && to >= from ? to - from : null)), 'accent3', up],
    ['−', column(({ from, to, level }) => (!level && to < from ? from - to : null)), 'accent4', down],
  ];
  const all = series
    .map(
      ([head, values, colour, code], i) =>
        `<c:ser>${seriesHead(i, i + 1, head)}${colour === null ? unseen : filled(colour)}<c:invertIfNegative val="0"/>${colour === null ? noLabels : labels(code, 'inEnd', colour === 'accent2' ? 'bg1' : 'tx1', colour === 'accent2')}<c:cat>${texts(0, names)}</c:cat><c:val>${numbers(i + 1, values, code)}</c:val></c:ser>`,
    )
    .join('');
  const scale = axisFor(
    unit,
    steps.flatMap(({ from, to }) => [from, to]),
  );
  const plot = `<c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="stacked"/><c:varyColors val="0"/>${all}<c:gapWidth val="40"/><c:overlap val="100"/><c:axId val="111"/><c:axId val="222"/></c:barChart>${categoryAxis({ id: 111, crosses: 222, place: 'b' })}${valueAxis(scale, plain, { id: 222, crosses: 111, place: 'l', hidden: true })}`;
  return {
    xml: wholeChart(plot, false),
    rows: [
      ['', ...series.map(([head]) => head)],
      ...steps.map((_, i): SheetCell[] => [names[i] ?? '', ...series.map(([, values]) => values[i] ?? null)]),
    ],
  };
}

function dotChart({ points, unit, name, currency, reference }: DotsPicture, locale: Locale): NativeChart {
  const code = codeOf(unit, locale);
  const scale = axisFor(unit, [...around(points), reference?.value ?? null]);
  const ys = points.map((_, i) => points.length - i);
  const values = points.map(({ value }) => value);
  const dots = points
    .map(({ weak }, i) =>
      weak
        ? `<c:dPt><c:idx val="${i}"/><c:marker><c:symbol val="circle"/><c:size val="9"/><c:spPr>${fill('bg1')}${stroke('accent3', 15875)}</c:spPr></c:marker><c:bubble3D val="0"/></c:dPt>`
        : '',
    )
    .join('');
  const marker = `<c:marker><c:symbol val="circle"/><c:size val="9"/><c:spPr>${fill('accent2')}<a:ln><a:noFill/></a:ln></c:spPr></c:marker>`;
  const bare = '<c:marker><c:symbol val="none"/></c:marker>';
  const noLine = '<c:spPr><a:ln w="19050"><a:noFill/></a:ln></c:spPr>';
  const main = `<c:ser>${seriesHead(0, 1, name)}${noLine}${marker}${dots}${ownLabels(
    points.map(({ value }) => labelOf(unit, value, locale, currency)),
    't',
    'tx1',
    true,
  )}${errorBars(points, 'x', { plus: 3, minus: 4 }, code)}<c:xVal>${numbers(1, values, code)}</c:xVal><c:yVal>${numbers(2, ys, 'General')}</c:yVal><c:smooth val="0"/></c:ser>`;
  const left = points.map(() => scale.min);
  const names = `<c:ser>${seriesHead(1, 0, ' ')}${noLine}${bare}${ownLabels(
    points.map((point) => (point.under === '' ? point.name : `${point.name} (${point.under})`)),
    'l',
    'tx1',
  )}<c:xVal>${numbers(5, left, code)}</c:xVal><c:yVal>${numbers(2, ys, 'General')}</c:yVal><c:smooth val="0"/></c:ser>`;
  const line = reference
    ? `<c:ser>${seriesHead(2, 6, reference.name)}<c:spPr>${stroke('accent2', 12700, 'dash')}</c:spPr>${bare}${ownLabels(['', `${reference.name} ${labelOf(unit, reference.value, locale, currency)}`], 't', 'tx2')}<c:xVal>${numbers(6, [reference.value, reference.value], code)}</c:xVal><c:yVal>${numbers(7, [0.4, points.length + 0.7], 'General')}</c:yVal><c:smooth val="0"/></c:ser>`
    : '';
  const room =
    '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="0.3"/><c:y val="0.06"/><c:w val="0.65"/><c:h val="0.84"/></c:manualLayout></c:layout>';
  const plot = `${room}<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>${main}${names}${line}<c:axId val="111"/><c:axId val="222"/></c:scatterChart>${valueAxis(scale, code, { id: 111, crosses: 222, place: 'b' }, 'midCat')}${valueAxis({ min: 0.4, max: points.length + 0.9, step: 1 }, 'General', { id: 222, crosses: 111, place: 'l', hidden: true }, 'midCat')}`;
  const bound = (to: number | null, value: number | null, way: 1 | -1): number | null =>
    to === null || value === null ? null : Math.max(0, (to - value) * way);
  const rows = points.map((point, i): SheetCell[] => [
    point.name,
    point.value,
    ys[i] ?? null,
    bound(point.upper, point.value, 1),
    bound(point.lower, point.value, -1),
    scale.min,
    i < 2 ? (reference?.value ?? null) : null,
    i === 0 ? 0.4 : i === 1 ? points.length + 0.7 : null,
  ]);
  const lone =
    points.length === 1 && reference
      ? [['', null, null, null, null, null, reference.value, points.length + 0.7] satisfies SheetCell[]]
      : [];
  return {
    xml: wholeChart(plot, false),
    rows: [['', name, '', '+', '−', '', reference?.name ?? '', ''], ...rows, ...lone],
  };
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
