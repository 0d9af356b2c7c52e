/** Answers about targets, incentives and recognition of the invented company, as the engine would give them; columns left out are empty. */
import type { FakeRow } from './fake-team';

const attained = (rep: string, value: number, measure = 'bookings'): FakeRow => ({
  rep,
  measure,
  value,
  numerator: value * 100_000,
  denominator: 100_000,
  actual_money: value * 100_000,
  target_money: 100_000,
  n: 1,
  holders: 6,
  met: 2,
  met_share: 1 / 3,
});

const spread = (plan: string, given: FakeRow): FakeRow => ({ plan, people: 10, n: 10, paid_money: 50_000, ...given });

const replayed = (rep: string, plan: string, cost_money: number): FakeRow => ({
  rep,
  plan,
  cost_money,
  people: 1,
  value: 3,
  measures: 1,
  steps: 2,
  share_paid: 0.5,
  reach: 0.25,
  top20_share: 0.8,
});

const risen = (rep: string, list: string, skill: string, given: FakeRow = {}): FakeRow => ({
  rep,
  list,
  skill,
  measure: 'ratio',
  base: 0.25,
  base_lower: 0.2,
  base_upper: 0.3,
  now: 0.4,
  now_lower: 0.31,
  now_upper: 0.49,
  p_up: 0.97,
  n: 40,
  attainment: list === 'improved_below_target' ? 0.74 : 1.1,
  ...given,
});

/** What is answered in place of plain rows, by metric. */
export const rewardAnswers: Readonly<Record<string, readonly FakeRow[]>> = {
  attainment: [
    attained('Farid Hakim', 0.5),
    attained('Kamala Devi', 0.9),
    attained('Priya Nair', 1.05),
    attained('Suresh Kumar', 1.3),
    { rep: 'Tan Mei Ling', measure: 'bookings', n: 0, reason: 'no_target', excluded: '{"no_target":1}' },
  ],
  'incentive-spread': [
    spread('For the few', {
      gini: 0.85,
      top20_share: 0.95,
      bookings_top20_share: 0.38,
      bookings_gini: 0.3,
      share_paid: 0.2,
      share_paid_lower: 0.06,
      share_paid_upper: 0.51,
    }),
    spread('For all', {
      gini: 0.2,
      top20_share: 0.27,
      bookings_top20_share: 0.36,
      bookings_gini: 0.3,
      share_paid: 0.9,
      share_paid_lower: 0.6,
      share_paid_upper: 0.98,
    }),
  ],
  'plan-complexity': [
    replayed('Farid Hakim', 'For the few', 0),
    replayed('Farid Hakim', 'For all', 1_400),
    replayed('Farid Hakim', 'edited', 2_000),
    replayed('Kamala Devi', 'For all', 1_400),
    replayed('Kamala Devi', 'edited', 1_000),
    replayed('Priya Nair', 'For all', 700),
    replayed('Priya Nair', 'edited', 700),
  ],
  'wanted-incentives': [
    { wanted: 'Extra leave', value: 0.6, lower: 0.3, upper: 0.83, numerator: 6, denominator: 10, n: 10, state: 'thin' },
    { wanted: 'Cash bonus', value: 0.4, lower: 0.17, upper: 0.69, numerator: 4, denominator: 10, n: 10, state: 'thin' },
  ],
  recognition: [
    risen('Tan Mei Ling', 'steady_strong', 'close', { attainment: 1.2 }),
    risen('Kamala Devi', 'improved_below_target', 'close', {
      support: 'Closing with confidence',
      support_kind: 'training',
      support_on: 20_500,
    }),
    risen('Priya Nair', 'met_target', 'close'),
    risen('Priya Nair', 'met_target', 'pace', { measure: 'pace', base: 1.1, now: 1.5 }),
  ],
};

const step = (measure: string, from: number, to: number | null, rate: number, fixed: number) => ({
  measure,
  from,
  to,
  rate,
  fixed,
});

const plans = [
  { plan: 'For the few', role: null, steps: [step('attainment', 1.3, null, 9000, 2500)] },
  {
    plan: 'For all',
    role: null,
    steps: [step('attainment', 0.5, null, 0, 700), step('attainment', 0.8, null, 0, 700)],
  },
];

const person = (rep: string, rep_id: string, times: number, last_on: string | null, days: number) => ({
  rep,
  rep_id,
  times,
  last_on,
  days,
  kind: null,
  note: null,
  is_entered: false,
});

const curve = { people: [0, 0.5, 1], share: [0, 0.1, 1] };

/** What some answers say beside their rows. */
export const rewardExtras: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'plan-complexity': { plans },
  'incentive-spread': {
    lorenz: ['For the few', 'For all'].map((plan) => ({ plan, paid: curve, bookings: curve })),
  },
  recognition: {
    coverage: {
      people: 4,
      recognised: 1,
      share: 0.25,
      gini: 0.75,
      longest_wait: null,
      by_person: [
        person('Farid Hakim', 'R1', 0, null, 884),
        person('Kamala Devi', 'R2', 0, null, 884),
        { ...person('Priya Nair', 'R3', 2, '2026-08-01', 60), note: 'Top of the month' },
        person('Tan Mei Ling', 'R4', 0, '2025-06-01', 486),
      ],
    },
  },
};

/** What in these answers is data, as the company wrote it. */
export const rewardTexts = [
  'For the few',
  'For all',
  'Extra leave',
  'Cash bonus',
  'Closing with confidence',
  'Top of the month',
] as const;
