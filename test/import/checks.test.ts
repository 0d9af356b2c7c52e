import { afterAll, describe, expect, it } from 'vitest';
import { checkRules } from '../../electron/import/check-rules';
import { checksOf } from '../../electron/import/checks';
import { Grounds } from '../../electron/session/ground';
import { OpenDeck } from '../session/open-deck';

const decks: OpenDeck[] = [];
afterAll(async () => {
  for (const deck of decks) await deck.close();
});

async function checked(files: Readonly<Record<string, readonly string[]>>): Promise<Record<string, number>> {
  const deck = await OpenDeck.fresh();
  decks.push(deck);
  await deck.load(Object.entries(files).map(([name, lines]) => deck.file(name, lines.join('\n'))));
  const { database, definitions } = deck.workspace;
  await new Grounds(database, definitions.settings, definitions.revision).at(null);
  const checks = await database.read((connection) => checksOf(connection, 'USD'));
  // What a check counts is what its rows number.
  for (const { sql, count } of checks)
    expect(await deck.rows(`select count(*)::int as n from (${sql})`)).toEqual([{ n: count }]);
  return Object.fromEntries(checks.map(({ id, count }) => [id, count]));
}

describe('the checks', () => {
  it('find nothing in a clean list but what nobody confirmed', async () => {
    expect(
      await checked({
        'deals.csv': ['opportunity_id,created_at,stage,owner_id,account_id,amount,closed_at', 'a,2026-01-01,Won,Aina,Acme,5,2026-02-01'],
      }),
    ).toEqual({ unconfirmed_stage: 1 });
  });

  it('count each gap of deals, once a deal', async () => {
    const head = 'opportunity_id,created_at,stage,owner_id,account_id,amount,currency,closed_at,expected_close,discount,loss_reason';
    expect(
      await checked({
        'deals.csv': [
          head,
          'undated,,Proposal,Aina,Acme,5,USD,,2027-01-01,,',
          'backwards,2026-03-01,Won,Aina,Acme,5,USD,2026-02-01,,,',
          'unclosed,2026-01-01,Won,Aina,Acme,5,USD,,,,',
          'old,1900-01-01,Won,Aina,Acme,5,USD,2026-02-01,,,',
          'late,2026-01-01,Proposal,Aina,Acme,5,USD,,2026-01-15,,',
          'nobody,2026-01-01,Proposal,,,5,USD,,2027-01-01,,',
          'nameless,2026-01-01,,Aina,Acme,5,USD,,2027-01-01,,',
          'strange,2026-01-01,Quux,Aina,Acme,5,USD,,2027-01-01,,',
          'unpriced,2026-01-01,Won,Aina,Acme,,USD,2026-02-01,,,',
          'free,2026-01-01,Won,Aina,Acme,0,USD,2026-02-01,,,',
          'negative,2026-01-01,Won,Aina,Acme,-1,USD,2026-02-01,,,',
          'foreign,2026-01-01,Won,Aina,Acme,5,XTS,2026-02-01,,,',
          'given,2026-01-01,Won,Aina,Acme,5,USD,2026-02-01,,-0.5,',
          'silent,2026-01-01,Lost,Aina,Acme,5,USD,2026-02-01,,,',
          'fine,2026-01-01,Lost,Aina,Acme,5,USD,2026-02-03,,,Price',
        ],
      }),
    ).toEqual({
      no_created_at: 1, closed_before_created: 1, closed_without_date: 1, unlikely_date: 1, after_as_of: 1, overdue: 1, no_stage: 1, unmapped_stage: 1,
      no_owner: 1, no_account: 1, won_without_amount: 1, won_for_nothing: 1, negative_amount: 1, discount_out_of_range: 1, lost_without_reason: 1,
      no_fx: 1, unconfirmed_stage: 3,
    });
  });

  it('count what does not fit between tables, and broken cells', async () => {
    const found = await checked({
      'accounts.csv': ['account_id,name,merged_into', 'a,Acme,b', 'b,Beta,a', 'c,Gamma,'],
      'deals.csv': ['opportunity_id,created_at,stage,owner_id,account_id,amount', 'd,2026-02-01,Won,Aina,z,5', 'e,2026-02-30,Won,Aina,c,5'],
      'stage_events.csv': ['opportunity_id,entered_at,to_stage', 'd,2026-01-01,Proposal', ',2026-01-02,Proposal', 'd,,Won'],
      'orders.csv': ['order_id,account_id,ordered_at,amount', '1,c,2026-01-01,10', '2,,2026-01-02,-4'],
      'refunds.csv': ['refund_id,order_id,account_id,at,amount', 'r,1,c,2026-01-05,12', 's,,,2026-01-06,1'],
      'activities.csv': ['activity_id,at,kind,rep_id,account_id', 'x,2026-01-01,call,,'],
      'targets.csv': ['target_id,rep_id,metric,period_start,period_end,value', 't,,bookings,2026-01-01,2026-04-01,5'],
      'surveys.csv': ['survey_id,kind,answered_at,account_id,score', 'n,nps,2026-01-01,c,11'],
      'subscriptions.csv': ['subscription_id,account_id,started_on,ended_on,mrr', 's,c,2026-01-01,2025-01-01,5'],
    });
    expect(found).toMatchObject({
      merged_in_circle: 2, unknown_opportunities_account_id: 1, unread_opportunities: 1, event_before_created: 1, event_without_deal: 1, event_without_date: 1,
      order_of_nobody: 1, negative_order: 1, refund_of_nobody: 1, refund_above_order: 1, activity_without_link: 1, activity_of_nobody: 1,
      target_of_nobody: 1, score_out_of_scale: 1, ended_before_started: 1,
    });
  });

  it('have names of their own', () => {
    expect(new Set(checkRules.map(({ id }) => id)).size).toBe(checkRules.length);
  });
});
