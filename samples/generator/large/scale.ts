/* Big workspaces for measuring: the files of the sample with the same headers, simpler processes, any size. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { headerOf, lineOf } from '../csv';
import { layouts } from '../layouts';
import { personName } from '../names';
import { hashOf, sfc32, stream } from '../random';
import { ByteFile } from './byte-file';
import { companyOf, writeAccounts } from './companies';
import { writeDeals } from './pipeline';
import { writeOrders } from './purchases';

export interface Scale {
  readonly opportunities: number;
  readonly accounts: number;
  readonly activities: number;
  readonly orders: number;
  readonly reps: number;
}

/** The sizes that can be asked for. Stage events are about five to an opportunity. */
export const scales: Readonly<Record<string, Scale>> = {
  S: { opportunities: 50_000, accounts: 8000, activities: 500_000, orders: 100_000, reps: 60 },
  M: { opportunities: 1_000_000, accounts: 120_000, activities: 10_000_000, orders: 2_000_000, reps: 200 },
  L: { opportunities: 10_000_000, accounts: 900_000, activities: 10_000_000, orders: 2_000_000, reps: 400 },
};

const files = [
  'reps.csv',
  'accounts.csv',
  'opportunities.csv',
  'stage_events.csv',
  'activities.csv',
  'orders.csv',
] as const;

/** A file of the sample, opened for writing. */
function open(folder: string, name: (typeof files)[number]): ByteFile {
  return new ByteFile(join(folder, name), lineOf(layouts[name].map(headerOf)));
}

/** What was written to one file. */
export interface Written {
  readonly file: string;
  readonly rows: number;
  readonly bytes: number;
}

/** Writes the six files of a scale to a folder; the same seed gives the same bytes. Memory stays below some hundred megabytes at any scale. */
export function writeScale(folder: string, scale: Scale, seed: number): readonly Written[] {
  mkdirSync(folder, { recursive: true });
  const uniform = (part: string): (() => number) => sfc32(seed, hashOf(part));
  const out = {
    reps: open(folder, 'reps.csv'),
    accounts: open(folder, 'accounts.csv'),
    deals: open(folder, 'opportunities.csv'),
    events: open(folder, 'stage_events.csv'),
    activities: open(folder, 'activities.csv'),
    orders: open(folder, 'orders.csv'),
  };
  writeReps(out.reps, scale, seed);
  const companies = companyOf(scale, uniform('companies'));
  writeAccounts(out.accounts, companies, scale);
  writeDeals(out, companies, scale, uniform('deals'));
  writeOrders(out.orders, companies, scale, uniform('orders'));
  return Object.values(out).map((file, i) => {
    const { rows, bytes } = file.size;
    file.close();
    return { file: files[i] ?? '', rows, bytes };
  });
}

const regions = ['North', 'South', 'East', 'Central', 'Borneo'];

/** Every tenth of the people: three SDRs, four AEs, a specialist, a CS and, in turn, a CS or a manager. */
const roles = ['ae', 'sdr', 'ae', 'cs', 'sdr', 'ae', 'specialist', 'sdr', 'ae', 'cs'];

/** Rep numbers of a role, from 1. */
export function repsOf(role: string, count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => i + 1).filter((rep) => roleOf(rep) === role);
}

function roleOf(rep: number): string {
  return rep % 20 === 0 ? 'manager' : (roles[(rep - 1) % 10] ?? 'ae');
}

function writeReps(file: ByteFile, scale: Scale, seed: number): void {
  const draw = stream(seed, 'people');
  for (let rep = 1; rep <= scale.reps; rep++) {
    const team = 1 + Math.floor((rep - 1) / 20);
    const started = new Date(Date.UTC(2016, 0, 1) + draw.below(3100) * 86_400_000).toISOString().slice(0, 10);
    const level = draw.pick(['junior', 'mid', 'senior']);
    const region = regions[(team - 1) % regions.length] ?? 'North';
    file.text(
      lineOf([
        `R${rep}`,
        personName(draw),
        roleOf(rep),
        `Team ${team}`,
        roleOf(rep) === 'manager' ? null : `R${team * 20}`,
        started,
        null,
        region,
        level,
        null,
      ]),
    );
    file.end();
  }
}
