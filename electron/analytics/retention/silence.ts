import type { BgNbdFit } from '../../stats/bgnbd';
import { expectedFuturePurchases, probabilityAlive } from '../../stats/bgnbd';
import type { Cadence } from '../../stats/cadence';
import { cadenceSteps } from '../../stats/cadence';
import type { ValueModel } from '../../stats/gamma-gamma';
import { valueSteps } from '../../stats/gamma-gamma';
import type { PurchaseHistories } from '../../stats/purchase-groups';
import type { Sbg } from '../../stats/sbg';
import { fitSbg } from '../../stats/sbg';
import type { Table } from '../../model/table';
import { numbersOf } from '../../model/table';
import type { Fitted, Options, ParameterValues } from '../metric';
import { backTest } from './back-test';
import { pause, pausing } from '../../model/pause';
import { contractCohorts, contractLives } from '../contract-lives';
import { leavingOf } from './leaving';

const monthDays = 30.4375;

/** Points between which the expected purchases of customers of one x are read off by their age; evenly spaced in ln(alpha + age). */
const nodes = 48;

/** What is fitted to the whole base: who has left, how unusual a silence is, what a purchase is worth, how long contracts last. */
interface Models {
  readonly left: BgNbdFit | null;
  readonly cadence: Cadence | null;
  readonly value: ValueModel | null;
  readonly contract: Sbg | null;
  readonly repeats: readonly number[];
  readonly longest: number;
  readonly extra: Readonly<Record<string, unknown>>;
}

/** Parameters of the fits, as every metric that reads them declares them. */
export const unfitted: ParameterValues = {
  model: null,
  r: null,
  alpha: null,
  a: null,
  b: null,
  shape: null,
  rate: null,
  p: null,
  q: null,
  v: null,
  mean_money: null,
  lives: [],
  node_width: null,
  discounted_days: null,
  contract_lives: [],
  horizon_months: null,
  discount: null,
};

/** Months and yearly discount of an expected value; source: domain specification M45. */
export function horizonOf(options: Options): { months: number; discount: number } {
  return { months: Number.parseInt(options['horizon'] ?? '12m', 10), discount: Number(options['discount'] ?? 0.1) };
}

/** Fits the models to the gathered histories and contract lives; what depends on the options is read off them. Source: domain specification 5.8 to 5.11. */
export async function fitSilence(gathered: Table): Promise<(options: Options) => Fitted> {
  const kinds = numbersOf(gathered, 'kind');
  const customers = kinds.findIndex((kind) => kind === 1);
  const end = customers === -1 ? gathered.length : customers;
  const column = (name: string) => numbersOf(gathered, name).subarray(0, end);
  const histories = { repeats: column('repeats'), lastAge: column('last_age'), age: column('age') };
  const models = await fitModels(histories, column('mean_money'), contractCohorts(gathered, end));
  const hidden = numbersOf(gathered, 'hidden_days')[0] ?? 0;
  await pause();
  const calibration = end === 0 ? null : await backTest(beforeOf(gathered, end), hidden);
  return (options) => ({
    parameters: parametersOf(models, options),
    extra: { ...models.extra, ...(calibration ? { back_test: calibration } : {}) },
  });
}

// Those who were customers when the last three months began.
function beforeOf(gathered: Table, end: number): PurchaseHistories & { bought: Float64Array } {
  const repeats = numbersOf(gathered, 'repeats_before');
  const kept: number[] = [];
  for (let row = 0; row < end; row++) if (repeats[row]! >= 0) kept.push(row);
  const pick = (name: string) => {
    const values = numbersOf(gathered, name);
    const out = new Float64Array(kept.length);
    for (let i = 0; i < kept.length; i++) out[i] = values[kept[i]!]!;
    return out;
  };
  return {
    repeats: pick('repeats_before'),
    lastAge: pick('last_age_before'),
    age: pick('age_before'),
    bought: pick('bought_since'),
  };
}

async function fitModels(histories: PurchaseHistories, means: Float64Array, cohorts: number[][]): Promise<Models> {
  const left = await leavingOf(histories);
  await pause();
  const cadence = await pausing(cadenceSteps(histories.repeats, histories.lastAge));
  await pause();
  const value = await pausing(valueSteps(histories.repeats, means));
  await pause();
  const contract = fitSbg(cohorts);
  const counts = new Set<number>();
  let longest = 1;
  for (let i = 0; i < histories.repeats.length; i++) {
    counts.add(histories.repeats[i]!);
    longest = Math.max(longest, histories.age[i]!);
  }
  const extra = {
    fit: leavingText(left, cadence, histories.repeats.length),
    ...(cadence
      ? { overdue: { model: 'cadence', shape: cadence.shape, rate: cadence.rate, customers: cadence.customers } }
      : {}),
    ...(value ? { value_fit: value } : {}),
    ...(contract ? { contract_fit: { model: 'sbg', a: contract.a, b: contract.b, time_unit: 'months' } } : {}),
  };
  return { left, cadence, value, contract, repeats: [...counts], longest, extra };
}

function leavingText(left: BgNbdFit | null, cadence: Cadence | null, customers: number) {
  if (left) {
    const { r, alpha, a, b, repeaters } = left;
    return { model: 'bg-nbd', r, alpha, a, b, time_unit: 'days', customers: left.customers, repeaters };
  }
  if (cadence) {
    const { shape, rate } = cadence;
    return { model: 'cadence', shape, rate, time_unit: 'days', customers: cadence.customers };
  }
  return { model: null, customers };
}

function parametersOf(models: Models, options: Options): ParameterValues {
  const { left, cadence, value, contract } = models;
  const { months, discount } = horizonOf(options);
  const weights = Array.from({ length: months }, (_, i) => Math.pow(1 + discount, -(i + 1) / 12));
  const width = left ? Math.log((left.alpha + models.longest) / left.alpha) / (nodes - 1) : null;
  return {
    model: left ? 'bg-nbd' : cadence ? 'cadence' : 'none',
    r: left?.r ?? null,
    alpha: left?.alpha ?? null,
    a: left?.a ?? null,
    b: left?.b ?? null,
    shape: cadence?.shape ?? null,
    rate: cadence?.rate ?? null,
    ...valueParameters(value),
    lives: left && width ? livesOf(left, models.repeats, width, weights) : [],
    node_width: width,
    discounted_days: monthDays * weights.reduce((sum, weight) => sum + weight, 0),
    contract_lives: contractLives(contract, weights),
    horizon_months: months,
    discount,
  };
}

function valueParameters(value: ValueModel | null): ParameterValues {
  if (value?.kind === 'gamma_gamma') return { p: value.p, q: value.q, v: value.v, mean_money: value.mean };
  return { p: null, q: null, v: null, mean_money: value?.mean ?? null };
}

// Discounted purchases of a live customer depend on x and age alone, smoothly in ln(alpha + age): between two nodes the straight line is off by less than a thousandth.
function livesOf(model: BgNbdFit, repeats: readonly number[], width: number, weights: readonly number[]): string[] {
  return repeats.flatMap((x) =>
    Array.from({ length: nodes + 1 }, (_, node) => {
      const age = model.alpha * (Math.exp(node * width) - 1);
      const last = x > 0 ? age : 0;
      const alive = probabilityAlive(model, x, last, age);
      let sum = 0;
      let before = 0;
      weights.forEach((weight, i) => {
        const until = expectedFuturePurchases(model, x, last, age, (i + 1) * monthDays) / alive;
        sum += weight * (until - before);
        before = until;
      });
      return `${x} ${node} ${Math.log(Math.max(sum, 1e-300))}`;
    }),
  );
}
