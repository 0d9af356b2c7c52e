import { namesText } from '../../frame/names-text';
import type { Words } from '../../i18n';
import type { ComparedUnit } from '../../state/question';
import type { MetricAnswer } from '../../state/use-metric';
import type { MeasureModel } from './measures';
import { isPeople, nameIn } from './unit';
import type { Names, RowVerdict, Standing } from './verdict';
import { apartVerdict, daysVerdict, rateVerdict, sumVerdict } from './verdict';

/** Names of units put together in the language on screen. */
export function unitNames(unit: ComparedUnit, words: Words): Names {
  const list = namesText(words);
  return (names) => list(names.map((name) => nameIn(unit, name, words)));
}

/** What may be said of the units in one measure. */
export function verdictOn(
  kind: MeasureModel['kind'],
  standings: readonly Standing[],
  answer: MetricAnswer,
  unit: ComparedUnit,
  words: Words,
): RowVerdict {
  const names = unitNames(unit, words);
  if (kind === 'money') return sumVerdict();
  if (kind === 'days') return daysVerdict(standings, names);
  return isPeople(unit) ? rateVerdict(standings, answer.homogeneity, unit, names) : apartVerdict(standings, names);
}
