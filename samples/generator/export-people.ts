/* People, targets, pay, training and what customers said, as files. */
import { dateText, instantText } from './calendar';
import { csvTable, type CsvTable } from './csv';
import { plans, type Payout } from './pay';
import type { Coaching, Recognition, Training } from './people';
import { leaves, promotion, repOf, roster } from './roster';
import type { Target } from './targets';
import { programmes } from './training';
import type { Trade } from './trade';
import type { World } from './world';

const moment = (at: number | null): string | null => (at === null ? null : instantText(at));
const date = (day: number | null): string | null => (day === null ? null : dateText(day));
const managers: Readonly<Record<string, string>> = { Central: 'R01', North: 'R02' };

/** reps.csv and rep_periods.csv. */
export function repTables(): readonly CsvTable[] {
  const reps = csvTable('reps.csv');
  for (const r of roster) {
    const manager = r.role === 'manager' ? null : (managers[r.team] ?? null);
    const alias = r.name.replace(/ (bin|binti|a\/l|a\/p) .*/, '');
    reps.add([
      r.id,
      r.name,
      r.role,
      r.team,
      manager,
      dateText(r.started),
      date(r.ended),
      r.team,
      r.level,
      alias === r.name ? null : alias,
    ]);
  }
  const periods = csvTable('rep_periods.csv');
  const promoted = repOf(promotion.rep);
  periods.add([
    promoted.id,
    dateText(promoted.started),
    dateText(promotion.on),
    promotion.from,
    promoted.team,
    managers[promoted.team] ?? null,
    false,
  ]);
  periods.add([
    promoted.id,
    dateText(promotion.on),
    null,
    promoted.role,
    promoted.team,
    managers[promoted.team] ?? null,
    false,
  ]);
  for (const leave of leaves) {
    const rep = repOf(leave.rep);
    periods.add([
      rep.id,
      dateText(leave.from),
      dateText(leave.to),
      rep.role,
      rep.team,
      managers[rep.team] ?? null,
      true,
    ]);
  }
  return [reps, periods];
}

/** handoffs.csv. */
export function handoffTable(world: World): CsvTable {
  const table = csvTable('handoffs.csv');
  world.handoffs.forEach((h, i) => {
    const deal = h.accepted === null ? null : h.lead.deal;
    table.add([
      `H${i + 1}`,
      h.lead.id,
      deal?.id ?? null,
      h.from.id,
      h.to.id,
      moment(h.at),
      moment(h.accepted),
      moment(h.rejected),
      h.reason,
    ]);
  });
  return table;
}

/** targets.csv, incentive_plans.csv, incentive_tiers.csv and payouts.csv. */
export function payTables(targets: readonly Target[], payouts: readonly Payout[]): readonly CsvTable[] {
  const table = csvTable('targets.csv');
  targets.forEach((t, i) =>
    table.add([
      `T${i + 1}`,
      t.rep?.id ?? null,
      t.team,
      t.metric,
      dateText(t.from),
      dateText(t.to),
      t.value,
      t.metric === 'bookings' ? 'MYR' : null,
    ]),
  );
  table.newline = '\r\n';
  const plan = csvTable('incentive_plans.csv');
  const tiers = csvTable('incentive_tiers.csv');
  for (const p of plans) {
    plan.add([p.id, p.name, dateText(p.from), dateText(p.to), null]);
    for (const t of p.tiers) tiers.add([p.id, t.measure, t.from, t.to, t.rate, t.fixed]);
  }
  const paid = csvTable('payouts.csv');
  for (const p of payouts) paid.add([p.rep.id, p.plan.id, dateText(p.from), dateText(p.to), p.amount, p.salary, 'MYR']);
  return [table, plan, tiers, paid];
}

/** programmes.csv, trainings.csv, coachings.csv and recognitions.csv. In coachings the coach's name is typed by hand, now and then in another case. */
export function growthTables(
  trainings: readonly Training[],
  coachings: readonly Coaching[],
  recognitions: readonly Recognition[],
): { tables: readonly CsvTable[]; oddNames: number } {
  const programme = csvTable('programmes.csv');
  for (const p of programmes)
    programme.add([p.name, p.requiredRoles.join('; ') || null, p.skills.join('; ') || null, p.validMonths]);
  const training = csvTable('trainings.csv');
  trainings.forEach((t, i) =>
    training.add([
      `G${i + 1}`,
      t.rep.id,
      t.programme,
      moment(t.completed),
      moment(t.enrolled),
      t.online ? 'online' : 'in_person',
      t.score,
      t.hours,
    ]),
  );
  const coaching = csvTable('coachings.csv');
  let oddNames = 0;
  coachings.forEach((c, i) => {
    const odd = i % 23 === 7;
    if (odd) oddNames++;
    const name = odd ? (i % 2 === 0 ? c.coach.name.toUpperCase() : ` ${c.coach.name.toLowerCase()}`) : c.coach.name;
    coaching.add([
      `Q${i + 1}`,
      c.rep.id,
      c.coach.id,
      moment(c.at),
      c.topic,
      c.mentoring ? 'mentoring' : 'coaching',
      name,
    ]);
  });
  const recognition = csvTable('recognitions.csv');
  for (const r of recognitions) recognition.add([r.rep.id, moment(r.at), r.kind, r.by.id, r.note]);
  return { tables: [programme, training, coaching, recognition], oddNames };
}

/** surveys.csv, referrals.csv and cases.csv. */
export function voiceTables(world: World, trade: Trade): readonly CsvTable[] {
  const surveys = csvTable('surveys.csv');
  trade.surveys.forEach((s, i) =>
    surveys.add([
      `S${i + 1}`,
      s.kind,
      moment(s.asked),
      moment(s.answered),
      s.account?.id ?? null,
      s.contact?.id ?? null,
      s.rep?.id ?? null,
      s.score,
      s.scale?.[0] ?? null,
      s.scale?.[1] ?? null,
      s.text,
      s.channel,
    ]),
  );
  const referrals = csvTable('referrals.csv');
  for (const r of world.referrals)
    referrals.add([
      r.id,
      moment(r.at),
      r.from.id,
      r.lead?.id ?? null,
      r.account?.id ?? null,
      r.deal?.id ?? null,
      r.invited,
    ]);
  const cases = csvTable('cases.csv');
  trade.cases.forEach((c, i) => cases.add([`X${i + 1}`, c.account.id, moment(c.opened), moment(c.closed), c.kind]));
  return [surveys, referrals, cases];
}
