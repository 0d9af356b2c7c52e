/* Customers of a big workspace: numbers that say when each begins and stops to buy. */
import type { ByteFile } from './byte-file';
import type { Scale } from './scale';

/** First second of the data. */
export const FIRST = Date.UTC(2021, 9, 1, 1) / 1000;
/** Last second of the data. */
export const LAST = Date.UTC(2026, 8, 30, 10) / 1000;

export const segmentNames = ['School', 'Government', 'SME', 'Corporate'];
export const sourceNames = ['Web', 'Cold call', 'Referral', 'Event', 'Partner', 'Tender'];
const industryNames = [
  'Education',
  'Public service',
  'Retail',
  'Manufacturing',
  'Finance',
  'Health',
  'Food',
  'Logistics',
];
const regionNames = ['Kuala Lumpur', 'Selangor', 'Penang', 'Johor', 'Sabah', 'Sarawak', 'Perak'];

/** One number a customer in each column. */
export interface Companies {
  /** Share of the span at which the customer appears, and for which it buys. */
  readonly start: Float32Array;
  readonly life: Float32Array;
  /** Small numbers that choose names and kinds. */
  readonly kind: Uint32Array;
}

/** Draws the customers. */
export function companyOf(scale: Scale, uniform: () => number): Companies {
  const start = new Float32Array(scale.accounts);
  const life = new Float32Array(scale.accounts);
  const kind = new Uint32Array(scale.accounts);
  for (let i = 0; i < scale.accounts; i++) {
    start[i] = (0.92 * i) / scale.accounts;
    life[i] = -0.35 * Math.log(1 - uniform());
    kind[i] = Math.floor(uniform() * 0x1_0000_0000);
  }
  return { start, life, kind };
}

/** Segment of a customer, as a place in `segmentNames`. */
export function segmentOf(companies: Companies, account: number): number {
  return (companies.kind[account] ?? 0) % 4;
}

/** accounts.csv. */
export function writeAccounts(file: ByteFile, companies: Companies, scale: Scale): void {
  for (let i = 0; i < scale.accounts; i++) {
    const kind = companies.kind[i] ?? 0;
    file.text('A');
    file.whole(i + 1);
    file.text(
      `,Syarikat ${i + 1},${segmentNames[kind % 4]},${industryNames[(kind >>> 3) % 8]},${regionNames[(kind >>> 7) % 7]},`,
    );
    file.whole(2 + ((kind >>> 9) % 900));
    file.text(`,,,R${1 + ((kind >>> 5) % scale.reps)},`);
    file.instant(Math.floor(FIRST + (companies.start[i] ?? 0) * (LAST - FIRST)));
    file.text(`,${sourceNames[(kind >>> 11) % 6]},,`);
    file.end();
  }
}
