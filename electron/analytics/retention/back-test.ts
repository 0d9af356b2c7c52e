import { probabilityAlive } from '../../stats/bgnbd';
import { wilson } from '../../stats/intervals';
import type { PurchaseHistories } from '../../stats/purchase-groups';
import { pause } from '../../model/pause';
import { leavingOf } from './leaving';

const bins = 10;

/** One tenth of the customers, by how likely a purchase in the hidden months was held to be: mean forecast and what happened. */
interface Bin {
  readonly from: number;
  readonly to: number;
  readonly customers: number;
  readonly predicted: number;
  readonly actual: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

/**
 * The model fitted to all but the last `days` and held against them: predicted and actual share of customers that bought in that time, in ten bins.
 * Null where there was too little to fit. Forecast: a live customer's rate is Gamma(r + x, alpha + T), so none in `days` has probability `((alpha+T)/(alpha+T+days))^(r+x)`.
 * Source: domain specification M43 (calibration).
 */
export async function backTest(histories: PurchaseHistories & { bought: ArrayLike<number> }, days: number) {
  const fit = await leavingOf(histories);
  if (!fit) return null;
  const { repeats, lastAge, age, bought } = histories;
  const forecast = new Float64Array(repeats.length);
  for (let i = 0; i < forecast.length; i++) {
    const none = Math.pow((fit.alpha + age[i]!) / (fit.alpha + age[i]! + days), fit.r + repeats[i]!);
    forecast[i] = probabilityAlive(fit, repeats[i]!, lastAge[i]!, age[i]!) * (1 - none);
  }
  await pause();
  const order = Uint32Array.from(forecast.keys()).sort((first, second) => forecast[first]! - forecast[second]!);
  await pause();
  const found = Array.from({ length: bins }, (_, bin) => {
    const some = order.subarray(Math.floor((bin * order.length) / bins), Math.floor(((bin + 1) * order.length) / bins));
    return binOf(some, forecast, bought);
  });
  const mean = (values: ArrayLike<number>) => {
    let sum = 0;
    for (let i = 0; i < values.length; i++) sum += values[i]!;
    return sum / repeats.length;
  };
  return {
    hidden_days: days,
    customers: repeats.length,
    predicted: mean(forecast),
    actual: mean(bought),
    fit: { model: 'bg-nbd', r: fit.r, alpha: fit.alpha, a: fit.a, b: fit.b, time_unit: 'days' },
    bins: found.filter((bin) => bin.customers > 0),
  };
}

function binOf(rows: Uint32Array, forecast: Float64Array, bought: ArrayLike<number>): Bin {
  const customers = rows.length;
  let predicted = 0;
  let hits = 0;
  for (const row of rows) {
    predicted += forecast[row]!;
    hits += bought[row]!;
  }
  const limits = wilson(hits, customers);
  return {
    from: forecast[rows[0] ?? 0] ?? 0,
    to: forecast[rows[customers - 1] ?? 0] ?? 0,
    customers,
    predicted: predicted / customers,
    actual: hits / customers,
    lower: limits?.lower ?? null,
    upper: limits?.upper ?? null,
  };
}
