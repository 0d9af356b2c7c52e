import { newcombe, wilson } from '../../stats/intervals';
import type { Settings } from '../../model/settings';
import type { Table } from '../../model/table';
import { numbersOf } from '../../model/table';
import { enough } from '../finish';
import type { Line } from '../groups';
import { envelopeUnits, groupsOf, tableOf } from '../groups';
import type { FinishContext } from '../metric';

/** Share of new customers that came by a referral, what a referral yields, how many customers each active one brings (k), and win rates with and without. Source: domain specification M48, 5.2. */
export function referralYield(raw: Table, { settings }: FinishContext): Table {
  const lines = groupsOf(raw).map(({ by, rows }) => ({ by, line: lineOf(raw, rows[0], settings) }));
  return tableOf(lines, {
    ...envelopeUnits('ratio'),
    referred_money: 'money',
    new_money: 'money',
    invited_per_customer: 'score',
    yield: 'ratio',
    mature_referrals: 'count',
    k: 'score',
    win_rate_referred: 'ratio',
    win_rate_other: 'ratio',
    win_difference: 'ratio',
    win_difference_lower: 'ratio',
    win_difference_upper: 'ratio',
    from_flags: 'count',
  });
}

function lineOf(raw: Table, row: number | undefined, settings: Settings): Line {
  const of = (name: string) => (row === undefined ? 0 : (numbersOf(raw, name)[row] ?? 0));
  const share = (hits: string, all: string) => (of(all) > 0 ? of(hits) / of(all) : null);
  const n = of('denominator');
  const limits = wilson(of('numerator'), n);
  const perCustomer = share('invited', 'active_customers');
  const became = share('became_customers', 'mature_invited');
  const difference = newcombe(of('won_referred'), of('deals_referred'), of('won_other'), of('deals_other'));
  return {
    value: share('numerator', 'denominator'),
    numerator: of('numerator'),
    denominator: n,
    n,
    lower: limits?.lower,
    upper: limits?.upper,
    method: limits && 'wilson',
    state: n > 0 && enough(n, of('numerator') / n, settings) ? 'ok' : 'thin',
    reason: n > 0 ? null : 'empty',
    referred_money: of('referred_money'),
    new_money: of('new_money'),
    invited_per_customer: perCustomer,
    yield: became,
    mature_referrals: of('mature_referrals'),
    k: perCustomer === null || became === null ? null : perCustomer * became,
    win_rate_referred: share('won_referred', 'deals_referred'),
    win_rate_other: share('won_other', 'deals_other'),
    win_difference: difference?.difference,
    win_difference_lower: difference?.lower,
    win_difference_upper: difference?.upper,
    from_flags: of('from_flags'),
  };
}
