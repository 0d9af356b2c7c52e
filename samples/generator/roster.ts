/* The people of the company, what each is truly able to do, and how their customers differ. Fixed: the story is the same for every seed. */
import { LAST_DAY, dayOf } from './calendar';

export type Role = 'sdr' | 'ae' | 'specialist' | 'cs' | 'manager';
export type Skill =
  | 'reach'
  | 'qualify'
  | 'handoff'
  | 'discover'
  | 'present'
  | 'propose'
  | 'close'
  | 'complex_close'
  | 'follow_up'
  | 'renew'
  | 'expand';

export interface Rep {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly team: 'Central' | 'North';
  readonly started: number;
  readonly ended: number | null;
  readonly level: 'junior' | 'mid' | 'senior';
  /** True rates on an average customer. */
  readonly rates: Readonly<Partial<Record<Skill, number>>>;
  /** Relative size of the deals an AE brings in. */
  readonly value: number;
  /** Relative number of leads (SDR) or entries (AE). */
  readonly pace: number;
  /** Relative pull of School, Government, SME, Corporate. */
  readonly segments: readonly number[];
  /** Relative pull of Web, Cold call, Referral, Event, Partner, Tender, Existing customer. */
  readonly sources: readonly number[];
  readonly discount: number;
}

interface Extra {
  level?: Rep['level'];
  ended?: string;
  value?: number;
  pace?: number;
  segments?: readonly number[];
  sources?: readonly number[];
  discount?: number;
}

type Team = Rep['team'];

function person(
  id: string,
  name: string,
  role: Role,
  team: Team,
  started: string,
  rates: Rep['rates'],
  extra: Extra = {},
): Rep {
  return {
    id,
    name,
    role,
    team,
    started: dayOf(started),
    ended: extra.ended === undefined ? null : dayOf(extra.ended),
    level: extra.level ?? 'mid',
    rates,
    value: extra.value ?? 1,
    pace: extra.pace ?? 1,
    segments: extra.segments ?? [0.28, 0.18, 0.34, 0.2],
    sources: extra.sources ?? [0.3, 0.28, 0.14, 0.16, 0.12, 0.12, 0.4],
    discount: extra.discount ?? 0.06,
  };
}

const sdr = (reach: number, qualify: number, handoff: number): Rep['rates'] => ({ reach, qualify, handoff });
const ae = (discover: number, present: number, propose: number, close: number): Rep['rates'] => ({
  discover,
  present,
  propose,
  close,
});
const cs = (follow: number, renew: number, expand: number): Rep['rates'] => ({ follow_up: follow, renew, expand });

const webHeavy = [0.55, 0.1, 0.15, 0.12, 0.08, 0, 0];
const coldHeavy = [0.12, 0.56, 0.08, 0.16, 0.08, 0, 0];

