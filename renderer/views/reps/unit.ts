/** What stands side by side: people, teams, segments or quarters, and how each is asked about and named. */
import type { Question } from '../../../electron/model/question';
import { valueName } from '../../frame/names';
import type { Words } from '../../i18n';
import { formatPeriod } from '../../i18n/format';
import { lastQuarterOf, quartersTo, rangeOf } from '../../state/period';
import type { ComparedUnit } from '../../state/question';
import { useQuestion } from '../../state/question';
import { useAsOfDay, useCalendar, usePeriod, useQuestionAbout, useQuestionOver } from '../../state/use-period';

/** Quarters one may choose among. */
const mostQuarters = 8;

/** Column of the answers that names the units. */
export function columnOf(unit: ComparedUnit): string {
  return unit === 'period' ? 'quarter' : unit;
}

/** True for people and teams, who are judged by their shrunken rates and have peers. */
export function isPeople(unit: ComparedUnit): unit is 'rep' | 'team' {
  return unit === 'rep' || unit === 'team';
}

/** The name of a unit as a person reads it. */
export function nameIn(unit: ComparedUnit, name: string | null, words: Words): string {
  return unit === 'period' ? formatPeriod(name ?? '', words.locale) : valueName(name, words);
}

/** The question about the units side by side: over the chosen period, quarters over the last ones up to it. */
export function useComparedQuestion(options: Readonly<Record<string, string>> = {}): Question {
  const { unit } = useQuestion((history) => history.asked.reps);
  const by = [columnOf(unit)];
  const calendar = useCalendar();
  const last = lastQuarterOf(usePeriod(), calendar, useAsOfDay());
  const [first = last] = quartersTo(last, mostQuarters);
  const range = { from: rangeOf(first, calendar).from, to: rangeOf(last, calendar).to };
  const over = useQuestionOver(range, by, options);
  const about = useQuestionAbout(usePeriod(), by, options);
  return unit === 'period' ? over : about;
}
