/* Trainings, coaching talks and recognitions. */
import { DAY, END, LAST_DAY, FIRST_DAY, dayOf, months, officeMoment, workdayFrom } from './calendar';
import { roleOn, roster, isPresent, type Rep } from './roster';
import { measuredCompletions, programmes } from './training';
import type { World } from './world';

export interface Training {
  readonly rep: Rep;
  readonly programme: string;
  readonly enrolled: number;
  readonly completed: number | null;
  readonly online: boolean;
  readonly score: number | null;
  readonly hours: number;
}

export interface Coaching {
  readonly rep: Rep;
  readonly coach: Rep;
  readonly at: number;
  readonly topic: string;
  readonly mentoring: boolean;
}

export interface Recognition {
  readonly rep: Rep;
  readonly by: Rep;
  readonly at: number;
  readonly kind: string;
  readonly note: string;
}

/** Reps whom the last two quarters passed by: no training, no coaching, no recognition. */
export const passedOver: readonly string[] = ['R29'];

/** The rep nobody ever recognised. */
export const neverRecognised = 'R06';

/** The one who never took a programme that the role requires. */
export const missingProgramme = { rep: 'R15', programme: 'Product basics' } as const;

const cutoff = dayOf('2026-04-01');

/** All trainings, sorted by enrolment. */
export function playTrainings(world: World): readonly Training[] {
  const draw = world.draw('trainings');
  const list: Training[] = [];
  const add = (rep: Rep, programme: string, day: number, online: boolean): void => {
    const hours = programmes.find((one) => one.name === programme)?.hours ?? 1;
    const completed = workdayFrom(day) * DAY + 16 * 3600 + draw.below(3600);
    const enrolled = officeMoment(draw, workdayFrom(day - 8 - draw.below(20)));
    const done = completed <= END;
    list.push({
      rep,
      programme,
      enrolled,
      completed: done ? completed : null,
      online,
      score: done ? 55 + draw.below(44) : null,
      hours,
    });
  };
  for (const { rep, programme, day } of measuredCompletions)
    add(personOf(rep), programme, day, programme === 'Opening calls');
  for (const rep of roster) {
    const first = Math.max(rep.started + 20, FIRST_DAY + 15 + draw.below(60));
    const last = rep.ended ?? LAST_DAY;
    if (rep.role !== 'manager' && rep.id !== missingProgramme.rep && first < last)
      add(rep, 'Product basics', first, false);
    for (let day = first + 25; day < last; day += 330 + draw.below(60)) {
      if (passedOver.includes(rep.id) && day >= cutoff) break;
      add(rep, 'Customer data rules', day, true);
    }
  }
  // Enrolled, not yet completed.
  add(personOf('R22'), 'Closing with confidence', LAST_DAY + 7, false);
  return list.sort((a, b) => a.enrolled - b.enrolled);
}

function personOf(id: string): Rep {
  const rep = roster.find((one) => one.id === id);
  if (!rep) throw new Error(`no rep ${id}`);
  return rep;
}

const topics: Readonly<Record<string, readonly string[]>> = {
  sdr: ['reach', 'qualify', 'handoff', 'Call list'],
  ae: ['discover', 'present', 'propose', 'close', 'Discounts'],
  specialist: ['complex_close', 'Sharing knowledge'],
  cs: ['follow_up', 'renew', 'expand'],
};

/** Monthly talks of managers with their people, and two mentors. */
export function playCoachings(world: World): readonly Coaching[] {
  const draw = world.draw('coachings');
  const list: Coaching[] = [];
  for (const month of months) {
    const day = workdayFrom(month.from + 4 + draw.below(16));
    for (const rep of roster) {
      if (rep.role === 'manager' || !isPresent(rep, day) || !draw.chance(rep.level === 'junior' ? 0.62 : 0.33))
        continue;
      if (passedOver.includes(rep.id) && day >= cutoff) continue;
      const coach = personOf(rep.team === 'Central' ? 'R01' : 'R02');
      list.push({
        rep,
        coach,
        at: officeMoment(draw, day),
        topic: draw.pick(topics[roleOn(rep, day)] ?? ['Talk']),
        mentoring: false,
      });
    }
    for (const [mentee, mentor, topic] of [
      ['R22', 'R12', 'close'],
      ['R11', 'R05', 'qualify'],
      ['R19', 'R17', 'close'],
    ] as const) {
      if (!isPresent(personOf(mentee), day) || (mentee === 'R19' && (month.index < 20 || month.index > 23))) continue;
      list.push({
        rep: personOf(mentee),
        coach: personOf(mentor),
        at: officeMoment(draw, day),
        topic,
        mentoring: true,
      });
    }
  }
  return list.filter((one) => one.at <= END).sort((a, b) => a.at - b.at);
}

const praise = [
  'Top of the month',
  'Helped a colleague',
  'Customer thank-you letter',
  'Clean pipeline',
  'Big save',
  'Long service',
];

/** Recognitions; most of them go to few people. */
export function playRecognitions(world: World): readonly Recognition[] {
  const draw = world.draw('recognitions');
  const list: Recognition[] = [];
  for (const month of months) {
    const day = workdayFrom(month.to - 4);
    if (day > LAST_DAY) continue;
    const people = roster.filter(
      (rep) =>
        rep.role !== 'manager' &&
        rep.id !== neverRecognised &&
        isPresent(rep, day) &&
        !(passedOver.includes(rep.id) && day >= cutoff),
    );
    const weights = people.map((rep) => (['R12', 'R05', 'R26'].includes(rep.id) ? 14 : rep.level === 'senior' ? 3 : 1));
    for (let i = 0; i < 4; i++) {
      const rep = people[draw.weighted(weights)];
      if (!rep) continue;
      const by = draw.chance(0.7) ? personOf(rep.team === 'Central' ? 'R01' : 'R02') : draw.pick(people);
      if (by === rep) continue;
      list.push({
        rep,
        by,
        at: officeMoment(draw, day),
        kind: draw.pick(['award', 'mention', 'mention', 'voucher']),
        note: draw.pick(praise),
      });
    }
  }
  return list.sort((a, b) => a.at - b.at);
}