// prettier-ignore
/** Everyone, in the order of their ids. */
export const roster: readonly Rep[] = [
  person('R01', 'Rohana binti Yusof', 'manager', 'Central', '2017-03-01', {}, { level: 'senior' }),
  person('R02', 'Teoh Boon Keat', 'manager', 'North', '2018-07-02', {}, { level: 'senior' }),

  person('R03', 'Aina Sofea binti Razak', 'sdr', 'Central', '2022-02-01', sdr(0.7, 0.57, 0.9), { sources: webHeavy }),
  person('R04', 'Lim Jia Hui', 'sdr', 'Central', '2021-09-06', sdr(0.68, 0.56, 0.9)),
  person('R05', 'Kavitha a/p Raman', 'sdr', 'North', '2020-05-04', sdr(0.73, 0.66, 0.94), { level: 'senior' }),
  person('R06', 'Haziq Danial bin Rosli', 'sdr', 'North', '2022-11-01', sdr(0.46, 0.57, 0.9), { level: 'junior' }),
  person('R07', 'Chong Mei Fern', 'sdr', 'Central', '2023-01-09', sdr(0.69, 0.55, 0.74), { sources: coldHeavy }),
  person('R08', 'Suresh a/l Pillai', 'sdr', 'North', '2021-06-01', sdr(0.67, 0.56, 0.91)),
  person('R09', 'Nur Izzati binti Hamdan', 'sdr', 'North', '2022-08-15', sdr(0.7, 0.58, 0.9), { sources: coldHeavy }),
  person('R10', 'Wong Kah Seng', 'sdr', 'Central', '2021-01-11', sdr(0.71, 0.57, 0.9), { ended: '2025-12-31' }),
  person('R11', 'Amirul Hakim bin Zaki', 'sdr', 'Central', '2026-01-05', sdr(0.68, 0.56, 0.9), { level: 'junior' }),

  person('R12', 'Siti Mariam binti Hashim', 'ae', 'Central', '2018-04-02', ae(0.85, 0.87, 0.89, 0.47), { level: 'senior', value: 1.08 }),
  person('R13', 'Daniel Foo Wai Kit', 'ae', 'Central', '2019-08-01', ae(0.84, 0.87, 0.88, 0.36), { level: 'senior', segments: [0.08, 0.32, 0.14, 0.46], sources: [0.2, 0.45, 0.06, 0.15, 0.14, 0.3, 0.12] }),
  person('R14', 'Priya a/p Nathan', 'ae', 'Central', '2020-10-05', ae(0.84, 0.86, 0.88, 0.33)),
  person('R15', 'Farid Iskandar bin Jamal', 'ae', 'Central', '2021-03-01', ae(0.84, 0.87, 0.89, 0.2)),
  person('R16', 'Grace Yeoh Pei San', 'ae', 'Central', '2021-11-15', ae(0.85, 0.86, 0.88, 0.34), { segments: [0.5, 0.05, 0.36, 0.09], sources: [0.34, 0.1, 0.3, 0.1, 0.16, 0.03, 0.5], discount: 0.13 }),
  person('R17', 'Hafiz bin Othman', 'ae', 'North', '2018-09-03', ae(0.84, 0.88, 0.88, 0.36), { level: 'senior' }),
  person('R18', 'Melissa Khoo Li Ying', 'ae', 'North', '2020-02-03', ae(0.6, 0.87, 0.89, 0.35)),
  person('R19', 'Syafiqah binti Latif', 'ae', 'North', '2022-05-02', ae(0.85, 0.86, 0.88, 0.27), { value: 0.68, pace: 1.15 }),
  person('R20', 'Arvind a/l Maniam', 'ae', 'North', '2021-07-05', ae(0.83, 0.87, 0.89, 0.33)),
  person('R21', 'Zulaikha binti Osman', 'ae', 'North', '2022-10-03', ae(0.84, 0.87, 0.88, 0.32), { segments: [0.36, 0.1, 0.4, 0.14] }),
  person('R22', 'Jason Lau Zhi Hao', 'ae', 'Central', '2026-05-04', ae(0.7, 0.78, 0.8, 0.17), { level: 'junior', pace: 0.7 }),

  person('R23', 'Dr. Indra a/l Selvam', 'specialist', 'Central', '2017-06-01', { complex_close: 0.4 }, { level: 'senior' }),
  person('R24', 'Nabila binti Zakaria', 'specialist', 'North', '2020-01-06', { complex_close: 0.35 }),
  person('R25', 'Chew Soon Huat', 'specialist', 'Central', '2022-04-04', { complex_close: 0.27 }),

  person('R26', 'Rosmah binti Ariffin', 'cs', 'Central', '2018-01-08', cs(0.86, 0.93, 0.3), { level: 'senior' }),
  person('R27', 'Ong Hui Min', 'cs', 'Central', '2020-06-01', cs(0.82, 0.85, 0.28)),
  person('R28', 'Vasanthi a/p Gopal', 'cs', 'North', '2019-03-04', cs(0.8, 0.64, 0.26)),
  person('R29', 'Fikri bin Mansor', 'cs', 'North', '2021-10-04', cs(0.44, 0.86, 0.24)),
  person('R30', 'Balqis binti Idris', 'cs', 'Central', '2022-03-01', { ...cs(0.81, 0.86, 0.3), ...sdr(0.7, 0.57, 0.9) }),
];

/** The SDR who became a customer success representative on that day. */
export const promotion = { rep: 'R30', from: 'sdr', on: dayOf('2025-04-01') } as const;

/** Leave, `to` not included. */
export const leaves: readonly { readonly rep: string; readonly from: number; readonly to: number }[] = [
  { rep: 'R09', from: dayOf('2025-05-05'), to: dayOf('2025-08-04') },
  { rep: 'R14', from: dayOf('2024-10-14'), to: dayOf('2024-11-04') },
  { rep: 'R17', from: dayOf('2026-03-16'), to: dayOf('2026-03-30') },
  { rep: 'R27', from: dayOf('2025-01-06'), to: dayOf('2025-03-03') },
  { rep: 'R05', from: dayOf('2026-06-01'), to: dayOf('2026-06-15') },
];

/** Person of an id. */
export function repOf(id: string): Rep {
  const found = roster.find((rep) => rep.id === id);
  if (!found) throw new Error(`no rep ${id}`);
  return found;
}

/** The role somebody had on a day. */
export function roleOn(rep: Rep, day: number): Role {
  return rep.id === promotion.rep && day < promotion.on ? promotion.from : rep.role;
}

/** True when the person is employed and not on leave on that day. */
export function isPresent(rep: Rep, day: number): boolean {
  if (day < rep.started || day > (rep.ended ?? LAST_DAY)) return false;
  return !leaves.some((leave) => leave.rep === rep.id && day >= leave.from && day < leave.to);
}

/** Those who had the role on the day and were present, in the order of their ids. */
export function present(role: Role, day: number): readonly Rep[] {
  return roster.filter((rep) => roleOn(rep, day) === role && isPresent(rep, day));
}
