import { because } from '../../model/evidence';
import type { Evidence } from '../../model/evidence';
import type { Mask } from './masks';
import { filledIn, isMissing } from './masks';
import { plainDate } from './plain-date';

export type DateOrder = 'ymd' | 'dmy' | 'mdy';

/** The make of a written date, told from its mask. */
export type DateShape =
  | 'iso_date'
  | 'iso_time'
  | 'iso_zone'
  | 'ymd'
  | 'parts'
  | 'day_month_name'
  | 'month_name_day'
  | 'compact'
  | 'epoch_ms'
  | 'epoch_s'
  | 'serial';

const time = '[T ,]+9{1,2}:99(:99([.,]9+)?)?( ?[AaPp][.]?[Mm][.]?)?';
const zone = ' ?(Z|UTC|GMT|[+-]99(:?99)?)';
const shapes: readonly (readonly [DateShape, RegExp])[] = [
  ['iso_date', /^9999-99-99$/],
  ['iso_time', /^9999-99-99[T ]99:99(:99([.]9{1,6})?)?$/],
  ['iso_zone', new RegExp(`^9999-99-99[T ]99:99(:99([.]9+)?)?${zone}$`)],
  ['ymd', new RegExp(`^9999[-/.]9{1,2}[-/.]9{1,2}(${time})?$`)],
  ['parts', new RegExp(`^9{1,2}[-/.]9{1,2}[-/.](9999|99)(${time})?$`)],
  ['day_month_name', new RegExp(`^9{1,2}[-/ .]{0,2}(de )?\\p{L}{3,12}[-/ .,]{0,2}(de )?(9999|99)(${time})?$`, 'iu')],
  ['month_name_day', new RegExp(`^[A-Za-z]{3,9}[.]? 9{1,2}(st|nd|rd|th)?,? 9999(${time})?$`)],
  ['compact', /^99999999$/],
  ['epoch_ms', /^9{12,13}$/],
  ['epoch_s', /^9{9,10}$/],
  ['serial', /^99999([.]9+)?$/],
];

/** Make of one value; null when it is no date. */
export function shapeOfMask(mask: string): DateShape | null {
  return bareShape(mask) ?? (mayBeDressed.test(mask) ? bareShape(plainDate(mask)) : null);
}

const mayBeDressed = /^(?=.{6,48}$).*9.*9/u;

function bareShape(mask: string): DateShape | null {
  return shapes.find(([, pattern]) => pattern.test(mask))?.[0] ?? null;
}

/** How a column of dates is read. */
export interface DateReading {
  readonly kind: 'dates';
  /** The one make all values have when it can be read without patterns; null when they differ. */
  readonly fast: 'iso_date' | 'iso_time' | 'iso_zone' | 'iso_utc' | null;
  /** True when some values are read only without their weekday, ordinal, joining words or marks of other scripts. */
  readonly dressed: boolean;
  /** Lengths of the texts, for the fast ways. */
  readonly lengths: readonly number[];
  readonly shapes: readonly DateShape[];
  readonly order: DateOrder;
  readonly hasTime: boolean;
  /** True when every time of day is midnight, so that the column holds dates. */
  readonly midnightIsDate: boolean;
  readonly twoDigitYears: boolean;
  readonly monthNames: boolean;
  readonly missing: readonly string[];
}

/** Share of a column's values that are dates, 0 to 1; null without values. Bare numbers count only where dates are expected. */
export function dateShare(masks: readonly Mask[], expected: boolean): number | null {
  const filled = filledIn(masks);
  if (filled === 0) return null;
  const numbers: readonly (DateShape | null)[] = ['compact', 'epoch_ms', 'epoch_s', 'serial'];
  const dates = masks.filter((mask) => {
    const shape = shapeOfMask(mask.mask);
    return shape !== null && (expected || !numbers.includes(shape));
  });
  return dates.reduce((sum, mask) => sum + mask.count, 0) / filled;
}

/** How the columns of a file order day and month: decided by a number above 12 anywhere in it, else by its separators, else open. */
export interface OrderVerdict {
  readonly order: DateOrder;
  readonly evidence: Evidence;
  /** True when nothing in the file settles it and a person must. */
  readonly open: boolean;
  /** True when the verdict matters: some dates are written in three numbers. */
  readonly needed: boolean;
}

