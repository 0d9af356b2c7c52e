/** An invented company for the views' tests: journeys with their steps, as the engine's derived table would hold them. The same on every machine. */
import { seeded } from '../../electron/stats/random';

export interface Journey {
  readonly journey_id: string;
  readonly account: string;
  readonly rep: string;
  readonly team: string;
  readonly source: string;
  readonly segment: string;
  /** Day each rung was reached, days since 1970; undefined where it was not. */
  readonly reached: readonly (number | undefined)[];
  readonly outcome: 'won' | 'lost' | 'no_decision' | 'disqualified' | 'open';
  readonly closed: number | undefined;
  readonly amount: number;
  readonly spoken: boolean;
}

export const teams: Readonly<Record<string, string>> = {
  'Aisyah Rahman': 'Central',
  'Azman Yusof': 'North',
  'Farid Hakim': 'Central',
  'Kamala Devi': 'South',
  'Lim Jia Hui': 'North',
  'Nurul Izzati': 'South',
  'Priya Nair': 'East',
  'Siti Khadijah': 'East',
  'Suresh Kumar': 'North',
  'Tan Mei Ling': 'Central',
};

/** Rungs of the shown ladder, and how likely one is followed by the next. */
export const ladder = ['lead', 'qualified', 'meeting', 'proposal', 'won'] as const;

export const asOfDay = day('2026-09-30');

const follows = [0.55, 0.68, 0.76, 0.36] as const;
const paces = [6, 14, 12, 21] as const;
const skill: Readonly<Record<string, number>> = { 'Tan Mei Ling': 0.14, 'Farid Hakim': -0.13, 'Aisyah Rahman': 0.06 };
const sources = ['Referral', 'Existing customer', 'Trade fair', 'Website', 'Outbound call', 'Directory'] as const;
const segments = ['SMB', 'Government', 'Education'] as const;
const accounts = [
  'Lembaga Air',
  'Kolej Vokasional',
  'Klinik Kesihatan',
  'Hotel Seri',
  'Firma Akaun',
  'Perunding Alam',
  'Cetak Maju',
] as const;
const places = ['Perlis', 'Kuantan', 'Sepang', 'Ampang', 'Klang', 'Taman Desa'] as const;

/** Day number of a date. */
export function day(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000;
}

/** Journeys that began from July 2024 on, about 190 a quarter. */
export function journeys(count = 1_700): readonly Journey[] {
  const random = seeded(7);
  const reps = Object.keys(teams);
  const first = day('2024-07-01');
  return Array.from({ length: count }, (_, i): Journey => {
    const rep = reps[random.integer(reps.length)] ?? '';
    const source = sources[Math.min(5, Math.floor(random.gamma(2, 0.9)))] ?? 'Website';
    const began = first + Math.floor((i / count) * (asOfDay - first));
    const reached: (number | undefined)[] = [began];
    const lift = source === 'Referral' ? 0.16 : source === 'Directory' ? -0.14 : 0;
    for (const [step, share] of follows.entries()) {
      const before = reached[step];
      const p = Math.max(0.05, share + lift + (step === 3 ? (skill[rep] ?? 0) : 0));
      if (before === undefined || !random.bernoulli(p)) break;
      reached.push(before + Math.round(random.gamma(2, 2 / (paces[step] ?? 10))));
    }
    const last = reached.at(-1) ?? began;
    const ended = last + (reached.length === 5 ? 0 : 10 + random.integer(50));
    const open = ended > asOfDay || (reached.length < 5 && random.bernoulli(0.08));
    const exits = ['lost', 'lost', 'no_decision', reached.length < 3 ? 'disqualified' : 'lost'] as const;
    return {
      journey_id: `Q-${20_000 + i}`,
      account: `${accounts[i % accounts.length] ?? ''} ${places[random.integer(places.length)] ?? ''}`,
      rep,
      team: teams[rep] ?? '',
      source,
      segment: segments[random.integer(3)] ?? 'SMB',
      reached: reached.map((at) => (at !== undefined && at <= asOfDay ? at : undefined)),
      outcome: open ? 'open' : reached.length === 5 ? 'won' : (exits[random.integer(4)] ?? 'lost'),
      closed: open ? undefined : ended,
      amount: Math.round(8_000 + random.gamma(2, 1 / 14_000)),
      spoken: reached.length > 2 || random.bernoulli(0.5),
    };
  });
}

/** `2026Q3` of a day number, calendar quarters. */
export function quarterOf(at: number): string {
  const date = new Date(at * 86_400_000);
  return `${date.getUTCFullYear()}Q${Math.floor(date.getUTCMonth() / 3) + 1}`;
}
