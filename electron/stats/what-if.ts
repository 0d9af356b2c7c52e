/* What a better rate would be worth, everything else equal.
 * Source: conversion at equal effort by arithmetic; lifetime value with constant retention, Gupta and Lehmann (2003), margin at the start of
 * each period. Limits: descriptions of the present business moved by one number, not forecasts. */
import { sbgDiscountedLife, type Sbg } from './sbg';

/** What a conversion rate of `to` instead of `from` would change. */
export interface ConversionWhatIf {
  /** New cost of one conversion; null when the present one is unknown. */
  costPerConversion: number | null;
  addedWins: number;
  /** Null when the mean margin is unknown. */
  addedMargin: number | null;
}

/** A rise in conversion at equal effort: `entries` people, present rate `from`, new rate `to`, both ratios.
 *  Throws unless both rates lie above 0 and at most 1. */
export function conversionWhatIf(present: {
  from: number;
  to: number;
  entries: number;
  costPerConversion: number | null;
  meanMargin: number | null;
}): ConversionWhatIf {
  const { from, to, entries, costPerConversion, meanMargin } = present;
  for (const rate of [from, to]) {
    if (!(rate > 0 && rate <= 1)) throw new RangeError(`a conversion rate is a ratio above 0, got ${rate}`);
  }
  const addedWins = entries * (to - from);
  return {
    costPerConversion: costPerConversion === null ? null : (costPerConversion * from) / to,
    addedWins,
    addedMargin: meanMargin === null ? null : addedWins * meanMargin,
  };
}

/** Lifetime margin of a customer: margin a period, discount a period, cost of winning one, all money in one currency. */
export interface LifetimeTerms {
  margin: number;
  discount: number;
  acquisitionCost: number;
}

/** Lifetime margin less the cost of winning the customer at constant retention `r` a period, r < 1 + discount. */
export function lifetimeValue({ margin, discount, acquisitionCost }: LifetimeTerms, retention: number): number {
  if (!(retention >= 0 && retention < 1 + discount)) {
    throw new RangeError(`retention ${retention} has no finite value at discount ${discount}`);
  }
  return (margin * (1 + discount)) / (1 + discount - retention) - acquisitionCost;
}

/** The same with retention from a fitted contract model; null when the sum has no end. */
export function contractLifetimeValue({ margin, discount, acquisitionCost }: LifetimeTerms, model: Sbg): number | null {
  const life = sbgDiscountedLife(model, discount);
  return life === null ? null : margin * life - acquisitionCost;
}

/** One reading of "retention up 5 percent". */
interface RetentionRise {
  retention: number;
  value: number;
  /** New value less the present one, money. */
  difference: number;
  /** Relative rise, ratio; null when the present value is not above 0. */
  rise: number | null;
}

/** Value of a customer now and under both readings of a rise. */
export interface RetentionWhatIf {
  value: number;
  /** Retention plus 0.05. */
  points: RetentionRise;
  /** Retention times 1.05. */
  relative: RetentionRise;
}

const HIGHEST = 0.999;

/** What 5 points, or 5 percent, more retention would do to the lifetime margin of a customer; both stop at 0.999. */
export function retentionWhatIf(terms: LifetimeTerms, retention: number): RetentionWhatIf {
  const value = lifetimeValue(terms, retention);
  const to = (wanted: number): RetentionRise => {
    const raised = Math.min(wanted, HIGHEST);
    const next = lifetimeValue(terms, raised);
    return { retention: raised, value: next, difference: next - value, rise: value > 0 ? next / value - 1 : null };
  };
  return { value, points: to(retention + 0.05), relative: to(1.05 * retention) };
}
