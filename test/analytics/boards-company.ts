import { sfc32 } from '../../samples/generator/random';
import type { Row, Rows } from './ground';
import { stage_map } from './sales';

const uniform = sfc32(7, 11);
const pick = <T>(values: readonly T[]): T => values[Math.floor(uniform() * values.length)] as T;
const maybe = <T>(share: number, value: T): T | null => (uniform() < share ? value : null);
const at = (hours: number) =>
  new Date(Date.UTC(2024, 0, 1, 0, hours * 60)).toISOString().slice(0, 19).replace('T', ' ');
const hour = () => Math.floor(uniform() * 24 * 800) + 0.25;

export const segments = ['SME', 'School', 'Café'];
export const regions = ['North', 'South'];
export const reps = ['r1', 'r2', 'r3', 'r4'];

/** Credit of deals shared: among some with the owner and without, one of them with no share, thirds of money that does not divide. */
export function sharedCredit(): readonly Row[] {
  return Array.from({ length: 500 }, (_, i) => i)
    .filter((i) => i % 4 !== 1)
    .flatMap((i) =>
      reps
        .filter((_, rep) => (i + rep) % 3 > 0 || i % 7 === 0)
        .map((rep_id, nth) => ({
          opportunity_id: `o${i}`,
          rep_id,
          role: 'split',
          credit_share: nth === 3 ? 0 : 1 / 3,
        })),
    );
}

/** Contracts of some of the customers: one after the other with and without a day between, side by side, of no worth, with changes up and down, ended, ended later than anything is known of. */
export function contracts(): Pick<Rows, 'subscriptions' | 'subscription_changes'> {
  const on = (days: number) => at(24 * days).slice(0, 10);
  const all = Array.from({ length: 70 }, (_, i) => {
    // Some begin with a quarter.
    const from = i % 5 === 3 ? [182, 274, 366, 456][i % 4]! : Math.floor(uniform() * 700);
    return { i, from, until: from + [30, 91, 200, 365][i % 4]! };
  });
  const lasting = (i: number) => i % 5 === 2;
  const subscriptions = all.flatMap(({ i, from, until }): Row[] => [
    {
      subscription_id: `s${i}`,
      account_id: `a${i % 55}`,
      started_on: on(from),
      ended_on: lasting(i) ? null : on(until),
      mrr: i % 13 === 6 ? 0 : Math.floor(uniform() * 1e6) / 1e4,
      currency: i % 3 === 0 ? 'USD' : null,
    },
    ...(i % 3 === 1
      ? [
          {
            subscription_id: `n${i}`,
            account_id: `a${i % 55}`,
            started_on: on(until + (i % 4)),
            ended_on: null,
            mrr: Math.floor(uniform() * 1e6) / 1e4,
            currency: 'USD',
          },
        ]
      : []),
  ]);
  const subscription_changes = all
    .filter(({ i }) => i % 2 === 0)
    .map(({ i, from }): Row => ({ subscription_id: `s${i}`, on: on(from + 20), mrr: i % 8 === 0 ? 0 : 10 * (i % 7) }));
  return { subscriptions, subscription_changes };
}

