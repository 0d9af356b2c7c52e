import { describe, expect, test } from 'vitest';
import {
  committedSample,
  closeTrials,
  daysLater,
  effectOf,
  presentTrials,
  rateIn,
  reachTrials,
  rowsOf,
} from './read-sample';

const { files, truth } = committedSample();
const lastDay = truth.last_day;
const aes = truth.reps
  .filter((rep) => rep.role === 'ae' && !truth.in_ramp.some((one) => one.rep_id === rep.rep_id))
  .map((rep) => rep.rep_id);
const from = '2025-10-01';
const matureTo = daysLater(lastDay, 2 - truth.mature_days);

describe('people', () => {
  test('are about thirty in two teams, with the roles of the company', () => {
    const counts = new Map<string, number>();
    for (const rep of truth.reps) counts.set(rep.role, (counts.get(rep.role) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toEqual({ manager: 2, sdr: 9, ae: 11, specialist: 3, cs: 5 });
    expect(new Set(truth.reps.map((rep) => rep.team))).toEqual(new Set(['Central', 'North']));
  });

  test('of the AE role have at least 120 mature proposals in each of the last two years', () => {
    expect(truth.mature_proposals).toHaveLength(2 * aes.length);
    const trials = closeTrials(files);
    for (const { rep_id, from: start, to, count } of truth.mature_proposals) {
      const seen = trials.filter((one) => one.rep === rep_id && one.day >= start && one.day < to).length;
      expect(count).toBeGreaterThanOrEqual(120);
      expect(Math.abs(seen - count)).toBeLessThanOrEqual(truth.mess.no_owner.length);
    }
  });

  test('close, reach and get beyond meetings at the planted rates', () => {
    const shown = [
      ['close', closeTrials(files)],
      ['reach', reachTrials(files)],
      ['present', presentTrials(files)],
    ] as const;
    for (const [skill, trials] of shown) {
      for (const one of truth.skills) {
        if (one.skill !== skill || one.period !== '2025' || one.trials < 30) continue;
        const rate = rateIn(trials, [one.rep_id], '2025-01-01', '2026-01-01');
        const noise = Math.sqrt((one.own_mix_rate * (1 - one.own_mix_rate)) / one.trials);
        expect(Math.abs(rate - one.own_mix_rate), `${one.rep_id} ${skill}`).toBeLessThan(4 * noise + 0.01);
      }
    }
  });

  test('have the planted gaps and strengths on the right side of their peers', () => {
    const recent = truth.skills.filter((one) => one.period === 'last_four_quarters');
    for (const { rep_id, skill, rate, peers } of [...truth.gaps, ...truth.strengths]) {
      const own = recent.find((one) => one.rep_id === rep_id && one.skill === skill);
      const others = recent.filter((one) => one.rep_id !== rep_id && one.skill === skill && one.trials >= 30);
      if (!own) throw new Error(`${rep_id} ${skill}`);
      const rates = others.map((one) => one.successes / one.trials).sort((a, b) => a - b);
      const median = rates[Math.floor(rates.length / 2)] ?? 0;
      expect(Math.sign(own.successes / own.trials - median), `${rep_id} ${skill}`).toBe(Math.sign(rate - peers));
    }
  });

  test('include one closer far below and one far above the others', () => {
    const trials = closeTrials(files);
    const rates = new Map(aes.map((rep) => [rep, rateIn(trials, [rep], from, matureTo)] as const));
    const sorted = [...rates].sort((a, b) => a[1] - b[1]);
    expect(sorted[0]?.[0]).toBe('R15');
    expect(rates.get('R15')).toBeLessThan(0.27);
    expect(rates.get('R12')).toBeGreaterThan(0.4);
  });

  test('meet different customers, so that a good closer of hard ones looks poor', () => {
    const hard = truth.skills.find(
      (one) => one.rep_id === 'R13' && one.skill === 'close' && one.period === 'last_four_quarters',
    );
    expect((hard?.company_mix_rate ?? 0) - (hard?.own_mix_rate ?? 1)).toBeGreaterThan(0.05);
    const share = (rep: string): number => {
      const own = rowsOf(files, 'opportunities.csv').filter((row) => row['owner_id'] === rep);
      return own.filter((row) => row['segment'] === 'Corporate').length / own.length;
    };
    expect(share('R13')).toBeGreaterThan(2 * share('R16'));
  });
});

describe('training', () => {
  const trialsOf = {
    'Opening calls': reachTrials(files),
    'Closing with confidence': closeTrials(files),
    'Motivation day': presentTrials(files),
  };
  const sdrs = ['R03', 'R04', 'R05', 'R06', 'R07', 'R08', 'R09', 'R10'];

  function effect(name: keyof typeof trialsOf): number {
    const treated = truth.programmes.find((one) => one.programme === name)?.treated ?? [];
    const peers = name === 'Opening calls' ? sdrs : aes;
    return effectOf(
      trialsOf[name],
      treated,
      peers.filter((rep) => !treated.some((one) => one.rep_id === rep)),
    );
  }

  test('that works raises the skill of those trained against the others', () => {
    expect(effect('Opening calls')).toBeGreaterThan(0.05);
    expect(effect('Closing with confidence')).toBeGreaterThan(0.05);
  });

  test('that does nothing changes next to nothing', () => {
    expect(Math.abs(effect('Motivation day'))).toBeLessThan(0.05);
    expect(truth.programmes.find((one) => one.programme === 'Motivation day')?.logit_shift).toBe(0);
  });

  test('is on file for everyone treated, on the day the truth file says', () => {
    for (const { programme, treated } of truth.programmes) {
      for (const { rep_id, completed_on } of treated) {
        const row = rowsOf(files, 'trainings.csv').find(
          (one) => one['rep_id'] === rep_id && one['programme'] === programme,
        );
        expect(row?.['completed_at']?.slice(0, 10)).toBe(completed_on);
      }
    }
  });

  test('helped one who still missed every monthly target since', () => {
    const { rep_id, trained_on, months_missed } = truth.improved_below_target;
    const trials = closeTrials(files);
    const before = rateIn(trials, [rep_id], daysLater(trained_on, -365), trained_on);
    expect(rateIn(trials, [rep_id], daysLater(trained_on, 14), matureTo) - before).toBeGreaterThan(0.06);
    const booked = new Map<string, number>();
    for (const row of rowsOf(files, 'opportunities.csv')) {
      const month = (row['closed_at'] ?? '').slice(0, 7);
      if (row['is_won'] === 'true' && row['owner_id'] === rep_id)
        booked.set(month, (booked.get(month) ?? 0) + Number(row['amount']));
    }
    expect(months_missed).toHaveLength(7);
    for (const row of rowsOf(files, 'targets.csv')) {
      const month = (row['period_start'] ?? '').slice(0, 7);
      if (row['rep_id'] === rep_id && months_missed.includes(month))
        expect(booked.get(month) ?? 0).toBeLessThan(Number(row['value']));
    }
  });
});

describe('customers', () => {
  const silent = new Map(truth.quiet_leavers.map((one) => [one.account_id, one] as const));

  test('who left quietly have no order, no word and no case since', () => {
    expect(silent.size).toBeGreaterThan(20);
    const limit = daysLater(lastDay, -119);
    for (const one of silent.values()) expect(one.last_order_on < limit).toBe(true);
    for (const row of rowsOf(files, 'orders.csv')) {
      const leaver = silent.get(row['account_id'] ?? '');
      if (leaver && row['status'] === 'placed')
        expect((row['ordered_at'] ?? '').slice(0, 10) <= leaver.last_order_on).toBe(true);
    }
    for (const row of rowsOf(files, 'activities.csv')) {
      const leaver = silent.get(row['account_id'] ?? '');
      if (leaver && (row['direction'] === 'in' || row['is_conversation'] === 'true'))
        expect((row['at'] ?? '').slice(0, 10) <= leaver.last_order_on).toBe(true);
    }
    for (const row of rowsOf(files, 'cases.csv')) expect(silent.has(row['account_id'] ?? '')).toBe(false);
  });

  test('who left loudly gave notice', () => {
    expect(truth.loud_leavers.length).toBeGreaterThan(10);
    const notices = new Set(
      rowsOf(files, 'cases.csv').flatMap((row) => (row['kind'] === 'cancel_notice' ? [row['account_id']] : [])),
    );
    for (const { account_id, notice_on } of truth.loud_leavers)
      expect(notice_on !== null && notices.has(account_id)).toBe(true);
  });

  test('referred others who referred others', () => {
    const edges = new Set(rowsOf(files, 'referrals.csv').map((row) => `${row['from_account']} ${row['to_account']}`));
    expect(truth.referral_chains.length).toBeGreaterThan(5);
    for (const chain of truth.referral_chains) {
      expect(chain.length).toBeGreaterThanOrEqual(3);
      chain.slice(1).forEach((account, i) => expect(edges.has(`${chain[i]} ${account}`)).toBe(true));
    }
  });

  test('who pay late mostly pay after the due date, the others seldom', () => {
    const late = new Set(truth.late_payers);
    const bills = new Map(
      rowsOf(files, 'invoices.csv').map((row) => [row['invoice_id'], row['due_on'] ?? ''] as const),
    );
    const counts = { late: [0, 0], prompt: [0, 0] };
    for (const row of rowsOf(files, 'payments.csv')) {
      if (row['status'] !== 'ok' || row['invoice_id'] === '') continue;
      const group = late.has(row['account_id'] ?? '') ? counts.late : counts.prompt;
      group[0] = (group[0] ?? 0) + 1;
      if ((row['at'] ?? '').slice(0, 10) > (bills.get(row['invoice_id']) ?? '')) group[1] = (group[1] ?? 0) + 1;
    }
    expect((counts.late[1] ?? 0) / (counts.late[0] ?? 1)).toBeGreaterThan(0.75);
    expect((counts.prompt[1] ?? 0) / (counts.prompt[0] ?? 1)).toBeLessThan(0.3);
  });

  test('from schools order more when the school year opens, everyone less around Hari Raya', () => {
    const segment = new Map(rowsOf(files, 'accounts.csv').map((row) => [row['account_id'], row['segment']] as const));
    const orders = rowsOf(files, 'orders.csv').filter(
      (row) => row['opportunity_id'] === '' && row['account_id'] !== '',
    );
    const schools = orders.filter((row) => segment.get(row['account_id']) === 'School');
    const perDay = (rows: typeof orders, start: string, end: string): number =>
      rows.filter((row) => (row['ordered_at'] ?? '') >= start && (row['ordered_at'] ?? '') < end).length /
      ((Date.parse(end) - Date.parse(start)) / 86_400_000);
    expect(perDay(schools, '2025-12-15', '2026-01-26')).toBeGreaterThan(
      1.15 * perDay(schools, '2026-02-01', '2026-04-01'),
    );
    const leads = rowsOf(files, 'leads.csv').map((row) => ({ ...row, ordered_at: row['created_at'] ?? '' }));
    expect(perDay(leads, '2026-03-18', '2026-04-01')).toBeLessThan(0.7 * perDay(leads, '2026-04-15', '2026-06-15'));
  });
});

describe('pay', () => {
  test('of the first plan goes to the top, of the second to nearly all', () => {
    const [top, flat] = truth.incentives;
    expect(top?.top20_share).toBeGreaterThan(0.65);
    expect(flat?.top20_share).toBeLessThan(0.35);
    expect(flat?.share_paid).toBeGreaterThan(0.9);
  });

  test('follows from the payouts on file', () => {
    for (const plan of truth.incentives) {
      const sums = new Map<string, number>();
      for (const row of rowsOf(files, 'payouts.csv')) {
        if (row['plan_id'] === plan.plan_id)
          sums.set(row['rep_id'] ?? '', (sums.get(row['rep_id'] ?? '') ?? 0) + Number(row['amount']));
      }
      const total = [...sums.values()].reduce((sum, value) => sum + value, 0);
      const paid = [...sums.values()].filter((value) => value > 0).length;
      expect(Math.round(total)).toBe(plan.total);
      expect(paid / sums.size).toBeCloseTo(plan.share_paid, 3);
    }
  });
});

describe('dirt', () => {
  test('is where the truth file says', () => {
    const deals = new Map(rowsOf(files, 'opportunities.csv').map((row) => [row['opportunity_id'] ?? '', row] as const));
    const { mess } = truth;
    const amounts = [...deals.values()].map((row) => row['amount'] ?? '');
    expect(amounts.filter((text) => text.startsWith('-'))).toHaveLength(mess.negative_amounts.length);
    expect(amounts.filter((text) => text === '0')).toHaveLength(mess.zero_amounts.length);
    expect(amounts.filter((text) => text === '')).toHaveLength(mess.missing_amounts.length);
    expect([...deals.values()].filter((row) => row['owner_id'] === '')).toHaveLength(mess.no_owner.length);
    expect([...deals.values()].filter((row) => row['source'] === '')).toHaveLength(mess.no_source.length);
    const early = [...deals.values()].filter(
      (row) => row['closed_at'] !== '' && (row['closed_at'] ?? '') < (row['created_at'] ?? ''),
    );
    expect(early.map((row) => row['opportunity_id'])).toEqual(expect.arrayContaining([...mess.closed_before_created]));
    const padded = rowsOf(files, 'accounts.csv').filter(
      (row) => row['name'] !== row['name']?.trim().replace(/ +/g, ' '),
    );
    expect(new Set(padded.map((row) => row['account_id']))).toEqual(new Set(mess.padded_accounts));
    expect(rowsOf(files, 'accounts.csv').filter((row) => row['merged_into'] !== '').length).toBeGreaterThanOrEqual(
      mess.merged_accounts.length,
    );
    expect(rowsOf(files, 'orders.csv').filter((row) => row['account_id'] === '').length).toBeGreaterThanOrEqual(
      mess.orders_without_account.length,
    );
  });

  test('holds reopened, returned, reversed, reassigned and foreign deals', () => {
    for (const [kind, ids] of Object.entries(truth.odd_deals)) expect(ids.length, kind).toBeGreaterThan(5);
  });
});
