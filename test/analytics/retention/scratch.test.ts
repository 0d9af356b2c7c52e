import { readFileSync } from 'node:fs';
import { afterAll, it } from 'vitest';
import { ask, closeGrounds, groundOf } from '../ground';
import { sharedData } from '../../shared-data';
import { onlineRetailOrders } from './online-retail';
afterAll(closeGrounds);
const ids = ['logo-retention','revenue-retention','expansion','repeat-purchase','cohort-retention','customer-survival','cadence','silent-churn','value-to-date','expected-value','concentration','touch-coverage'];
async function show(ground: Awaited<ReturnType<typeof groundOf>>) {
  for (const id of ids) {
    const t = Date.now();
    try {
    const { rows, answer } = await ask(ground, id, {});
    console.log(id, Date.now() - t, rows.length);
    for (const row of rows.slice(0, 3)) console.log(JSON.stringify(row));
    if (answer.extra) console.log(JSON.stringify(answer.extra).slice(0, 1500));
    } catch (error) { console.log(id, String(error).slice(0, 600)); }
  }
}
it('uci', async () => {
  await show(await groundOf({ orders: onlineRetailOrders() }));
}, 120000);
it('cdnow', async () => {
  const lines = readFileSync(sharedData('cdnow-sample', 'CDNOW_sample.txt'), 'utf8').trim().split(/\r?\n/);
  const orders = lines.map((line, i) => { const [master = '', , day = '', , value = ''] = line.trim().split(/\s+/); return { order_id: `o${i}`, account_id: master, ordered_at: `${day.slice(0,4)}-${day.slice(4,6)}-${day.slice(6)}`, amount: Number(value) }; });
  await show(await groundOf({ orders }, {}, '1997-09-30T23:59:59.999999Z'));
}, 120000);
