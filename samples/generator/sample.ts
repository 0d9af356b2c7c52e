/* The whole sample: the company is simulated month by month, then written down. */
import { openLegacyCustomers } from './accounts';
import { playBilling } from './billing';
import { months } from './calendar';
import { playCare } from './care';
import { playCosts, playRates, rateLookup } from './costs';
import { csvText, type CsvTable } from './csv';
import { addDirt } from './dirt';
import { accountTables, activityTable, dealDetailTables, dealTable, eventTable, leadTable } from './export-core';
import { billingTables, contractTables, costTables, orderTables, productTable } from './export-money';
import { growthTables, handoffTable, payTables, repTables, voiceTables } from './export-people';
import { playLeads } from './leads';
import { groupAccounts, makeMess } from './mess';
import { giveIds } from './numbering';
import { playOrders } from './orders';
import { payOut } from './pay';
import { playCoachings, playRecognitions, playTrainings } from './people';
import { addUp } from './results';
import { repOf } from './roster';
import { playSelling } from './selling';
import { playSubscriptions } from './subscriptions';
import { setTargets } from './targets';
import { emptyTrade } from './trade';
import type { Truth } from './truth';
import { truthOf } from './truth-of';
import { emptyWorld } from './world';

/** Seed of the files that come with the program. */
export const SAMPLE_SEED = 223;

/** A whole sample in memory. */
export interface Sample {
  /** File name → text, one CSV file a table. */
  readonly files: ReadonlyMap<string, string>;
  readonly truth: Truth;
}

/** Makes the sample of a seed (whole number); the same seed gives the same bytes. Takes about a second. */
export function generateSample(seed: number = SAMPLE_SEED): Sample {
  const world = emptyWorld(seed);
  const trade = emptyTrade();
  openLegacyCustomers(world);
  for (const month of months) {
    playLeads(world, month);
    playSelling(world, month);
  }
  groupAccounts(world);
  playOrders(world, trade);
  playSubscriptions(world, trade);
  playCare(world, trade);
  const mess = makeMess(world, trade);
  playBilling(world, trade);
  giveIds(world, trade);
  const rates = playRates(world);
  const results = addUp(world, trade, rateLookup(rates));
  const targets = setTargets(results);
  const payouts = payOut(results, targets);
  const trainings = playTrainings(world);
  const growth = growthTables(trainings, playCoachings(world), playRecognitions(world));
  const tables: readonly CsvTable[] = [
    ...repTables(),
    productTable(),
    ...accountTables(world, mess),
    leadTable(world),
    dealTable(world, mess),
    eventTable(world, mess),
    ...dealDetailTables(world),
    activityTable(world, mess),
    ...orderTables(trade, mess),
    ...billingTables(trade),
    ...contractTables(trade),
    ...costTables(playCosts(world, trainings, payouts), rates),
    handoffTable(world),
    ...payTables(targets, payouts),
    ...growth.tables,
    ...voiceTables(world, trade),
  ];
  const dirt = addDirt(tables, world.draw('dirt'));
  const bookings = (rep: string, from: number): number => {
    const month = months.find((one) => one.from === from);
    return month ? results.bookings(repOf(rep), month) : 0;
  };
  const truth = truthOf({ world, trade, mess, targets, payouts, tables, dirt, oddNames: growth.oddNames, bookings });
  return { files: new Map(tables.map((table) => [table.file, csvText(table)])), truth };
}
