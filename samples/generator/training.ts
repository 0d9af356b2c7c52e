/* The training programmes, who completed them when, and what they truly do. */
import { dayOf } from './calendar';
import type { Role, Skill } from './roster';

export interface Programme {
  readonly name: string;
  readonly requiredRoles: readonly Role[];
  readonly skills: readonly Skill[];
  readonly validMonths: number | null;
  readonly hours: number;
  /** Added to the logit of its skills once completed; 0 for a programme that does nothing. */
  readonly shift: number;
}

/** All programmes; the first two work, the third does nothing, the others teach no measured skill. */
export const programmes: readonly Programme[] = [
  { name: 'Opening calls', requiredRoles: [], skills: ['reach'], validMonths: 24, hours: 12, shift: 0.65 },
  { name: 'Closing with confidence', requiredRoles: [], skills: ['close'], validMonths: 24, hours: 16, shift: 0.6 },
  { name: 'Motivation day', requiredRoles: [], skills: ['present'], validMonths: null, hours: 8, shift: 0 },
  {
    name: 'Product basics',
    requiredRoles: ['sdr', 'ae', 'specialist', 'cs'],
    skills: [],
    validMonths: 36,
    hours: 6,
    shift: 0,
  },
  {
    name: 'Customer data rules',
    requiredRoles: ['sdr', 'ae', 'specialist', 'cs', 'manager'],
    skills: [],
    validMonths: 12,
    hours: 2,
    shift: 0,
  },
];

export interface Completion {
  readonly rep: string;
  readonly programme: string;
  readonly day: number;
}

function completed(programme: string, people: Readonly<Record<string, string>>): readonly Completion[] {
  return Object.entries(people).map(([rep, date]) => ({ rep, programme, day: dayOf(date) }));
}

/** First completions of the programmes that are measured. */
export const measuredCompletions: readonly Completion[] = [
  ...completed('Opening calls', { R04: '2025-02-14', R07: '2025-05-16', R08: '2025-08-15', R09: '2025-10-10' }),
  ...completed('Closing with confidence', {
    R14: '2025-06-13',
    R20: '2025-09-12',
    R21: '2025-11-07',
    R19: '2026-02-13',
  }),
  ...completed('Motivation day', {
    R12: '2025-04-18',
    R16: '2025-07-18',
    R18: '2025-10-17',
    R20: '2025-05-23',
    R21: '2026-03-13',
  }),
];

/** Sum of the effects of all programmes the person had completed before the day, on the logit of the skill. */
export function trainingShift(rep: string, skill: Skill, day: number): number {
  let shift = 0;
  for (const completion of measuredCompletions) {
    if (completion.rep !== rep || completion.day >= day) continue;
    const programme = programmes.find((one) => one.name === completion.programme);
    if (programme?.skills.includes(skill)) shift += programme.shift;
  }
  return shift;
}
