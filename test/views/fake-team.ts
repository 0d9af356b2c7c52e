/** Answers about the team of the invented company: people in seats, what training did, who was missed. One row each as the engine would give it; columns left out are empty. */
import type { Question } from '../../electron/model/question';
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

const effect = (programme: string, skill: string, given: FakeRow): FakeRow => ({
  programme,
  skill,
  treated: 6,
  control: 8,
  n: 6,
  treated_before: 0.5,
  control_before: 0.5,
  control_after: 0.5,
  placebo: 0.01,
  placebo_lower: -0.08,
  placebo_upper: 0.1,
  matched: false,
  ...given,
});

const completion = (rep: string, programme: string, given: FakeRow): FakeRow => ({
  rep,
  programme,
  numerator: 0,
  denominator: 1,
  n: 1,
  expired: 0,
  enrolled: 0,
  missing: 1,
  is_required: false,
  ...given,
});

const byPerson: readonly FakeRow[] = [
  completion('Tan Mei Ling', 'Opening calls', { numerator: 1, missing: 0 }),
  completion('Farid Hakim', 'Opening calls', { enrolled: 1 }),
  completion('Farid Hakim', 'Product basics', { is_required: true }),
  completion('Tan Mei Ling', 'Product basics', { is_required: true, expired: 1 }),
  completion('Kamala Devi', 'Product basics', { is_required: true, numerator: 1, missing: 0 }),
];

const byProgramme: readonly FakeRow[] = [
  { programme: 'Opening calls', value: 0.5, numerator: 1, denominator: 2, n: 2, enrolled: 1, expired: 0, missing: 1 },
  {
    programme: 'Product basics',
    value: 1 / 3,
    numerator: 1,
    denominator: 3,
    n: 3,
    enrolled: 0,
    expired: 1,
    missing: 2,
    is_required: true,
  },
];

const person = (subject: string, id: string, given: FakeRow): FakeRow => ({
  subject,
  rep: subject,
  subject_id: id,
  manager: 'Azman Yusof',
  role: 'ae',
  has_events: true,
  has_target: true,
  has_training: true,
  has_coaching: true,
  has_recognition: true,
  n: 1,
  ...given,
});

const people: readonly FakeRow[] = [
  person('Tan Mei Ling', 'R1', { value: 1, has_training: false }),
  person('Farid Hakim', 'R2', { value: 2, has_training: false, has_coaching: false }),
  person('Kamala Devi', 'R3', { value: 1, has_coaching: false, manager: null }),
];

const customer = (subject: string, id: string, given: FakeRow): FakeRow => ({
  subject,
  subject_id: id,
  rep: 'Priya Nair',
  has_owner: true,
  has_touch: true,
  has_survey: true,
  n: 1,
  ...given,
});

const customers: readonly FakeRow[] = [
  customer('Hotel Seri Klang', 'A1', { value: 2, has_touch: false, has_survey: false, value_money: 30_000 }),
  customer('Klinik Kesihatan Ampang', 'A2', { value: 1, has_survey: false, value_money: 20_000 }),
  customer('Cetak Maju Sepang', 'A3', { value: 1, has_touch: false, value_money: 10_000 }),
];

function missed({ options }: Question): readonly FakeRow[] {
  const lacking = options['lacking'] ?? 'any';
  const all = options['of'] === 'customers' ? customers : people;
  const found = lacking === 'any' ? all : all.filter((row) => row[`has_${lacking}`] === false);
  return found.length > 0 ? found : [{ subject: null, reason: 'empty' }];
}

const answers: Readonly<Record<string, readonly FakeRow[] | ((question: Question) => readonly FakeRow[])>> = {
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
  'training-effect': [
    effect('Opening calls', 'reach', { value: 0.17, lower: 0.11, upper: 0.23, treated_after: 0.67 }),
    effect('Motivation day', 'present', { value: -0.002, lower: -0.06, upper: 0.057, treated_after: 0.5 }),
    effect('Product basics', 'close', {
      value: 0.1,
      lower: -0.1,
      upper: 0.3,
      treated: 4,
      treated_after: 0.6,
      state: 'thin',
      note: 'chosen_because_low',
      matched: true,
      placebo: -0.2,
      placebo_lower: -0.3,
      placebo_upper: -0.1,
    }),
  ],
  'training-coverage': ({ by }) => (by.includes('rep') ? byPerson : byProgramme),
  'nobody-missed': missed,
  'cross-cover': [
    { role: 'ae', skill: 'close', cover: 'covered', value: 4, people: 8, evidenced: 8, who: 'Farid Hakim' },
    { role: 'ae', skill: 'present', cover: 'warning', value: 1, people: 8, evidenced: 5, who: 'Kamala Devi' },
  ],
};

/** What is answered in place of plain rows; undefined for other metrics. */
export function teamRows(id: string, question: Question): readonly FakeRow[] | undefined {
  const given = answers[id];
  return typeof given === 'function' ? given(question) : given;
}
