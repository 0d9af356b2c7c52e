/* Writes down what was planted. */
import { END, LAST_DAY, MATURE_DAYS, dateText, instantText, seasons } from './calendar';
import type { CsvTable } from './csv';
import type { Dirt } from './dirt';
import { describeLeavers, quietLeavers } from './leavers';
import { misspeltProduct, stages } from './market';
import type { Mess } from './mess';
import type { Payout } from './pay';
import { missingProgramme, neverRecognised, passedOver } from './people';
import { referralChains } from './referrals';
import { repOf, roster } from './roster';
import { logit, rounded } from './skill';
import { payoutSpread } from './spread';
import { improvedBelowTarget, type Target } from './targets';
import type { Trade } from './trade';
import { measuredCompletions, programmes } from './training';
import type { ProgrammeTruth, Truth } from './truth';
import type { World } from './world';

/** Everything the truth is written from. */
export interface Evidence {
  readonly world: World;
  readonly trade: Trade;
  readonly mess: Mess;
  readonly targets: readonly Target[];
  readonly payouts: readonly Payout[];
  readonly tables: readonly CsvTable[];
  readonly dirt: Readonly<Record<string, Dirt>>;
  readonly oddNames: number;
  readonly bookings: (rep: string, from: number) => number;
}

const ids = (list: Iterable<{ id: string }>): readonly string[] => [...list].map((one) => one.id).sort(byNumber);
const byNumber = (a: string, b: string): number => Number(a.slice(1)) - Number(b.slice(1));
const standing = { close: 0.34, discover: 0.84, reach: 0.7, renew: 0.86, follow_up: 0.82, handoff: 0.9, qualify: 0.57 };

type Standing = { rep_id: string; skill: string; rate: number; peers: number };

function planted(rep: string, skill: keyof typeof standing): Standing {
  return { rep_id: rep, skill, rate: repOf(rep).rates[skill] ?? 0, peers: standing[skill] };
}

/** The truth of one sample. */
export function truthOf(evidence: Evidence): Truth {
  const { world, trade, payouts } = evidence;
  const { customers } = world;
  return {
    company: 'Kertas & Dakwat',
    seed: world.seed,
    time_zone: 'Asia/Kuala_Lumpur',
    currency: 'MYR',
    first_day: '2024-04-01',
    last_day: dateText(LAST_DAY),
    mature_days: MATURE_DAYS,
    rows: Object.fromEntries(
      evidence.tables.map((table) => [table.file, table.lines.filter((line) => line !== '').length]),
    ),
    reps: roster.map((rep) => ({ rep_id: rep.id, name: rep.name, role: rep.role, team: rep.team })),
    gaps: [
      planted('R15', 'close'),
      planted('R18', 'discover'),
      planted('R06', 'reach'),
      planted('R07', 'handoff'),
      planted('R28', 'renew'),
      planted('R29', 'follow_up'),
    ],
    strengths: [planted('R12', 'close'), planted('R05', 'qualify'), planted('R26', 'renew')],
    in_ramp: [{ rep_id: 'R22', started_on: dateText(repOf('R22').started), weak_at: 'close' }],
    deal_size_factors: { R12: repOf('R12').value, R19: repOf('R19').value },
    heavy_discounter: { rep_id: 'R16', discount: repOf('R16').discount, peers: 0.06 },
    skills: world.ledger.summary(),
    mature_proposals: matureProposals(world),
    programmes: programmes.filter((one) => one.skills.length > 0).map((one) => programmeTruth(one.name)),
    improved_below_target: improved(evidence),
    quiet_leavers: describeLeavers(trade, quietLeavers(world)),
    loud_leavers: describeLeavers(
      trade,
      customers.filter((customer) => customer.leaving === 'loud'),
    ),
    buys_elsewhere: ids(
      customers
        .filter(
          (c) =>
            c.gapDays !== null && c.account.consumptionDays !== null && c.account.consumptionDays < 0.7 * c.gapDays,
        )
        .map((c) => c.account),
    ),
    late_payers: ids(customers.filter((customer) => customer.paysLate).map((customer) => customer.account)),
    neglected_customers: ids(
      customers
        .filter((customer) => customer.neglected && customer.leavesAt === null)
        .map((customer) => customer.account),
    ),
    referral_chains: referralChains(world)
      .slice(0, 40)
      .map((chain) => chain.map((account) => account.id)),
    incentives: payoutSpread(payouts),
    seasons: seasons.map((s) => ({
      name: s.name,
      from: dateText(s.from),
      to: dateText(s.to),
      factor: s.factor,
      schools_only: s.schoolsOnly,
    })),
    specialist_lift: { logit_complex: -0.5, logit_with_specialist: 0.55 },
    passed_over: passedOver,
    never_recognised: neverRecognised,
    missing_programme: missingProgramme,
    odd_deals: oddDeals(world),
    mess: messTruth(evidence),
  };
}

