/** Pieces of a chart part, each element in the order the standard's schema has it. */
import type { Point } from '../content/content';
import { escaped } from '../svg';

export type Colour = 'tx1' | 'tx2' | 'bg1' | 'accent1' | 'accent2' | 'accent3' | 'accent4';

export const fill = (colour: Colour): string => `<a:solidFill><a:schemeClr val="${colour}"/></a:solidFill>`;
export const stroke = (colour: Colour, width: number, dash = ''): string =>
  `<a:ln w="${width}" cap="flat">${fill(colour)}${dash === '' ? '' : `<a:prstDash val="${dash}"/>`}<a:round/></a:ln>`;
export const filled = (colour: Colour): string => `<c:spPr>${fill(colour)}<a:ln><a:noFill/></a:ln></c:spPr>`;
export const unseen = '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>';

const fontSize = 1000;

function textProperties(colour: Colour, bold = false, size = fontSize): string {
  return `<c:txPr><a:bodyPr rot="0" vert="horz"/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size}" b="${bold ? 1 : 0}">${fill(colour)}<a:latin typeface="+mn-lt"/></a:defRPr></a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>`;
}

/** Letters of a column of the sheet, from 0. */
function columnLetters(index: number): string {
  return index < 26
    ? String.fromCharCode(65 + index)
    : `${columnLetters(Math.floor(index / 26) - 1)}${columnLetters(index % 26)}`;
}

const sheet = 'Sheet1';

function area(column: number, rows: number): string {
  const letters = columnLetters(column);
  return `${sheet}!$${letters}$2:$${letters}$${rows + 1}`;
}

export function numbers(column: number, values: readonly (number | null)[], code: string): string {
  const points = values
    .map((value, i) => (value === null ? '' : `<c:pt idx="${i}"><c:v>${value}</c:v></c:pt>`))
    .join('');
  return `<c:numRef><c:f>${area(column, values.length)}</c:f><c:numCache><c:formatCode>${escaped(code)}</c:formatCode><c:ptCount val="${values.length}"/>${points}</c:numCache></c:numRef>`;
}

export function texts(column: number, values: readonly string[]): string {
  const points = values.map((value, i) => `<c:pt idx="${i}"><c:v>${escaped(value)}</c:v></c:pt>`).join('');
  return `<c:strRef><c:f>${area(column, values.length)}</c:f><c:strCache><c:ptCount val="${values.length}"/>${points}</c:strCache></c:strRef>`;
}

export function seriesHead(index: number, column: number, name: string): string {
  return `<c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:strRef><c:f>${sheet}!$${columnLetters(column)}$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${escaped(name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>`;
}

const shows =
  '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>';

export function labelLook(code: string, place: string, colour: Colour, bold: boolean): string {
  return `<c:numFmt formatCode="${escaped(code)}" sourceLinked="0"/>${unseen}${textProperties(colour, bold)}<c:dLblPos val="${place}"/>${shows}`;
}

export function labels(code: string, place: string, colour: Colour, bold = false): string {
  return `<c:dLbls>${labelLook(code, place, colour, bold)}</c:dLbls>`;
}

export const noLabels =
  '<c:dLbls><c:showLegendKey val="0"/><c:showVal val="0"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>';

/** Labels with texts of their own, one a point, several lines where the text has them; further points have none. */
export function ownLabels(own: readonly string[], place: string, colour: Colour): string {
  const run = (text: string): string =>
    `<a:p><a:r><a:rPr lang="en-US" sz="${fontSize}" b="0">${fill(colour)}<a:latin typeface="+mn-lt"/></a:rPr><a:t>${escaped(text)}</a:t></a:r></a:p>`;
  const each = own
    .map(
      (text, i) =>
        `<c:dLbl><c:idx val="${i}"/><c:tx><c:rich><a:bodyPr/><a:lstStyle/>${text.split('\n').map(run).join('')}</c:rich></c:tx>${unseen}<c:dLblPos val="${place}"/>${shows}</c:dLbl>`,
    )
    .join('');
  return `<c:dLbls>${each}${noLabels.replace('<c:dLbls>', '')}`;
}

// A distance, not a place: what an error bar adds to its value, or takes from it.
export function away({ value, lower, upper }: Point, bound: 'upper' | 'lower'): number | null {
  if (value === null || upper === null || lower === null) return null;
  return bound === 'upper' ? Math.max(0, upper - value) : Math.max(0, value - lower);
}

// A bar has one direction of its own and names none; a scatter must say which.
export function errorBars(
  points: readonly Point[],
  direction: 'y' | null,
  columns: { plus: number; minus: number },
  code: string,
): string {
  const [plus, minus] = [points.map((point) => away(point, 'upper')), points.map((point) => away(point, 'lower'))];
  if (plus.every((value) => value === null)) return '';
  const named = direction === null ? '' : `<c:errDir val="${direction}"/>`;
  return `<c:errBars>${named}<c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="1"/><c:plus>${numbers(columns.plus, plus, code)}</c:plus><c:minus>${numbers(columns.minus, minus, code)}</c:minus><c:spPr>${stroke('tx1', 19050)}</c:spPr></c:errBars>`;
}

export function wholeChart(plot: string, legend: boolean): string {
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

export function categoryAxis({ id, crosses, place, reversed = false }: AxisLook): string {
  return `<c:catAx><c:axId val="${id}"/><c:scaling><c:orientation val="${reversed ? 'maxMin' : 'minMax'}"/></c:scaling><c:delete val="0"/><c:axPos val="${place}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr>${stroke('accent4', 9525)}</c:spPr>${textProperties('tx1')}<c:crossAx val="${crosses}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>`;
}

export function valueAxis(
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
