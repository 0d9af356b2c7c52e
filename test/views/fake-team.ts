/** Answers about the team of the invented company: people in seats, what training did, who was missed. One row each as the engine would give it; columns left out are empty. */
import type { Cell } from '../../electron/model/table';

export type FakeRow = Readonly<Record<string, Cell>>;

const seat = (rep: string, role: string, given: FakeRow): FakeRow => ({
  rep,
  role,
  team: 'Central',
  seat: role,
  skills: 3,
  n: 3,
  evidenced_share: 1,
  question: false,
  ...given,
});

const rightSeat: readonly FakeRow[] = [
  seat('Tan Mei Ling', 'ae', { value: 0.8, lower: 0.3, upper: 1.2 }),
  seat('Tan Mei Ling', 'ae', { seat: 'cs', value: 0.1, lower: -0.5, upper: 0.6, p_better: 0.02 }),
  seat('Aisyah Rahman', 'ae', { value: -0.7, lower: -1.1, upper: -0.2 }),
  seat('Aisyah Rahman', 'ae', { seat: 'cs', value: 0.9, lower: 0.4, upper: 1.3, p_better: 0.91, question: true }),
  seat('Farid Hakim', 'ae', { value: -0.6, lower: -1, upper: -0.1 }),
  seat('Kamala Devi', 'ae', { value: 0.1, lower: -0.4, upper: 0.5 }),
  seat('Lim Jia Hui', 'ae', { skills: 1, n: 1, evidenced_share: 1 / 3, reason: 'too_little_evidence' }),
  seat('Suresh Kumar', 'ae', { value: -1.2, lower: -1.6, upper: -0.9 }),
  seat('Priya Nair', 'specialist', { skills: 0, n: 0, evidenced_share: null, reason: 'no_difference' }),
];

const difficulty = (rep: string, cause: string, reading: string, given: FakeRow): FakeRow => ({
  rep,
  role: 'ae',
  cause,
  reading,
  quarters_below: 3,
  quarters: 4,
  basis: 'attainment',
  ...given,
});

/** What is answered in place of plain rows, by metric. */
export const teamAnswers: Readonly<Record<string, readonly FakeRow[]>> = {
  'right-seat': rightSeat,
  ramp: [
    { rep: 'Suresh Kumar', in_ramp: 1, months_so_far: 4.9, usual_months: 12, n: 1, reached: 0, on_the_way: 1 },
    { rep: 'Kamala Devi', in_ramp: 0, n: 0, reached: 0, on_the_way: 0 },
  ],
  'persistent-difficulty': [
    difficulty('Farid Hakim', 'close', 'skill', {
      value: -90_000,
      lower: -160_000,
      upper: -20_000,
      own: 0.22,
      peers: 0.4,
    }),
    difficulty('Farid Hakim', 'entries', 'unclear', {
      value: -5_000,
      lower: -60_000,
      upper: 40_000,
      own: 250,
      peers: 256,
    }),
    difficulty('Aisyah Rahman', 'training', 'missing_training', { programmes: 'Product basics' }),
  ],
};