/** A company with every kind of record that a figure treats apart: with and without leads, on a day alone, without amount, rate, account or owner, negative, merged, reopened, reversed, undated, of two teams in turn; the last customers are never spoken with. */
export function company(): Rows {
  const accounts = Array.from({ length: 75 }, (_, i): Row => ({
    account_id: `a${i}`,
    name: `Account ${i}`,
    segment: maybe(0.9, pick(segments)),
    region: maybe(0.9, pick(regions)),
    owner_id: maybe(0.8, pick(reps)),
    merged_into: i % 20 === 7 ? `a${i + 1}` : null,
  }));
  const deals = Array.from({ length: 500 }, (_, i) => ({
    id: `o${i}`,
    from: isYoung(i) ? now - Math.floor(uniform() * 24 * 180) : hour(),
    owner: maybe(0.9, pick(reps)),
  }));
  const ends = ['Won', 'Won', 'Lost', 'None', 'Disqualified', 'Proposal'] as const;
  return {
    stage_map,
    accounts,
    reps: reps.map((rep_id, i) => ({
      rep_id,
      name: `Name ${rep_id}`,
      role: i < 3 ? 'ae' : 'sdr',
      team_id: i < 2 ? 'A' : 'B',
    })),
    rep_periods: [{ rep_id: 'r1', role: 'ae', team_id: 'C', from_on: '2024-06-01', to_on: '2025-03-01' }],
    opportunities: deals
      .map(({ id, from, owner }, i): Row => ({
        opportunity_id: id,
        created_at: i % 9 === 4 ? at(from).slice(0, 10) : at(from),
        lead_id: i % 3 === 0 ? `l${i / 3}` : null,
        stage: i % 50 === 3 ? 'Won' : i % 50 === 13 ? 'Lost' : 'Qualified',
        is_won: i % 50 === 3 ? true : i % 50 === 13 ? false : null,
        closed_at: i % 50 === 13 ? at(from + 500) : null,
        owner_id: owner,
        account_id: maybe(0.95, `a${i % 60}`),
        amount: i % 17 === 0 ? null : Math.floor(uniform() * 1e7) / 1e4 - (i % 23 === 0 ? 2000 : 0),
        currency: i % 19 === 0 ? 'XXX' : null,
        segment: maybe(0.5, pick(segments)),
        source: maybe(0.8, pick(['Web', 'Event'])),
        kind: pick(['new', 'expansion']),
      }))
      .concat(turningDeals.map(({ deal }) => deal))
      .concat(bareDeals),
    leads: Array.from({ length: 250 }, (_, i): Row => ({
      lead_id: `l${i}`,
      created_at: at(3 * i < deals.length ? Math.max(0, (deals[3 * i]?.from ?? 0) - 400) : hour()),
      owner_id: maybe(0.9, pick(reps)),
      segment: maybe(0.5, pick(segments)),
      disqualified_at: i % 10 === 9 && 3 * i >= deals.length ? at(24 * 790) : null,
    })),
    stage_events: [
      ...deals.flatMap(({ id, from }, i) =>
        eventsOf(
          id,
          from,
          i % 50 === 3 || i % 50 === 13 ? [] : stepsOf(i, pick(ends)),
          i % 6 === 4 ? wholeWindow : null,
        ),
      ),
      ...turningDeals.flatMap(({ id, turn }) =>
        ['Qualified', 'Won'].map((to_stage, n) => ({
          event_id: `${id}-${n}`,
          opportunity_id: id,
          entered_at: `${n === 0 ? '2024-03-05' : turn} 08:00:00`,
          to_stage,
          src_row: n,
        })),
      ),
    ],
    activities: Array.from({ length: 1500 }, (_, i): Row => ({
      activity_id: `c${i}`,
      at: at(hour()),
      kind: 'call',
      is_conversation: uniform() < 0.7,
      opportunity_id: i % 13 === 0 ? null : pick(deals).id,
      rep_id: pick(reps),
    })),
    orders: Array.from({ length: 900 }, (_, i): Row => ({
      order_id: `p${i}`,
      account_id: maybe(0.97, `a${Math.floor(uniform() * uniform() * 75)}`),
      ordered_at: at(hour()),
      amount: i % 31 === 0 ? null : i % 37 === 0 ? -50 : Math.floor(uniform() * 1e6) / 1e3,
      currency: i % 41 === 0 ? 'XXX' : null,
    })),
  };
}

/** Open, and some of them not for long. */
const isYoung = (i: number): boolean => i % 7 === 5;

/** Won on the very day its seller came to another team, or left it. */
const turningDeals = ['2024-05-31', '2024-06-01', '2025-02-28', '2025-03-01'].map((turn, i) => {
  const [id, created_at] = [`t${i}`, '2024-03-05 08:00:00'];
  const deal: Row = { opportunity_id: id, created_at, stage: 'Won', owner_id: 'r1', amount: 100 + i };
  return { id, turn, deal };
});

/** Hour of the as-of: nothing happens after it. */
const now = 24 * 990;

/** Hours of a window, which a step may take to its last moment. */
const wholeWindow = 30 * 24;

/** Nobody knows when they began. */
const bareDeals = ['Qualified', 'Proposal', 'Won', 'Lost'].map((stage, i): Row => ({
  opportunity_id: `n${i}`,
  stage,
  owner_id: 'r2',
  amount: 70 + i,
  segment: 'SME',
}));

function stepsOf(i: number, end: string): readonly string[] {
  if (isYoung(i)) return ['Qualified', 'Proposal'];
  if (i % 29 === 0) return ['Qualified', 'Won', 'Lost'];
  if (i % 11 === 0) return ['Qualified', 'Lost', 'Proposal', 'Won'];
  return ['Qualified', end];
}

function eventsOf(id: string, from: number, steps: readonly string[], gap: number | null): Row[] {
  const hours = steps.map((_, n) => from + n * (gap ?? Math.floor(1 + uniform() * 1500)));
  return steps.flatMap((to_stage, n): Row[] =>
    (hours[n] ?? 0) > now
      ? []
      : [
          {
            event_id: `${id}-${n}`,
            opportunity_id: id,
            entered_at: at(hours[n] ?? 0),
            to_stage,
            src_row: n,
          },
        ],
  );
}
