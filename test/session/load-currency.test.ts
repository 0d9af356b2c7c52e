import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FileReport } from '../../electron/contract';
import { saveSettings } from '../../electron/session/open-workspace';
import { OpenDeck } from './open-deck';

let deck: OpenDeck;
beforeEach(async () => {
  deck = await OpenDeck.fresh();
});
afterEach(() => deck.close());

const deals = (currencies: readonly string[]) =>
  [
    'Deal ID,Created date,Stage,Close date,Amount,Currency',
    ...currencies.map((currency, i) => `D${i},2026-01-05,Won,2026-02-0${i + 1},100,${currency}`),
  ].join('\n');

const reporting = (report: FileReport | undefined) =>
  report?.decisions.find(({ what }) => what === 'reporting currency');
const currencyNow = () => deck.workspace.definitions.settings.currency;
const bookings = async () => (await deck.ask('bookings')).map(({ value }) => value);

describe('the currency figures are told in', () => {
  it('is that of the data where the first import has one and nobody chose another', async () => {
    const path = deck.file('deals.csv', deals(['EUR', 'EUR', 'EUR']));
    const plan = await deck.plan([path]);
    expect(reporting(plan.files[0])).toMatchObject({
      chosen: 'EUR',
      evidence: '3 of 3 amounts with a currency are in EUR',
    });
    expect(currencyNow()).toBe('USD');
    await deck.load([path]);
    expect(currencyNow()).toBe('EUR');
    expect(await bookings()).toEqual([300]);
  });

  it('is the most frequent of several, and still that after the workspace is opened again', async () => {
    const report = await deck.loadText('deals.csv', deals(['MYR', 'SGD', 'MYR']));
    expect(reporting(report)?.evidence).toBe('2 of 3 amounts with a currency are in MYR');
    await deck.reopen();
    expect(currencyNow()).toBe('MYR');
  });

  it('is never changed once somebody chose it, be it the usual one', async () => {
    await saveSettings(deck.workspace, [['currency', 'USD']]);
    await deck.reopen();
    const report = await deck.loadText('deals.csv', deals(['EUR', 'EUR']));
    expect(reporting(report)).toMatchObject({ chosen: 'USD', evidence: 'chosen in the settings' });
    expect(currencyNow()).toBe('USD');
  });

  it('is not changed by a later import, and is open again once the first is undone', async () => {
    const first = await deck.load([deck.file('deals.csv', deals(['EUR']))]);
    await deck.loadText('more.csv', deals(['GBP', 'GBP', 'GBP']));
    expect(currencyNow()).toBe('EUR');
    await deck.undo('2');
    await deck.undo(first.import_id ?? '');
    expect(currencyNow()).toBe('USD');
    await deck.loadText('more.csv', deals(['GBP']));
    expect(currencyNow()).toBe('GBP');
  });

  it('is also that of amounts whose file names none', async () => {
    const result = await deck.load([
      deck.file('deals.csv', deals(['MYR'])),
      deck.file('orders.csv', 'Order ID,Order date,Customer,Amount\n1,2026-01-05,Acme,50\n2,2026-01-06,Acme,50\n'),
    ]);
    const said = result.files.flatMap(({ decisions }) => decisions.filter(({ what }) => what === 'currency'));
    expect(said.map(({ chosen }) => chosen)).toEqual(['MYR']);
  });

  it('stays as it is where no amount says its own', async () => {
    const report = await deck.loadText('deals.csv', 'Deal ID,Created date,Stage,Amount\n1,2026-01-05,Won,5\n');
    expect(reporting(report)).toBeUndefined();
    expect(currencyNow()).toBe('USD');
  });
});