/** Mature proposals per AE in the last two years that have matured. */
function matureProposals(world: World): Truth['mature_proposals'] {
  const end = LAST_DAY + 2 - MATURE_DAYS;
  return [
    [end - 730, end - 365],
    [end - 365, end],
  ].flatMap(([from = 0, to = 0]) => {
    const counts = world.ledger.count('close', from, to);
    const people = roster.filter((rep) => rep.role === 'ae' && rep.started <= from);
    return people.map((rep) => ({
      rep_id: rep.id,
      from: dateText(from),
      to: dateText(to),
      count: counts.get(rep.id) ?? 0,
    }));
  });
}

function programmeTruth(name: string): ProgrammeTruth {
  const programme = programmes.find((one) => one.name === name);
  if (!programme) throw new Error(`no programme ${name}`);
  const treated = measuredCompletions
    .filter((one) => one.programme === name)
    .map(({ rep, day }) => {
      const [skill = 'close'] = programme.skills;
      const before = repOf(rep).rates[skill] ?? 0;
      const later = rounded(1 / (1 + Math.exp(-(logit(before) + programme.shift))));
      return { rep_id: rep, completed_on: dateText(day), before, after: later, points: rounded(later - before) };
    });
  return { programme: name, skills: programme.skills, logit_shift: programme.shift, treated };
}

function improved({ targets, bookings }: Evidence): Truth['improved_below_target'] {
  const own = targets.filter((target) => target.rep?.id === improvedBelowTarget);
  const day =
    measuredCompletions.find((one) => one.rep === improvedBelowTarget && one.programme === 'Closing with confidence')
      ?.day ?? 0;
  const missed = own.filter(
    (target) =>
      target.from > day && target.to <= LAST_DAY + 1 && bookings(improvedBelowTarget, target.from) < target.value,
  );
  return {
    rep_id: improvedBelowTarget,
    skill: 'close',
    trained_on: dateText(day),
    months_missed: missed.map((target) => dateText(target.from).slice(0, 7)),
  };
}

function oddDeals(world: World): Truth['odd_deals'] {
  const { deals, events } = world;
  const closings: readonly string[] = [stages.won, stages.lost, stages.noDecision, stages.disqualified];
  const reopened = new Set(
    events.flatMap((e) =>
      e.deal && e.from !== null && closings.includes(e.from) && !closings.includes(e.to) ? [e.deal] : [],
    ),
  );
  const back = new Set(
    events.flatMap((e) => (e.deal && e.from === stages.proposal && e.to === stages.presented ? [e.deal] : [])),
  );
  const atProposal = new Set(
    events.flatMap((e) => (e.deal && e.from === null && e.to === stages.proposal ? [e.deal] : [])),
  );
  return {
    reopened: ids(reopened),
    moved_back: ids(back),
    reversed: ids(deals.filter((deal) => deal.reversed)),
    owner_changed: ids(deals.filter((deal) => deal.owner !== deal.opener)),
    foreign_currency: ids(deals.filter((deal) => deal.currency !== 'MYR')),
    entered_at_proposal: ids(atProposal),
  };
}

function messTruth({ mess, dirt, oddNames }: Evidence): Truth['mess'] {
  const amounts = [...mess.amounts.entries()];
  return {
    files: dirt,
    older_copies: ids(mess.olderCopies),
    padded_accounts: ids(mess.paddedAccounts),
    merged_accounts: ids(mess.mergedAccounts),
    merged_leads: ids(mess.mergedLeads),
    negative_amounts: ids(amounts.filter(([, amount]) => amount !== null && amount < 0).map(([deal]) => deal)),
    zero_amounts: ids(amounts.filter(([, amount]) => amount === 0).map(([deal]) => deal)),
    missing_amounts: ids(amounts.filter(([, amount]) => amount === null).map(([deal]) => deal)),
    no_owner: ids(mess.ownerless),
    no_source: ids(mess.sourceless),
    closed_before_created: ids(mess.closedBeforeCreated),
    created_after_event: ids(mess.createdAfterEvent),
    misspelt_product: {
      ...misspeltProduct,
      opportunities: mess.misspeltDeals.size,
      order_lines: mess.misspeltLines.size,
    },
    orders_without_account: ids(mess.customerless),
    unknown_account_activities: mess.strayActivities.size,
    coach_names_in_other_case: oddNames,
    last_moment: instantText(END),
  };
}
