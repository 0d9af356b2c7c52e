import type { Formats } from '../../ui/use-format';
import type { Measure, Skill } from './board';

/** How values of a skill are written, all alike down its column. */
export interface CellText {
  readonly unit: 'ratio' | 'money' | 'index';
  readonly decimals: number | undefined;
  /** With its unit: `26.7%`, `RM 8,283`, `1.23`. */
  readonly full: (value: number | null) => string;
  readonly range: (lower: number | null, upper: number | null) => string;
  /** For a column whose head names the unit: `27%`, `8,283`. */
  readonly short: (value: number | null) => string;
  /** A distance: in points for rates. */
  readonly distance: (value: number) => string;
}

/** Two decimals where a day sees few conversations, else one. */
const fewAday = 5;

/** The notation of a skill; `currency` of the answer. */
export function cellTextOf(
  { measure, median }: Pick<Skill, 'measure' | 'median'>,
  formats: Formats,
  currency: string,
  points: (n: string) => string,
): CellText {
  const unit = unitOf[measure];
  const decimals = measure === 'pace' ? ((median ?? 0) < fewAday ? 2 : 1) : undefined;
  const options = { compact: true, decimals, ...(measure === 'money' && { currency }) };
  const full = (value: number | null): string => formats.of(unit, value, options);
  return {
    unit,
    decimals,
    full,
    range: (lower, upper) => formats.range(unit, lower, upper, options),
    short: (value) => formats.of(unit, value, { compact: true, decimals: measure === 'ratio' ? 0 : decimals }),
    distance: (value) =>
      measure === 'ratio' ? points(formats.of('ratio', Math.abs(value), { bare: true })) : full(Math.abs(value)),
  };
}

const unitOf: Readonly<Record<Measure, CellText['unit']>> = { ratio: 'ratio', money: 'money', pace: 'index' };
