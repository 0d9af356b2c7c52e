/* Whether the chance that a customer has left is what it says: simulated customers who buy at a pace of their own and one day stop, the last quarter hidden. */
import { backTest } from '../../electron/analytics/retention/back-test';
import { leavingOf } from '../../electron/analytics/retention/leaving';
import { probabilityAlive } from '../../electron/stats/bgnbd';
import { wilson } from '../../electron/stats/intervals';
import { seeded, type Random } from '../../electron/stats/random';
import type { Line } from './settings';

const customers = 3000;
const observed = 730;
const hidden = 91;

/** One base of customers as it stood before the hidden quarter, with what came of each. */
interface Base {
  readonly repeats: Float64Array;
  readonly lastAge: Float64Array;
  readonly age: Float64Array;
  /** 1 where something was bought in the hidden quarter. */
  readonly bought: Float64Array;
  /** 1 where the customer had left before it. */
  readonly gone: Float64Array;
}

/** Paces from a gamma with a mean of one purchase in 50 days; a fifth leave after each purchase on the average. */
function makeBase(random: Random): Base {
  const column = () => new Float64Array(customers);
  const base = { repeats: column(), lastAge: column(), age: column(), bought: column(), gone: column() };
  for (let row = 0; row < customers; row++) {
    const age = hidden + random.uniform() * (observed - hidden);
    const pace = random.gamma(1.2, 60);
    const leaves = random.beta(0.8, 3.2);
    base.age[row] = age;
    let [at, alive] = [0, true];
    for (;;) {
      at += random.gamma(1, pace);
      if (!alive || at > age + hidden) break;
      if (at > age) base.bought[row] = 1;
      else {
        base.repeats[row] = base.repeats[row]! + 1;
        base.lastAge[row] = at;
      }
      alive = !random.bernoulli(leaves);
      if (!alive && at <= age) base.gone[row] = 1;
    }
  }
  return base;
}

// Customers of one purchase are certain to be alive by the model, and are shown by another score.
async function goneHeld({ repeats, lastAge, age, gone }: Base): Promise<{ bins: number; held: number; off: number }> {
  const fit = await leavingOf({ repeats, lastAge, age });
  if (!fit) return { bins: 0, held: 0, off: 0 };
  const scored = Array.from(repeats.keys())
    .filter((row) => repeats[row]! > 0)
    .map((row) => ({ score: 1 - probabilityAlive(fit, repeats[row]!, lastAge[row]!, age[row]!), gone: gone[row]! }))
    .sort((one, other) => one.score - other.score);
  let [held, off] = [0, 0];
  for (let bin = 0; bin < 10; bin++) {
    const some = scored.slice(Math.floor((bin * scored.length) / 10), Math.floor(((bin + 1) * scored.length) / 10));
    const mean = some.reduce((sum, { score }) => sum + score, 0) / some.length;
    const left = some.reduce((sum, one) => sum + one.gone, 0);
    const limits = wilson(left, some.length);
    held += Number(limits !== null && limits.lower <= mean && mean <= limits.upper);
    off += Math.abs(left / some.length - mean);
  }
  return { bins: 10, held, off };
}

/** Tenths of the customers by their score, over `runs` simulated bases: how many hold what was foretold, and how far off they are. */
export async function leavingTable(runs: number): Promise<Line[]> {
  const buying = { bins: 0, held: 0, off: 0 };
  const leaving = { bins: 0, held: 0, off: 0 };
  for (let run = 0; run < runs; run++) {
    const base = makeBase(seeded(700 + run));
    for (const bin of (await backTest(base, hidden))?.bins ?? []) {
      buying.bins++;
      buying.held += Number(
        bin.lower !== null && bin.upper !== null && bin.lower <= bin.predicted && bin.predicted <= bin.upper,
      );
      buying.off += Math.abs(bin.actual - bin.predicted);
    }
    const found = await goneHeld(base);
    leaving.bins += found.bins;
    leaving.held += found.held;
    leaving.off += found.off;
  }
  return [...linesOf('purchases of the hidden quarter', buying), ...linesOf('customers gone', leaving)];
}

function linesOf(measure: string, { bins, held, off }: { bins: number; held: number; off: number }): Line[] {
  const team = `silent churn in 10 bins, ${customers} customers`;
  const [share, mean] = [held / bins, off / bins];
  return [
    {
      team,
      measure: `${measure}: bins whose limits hold the forecast`,
      value: share,
      bound: '>= 0.9',
      met: share >= 0.9,
    },
    { team, measure: `${measure}: mean distance`, value: mean, bound: '<= 0.03', met: mean <= 0.03 },
  ];
}
