import type { MessageKey } from '../../../i18n';
import type { Candidate } from './candidates';
import { namesIn } from './candidates';

export interface Sentence {
  readonly key: MessageKey;
  readonly args: Readonly<Record<string, string | number>>;
}

/** Names that fit into a headline. */
const mostNames = 3;

/** Whom to thank first: those who improved and are still below target, else those who improved, else those steadily strong. `join` makes one text of names. */
export function recognitionHeadline(
  candidates: readonly Candidate[],
  join: (names: readonly string[]) => string,
): Sentence {
  const overlooked = namesIn(candidates, 'improved_below_target');
  if (overlooked.length > mostNames) return { key: 'recognition.headMany', args: { n: overlooked.length } };
  if (overlooked.length > 0)
    return { key: 'recognition.headImproved', args: { names: join(overlooked), n: overlooked.length } };
  const risen = namesIn(candidates, 'met_target', 'improved').length;
  if (risen > 0) return { key: 'recognition.headRisen', args: { n: risen } };
  const steady = namesIn(candidates, 'steady_strong').length;
  if (steady > 0) return { key: 'recognition.headSteady', args: { n: steady } };
  return { key: 'recognition.headNobody', args: {} };
}
