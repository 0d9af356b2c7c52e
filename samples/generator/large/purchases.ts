/* Orders of a big workspace, in the order of time. */
import type { ByteFile } from './byte-file';
import { FIRST, LAST, type Companies } from './companies';
import { repsOf, type Scale } from './scale';

/** orders.csv: each order by a customer who buys at that time. */
export function writeOrders(file: ByteFile, companies: Companies, scale: Scale, uniform: () => number): void {
  const helpers = repsOf('cs', scale.reps);
  const { start, life } = companies;
  for (let i = 0; i < scale.orders; i++) {
    const share = 0.02 + (0.98 * (i + uniform())) / scale.orders;
    const known = Math.min(scale.accounts, Math.max(1, Math.floor((share / 0.92) * scale.accounts)));
    let account = Math.floor(uniform() * known);
    for (let tries = 0; tries < 6 && share > (start[account] ?? 0) + (life[account] ?? 0); tries++) {
      account = Math.floor(uniform() * known);
    }
    const cents = Math.floor(2000 + 500_000 * uniform() ** 3);
    file.text('D');
    file.whole(i + 1);
    file.text(',A');
    file.whole(account + 1);
    file.next();
    file.instant(Math.floor(FIRST + share * (LAST - FIRST)));
    file.next();
    file.money(cents);
    file.skip(2);
    file.money(Math.floor(cents * (0.15 + 0.2 * uniform())));
    file.text(i % 97 === 0 ? ',,cancelled,R' : ',,placed,R');
    file.whole(helpers[account % helpers.length] ?? 1);
    file.end();
  }
}
