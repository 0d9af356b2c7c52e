import { expect, test } from 'vitest';
import { leavingOf } from '../../../electron/analytics/retention/leaving';
import { fitBgNbd } from '../../../electron/stats/bgnbd';
import { seeded } from '../../../electron/stats/random';

test('others have their turn while the fit of who has left is worked out, and it is the fit without turns', async () => {
  const random = seeded(5);
  const repeats: number[] = [];
  const lastAge: number[] = [];
  for (let customer = 0; customer < 600; customer++) {
    const rate = 1 / (20 + 60 * random.uniform());
    let [count, last, alive] = [0, 0, true];
    while (alive) {
      const at = last - Math.log(1 - random.uniform()) / rate;
      if (at > 365) break;
      count++;
      last = at;
      alive = random.uniform() > 0.25;
    }
    repeats.push(count);
    lastAge.push(last);
  }
  const histories = { repeats, lastAge, age: new Array<number>(600).fill(365) };
  const order: string[] = [];
  const fit = leavingOf(histories).finally(() => order.push('fit'));
  setImmediate(() => order.push('another'));
  const found = await fit;
  expect(order).toEqual(['another', 'fit']);
  expect(found).toEqual(fitBgNbd(histories));
  expect(found?.settled).toBe(true);
});
