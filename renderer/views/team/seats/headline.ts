import type { MessageKey } from '../../../i18n';
import type { Person, Standing } from './standing';

/** A sentence by its key. */
export interface Sentence {
  readonly key: MessageKey;
  readonly args: Readonly<Record<string, string | number>>;
}

/** Whether another seat is worth a question, then how people stand in their own; only what intervals allow. `join` makes one text of names. */
export function seatsHeadline(
  people: readonly Person[],
  join: (names: readonly string[]) => string,
): { readonly first: Sentence; readonly second: Sentence } {
  const count = (...standings: readonly Standing[]): number =>
    people.filter(({ standing }) => standings.includes(standing)).length;
  const asked = people.filter(
    ({ standing, others }) => standing !== 'in_ramp' && others.some((other) => other.question),
  );
  const judged = count('above', 'below', 'in_line');
  const seen = people.some(({ standing, others }) => standing !== 'in_ramp' && others.length > 0);
  return {
    first: firstOf(asked, judged, seen, join),
    second: {
      key: judged === 0 ? 'seats.headNobody' : 'seats.headOwn',
      args: {
        judged,
        line: count('in_line'),
        above: count('above'),
        below: count('below'),
        alike: count('no_difference'),
        ramp: count('in_ramp'),
        unknown: count('cannot_tell'),
      },
    },
  };
}

function firstOf(
  asked: readonly Person[],
  judged: number,
  seen: boolean,
  join: (names: readonly string[]) => string,
): Sentence {
  if (asked.length > 0) return { key: 'seats.headAsk', args: { names: join(asked.map(({ rep }) => rep)) } };
  if (judged === 0) return { key: 'seats.headCannotTell', args: {} };
  return { key: seen ? 'seats.headNoOther' : 'seats.headOtherUnknown', args: {} };
}
