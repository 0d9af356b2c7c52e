import type { MessageArgs, MessageKey } from '../../i18n';
import type { Board } from './board';
import { isUnpriced, worthOf } from './board';

/** A sentence of the headline. */
export interface Sentence {
  readonly key: MessageKey;
  readonly args: MessageArgs;
}

/** Who has a gap that the evidence carries, and what closing them is worth; where nobody has, whether people differ at all. `money` writes a sum. */
export function skillsHeadline(board: Board, money: (value: number) => string): readonly Sentence[] {
  const flagged = board.people.filter(({ gaps }) => gaps > 0);
  if (flagged.length === 0) return [{ key: nobody(board), args: {} }];
  const gaps = flagged.reduce((sum, person) => sum + person.gaps, 0);
  const worth = worthOf(flagged);
  const first: Sentence = { key: 'skills.headGaps', args: { people: flagged.length } };
  if (worth === null) return [first, { key: 'skills.headUnpriced', args: { gaps } }];
  const key = flagged.some(isUnpriced) ? 'skills.headWorthSome' : 'skills.headWorth';
  return [first, { key, args: { gaps, money: money(worth.value) } }];
}

function nobody({ skills, people }: Board): MessageKey {
  if (people.length === 0) return 'skills.headNothing';
  if (skills.every(({ verdict }) => verdict === 'too_few')) return 'skills.headTooFew';
  return skills.some(({ verdict }) => verdict === 'differs') ? 'skills.headNobody' : 'skills.headAlike';
}