/** Judges the order from all date columns of a file together; the usual order settles what they leave open. */
export function judgeOrder(
  columns: readonly (readonly Mask[])[],
  given: DateOrder | undefined,
  usual?: DateOrder,
): OrderVerdict {
  const parts = columns.flatMap((masks) => masks.filter((mask) => shapeOfMask(mask.mask) === 'parts'));
  const needed = parts.length > 0;
  const count = (pick: (mask: Mask) => number) => parts.reduce((sum, mask) => sum + pick(mask), 0);
  const first = count((mask) => mask.firstOver12);
  const second = count((mask) => mask.secondOver12);
  if (given && given !== 'ymd') return { order: given, evidence: because('told'), open: false, needed };
  if (!needed) return { order: 'ymd', evidence: because('year_first'), open: false, needed };
  if (first > 0 && first >= second)
    return { order: 'dmy', evidence: because('day_over_12', { n: first }), open: false, needed };
  if (second > 0) return { order: 'mdy', evidence: because('day_over_12', { n: second }), open: false, needed };
  const dotted = parts.every((mask) => /^9{1,2}[.]/.test(mask.mask));
  if (dotted) return { order: 'dmy', evidence: because('dotted_dates'), open: false, needed };
  if (usual && usual !== 'ymd') return { order: usual, evidence: because('as_before'), open: false, needed };
  const clock = parts.some((mask) => /[AaPp][.]?[Mm]/.test(mask.mask));
  return { order: clock ? 'mdy' : 'dmy', evidence: because('no_day_over_12'), open: true, needed };
}

/** Zones the database does not read as they stand: after a blank, or after a time without seconds. */
const needsTidying = / [-+]9|[T ]99:99 ?(?:[-+Z]|UTC|GMT)/;

/** How one column of dates is read, given the file's order. */
export function readingOfDates(masks: readonly Mask[], order: DateOrder): DateReading {
  const present = masks.filter((mask) => !isMissing(mask));
  const dated = present.flatMap((mask) => {
    const shape = shapeOfMask(mask.mask);
    return shape === null ? [] : [{ mask, shape, dressed: bareShape(mask.mask) === null }];
  });
  const dressed = dated.some((each) => each.dressed);
  const found = [...new Set(dated.map(({ shape }) => shape))];
  const [only] = found;
  const missing = masks.filter(isMissing).map((mask) => mask.example);
  const pure = missing.length === 0 && found.length === 1 && !dressed;
  const utc = only === 'iso_zone' && dated.every(({ mask }) => mask.mask.endsWith('Z'));
  const fast =
    pure &&
    !dated.some(({ mask }) => needsTidying.test(mask.mask)) &&
    (only === 'iso_date' || only === 'iso_time' || only === 'iso_zone')
      ? utc
        ? 'iso_utc'
        : only
      : null;
  const own = judgeOrder([masks], undefined);
  const timed = dated.filter(
    ({ mask, shape }) => plainDate(mask.mask).includes(':') || (shape === 'serial' && /[.,]/.test(mask.mask)),
  );
  return {
    kind: 'dates',
    dressed,
    fast: fast ?? (present.length === 0 ? 'iso_date' : null),
    lengths: present.length === 0 ? [10] : [...new Set(dated.map(({ mask }) => mask.mask.length))],
    shapes: found,
    order: own.needed && !own.open ? own.order : order,
    hasTime: timed.length > 0,
    midnightIsDate:
      timed.length > 0 && timed.every(({ mask }) => mask.midnight === mask.count && !/Z|UTC|GMT|[+]/.test(mask.mask)),
    twoDigitYears: dated.some(({ mask, shape }) => isTwoDigitYear(mask.mask, shape)),
    monthNames: found.some((shape) => shape.endsWith('name') || shape === 'month_name_day'),
    missing,
  };
}

function isTwoDigitYear(mask: string, shape: DateShape): boolean {
  if (shape === 'parts') return !/[-/.]9999/.test(mask);
  return shape === 'day_month_name' && !/9999/.test(mask);
}
