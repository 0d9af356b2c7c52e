/** What may be said of each training from the difference in differences. Pure. */
import type { Row } from '../../../engine';
import { numberIn, textIn } from '../../../frame/answers';
import type { MessageKey } from '../../../i18n';

/** `alone`: everybody was trained, so there is only before and after. */
export type EffectVerdict = 'raised' | 'lowered' | 'no_effect' | 'cannot_tell' | 'alone' | 'too_few';

export interface Effect {
  readonly programme: string;
  readonly skill: string;
  readonly verdict: EffectVerdict;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly treated: number;
  readonly control: number;
  /** Means before and after, of the trained and of the others. */
  readonly trained: readonly [before: number | null, after: number | null];
  readonly others: readonly [before: number | null, after: number | null];
  /** The same difference in the two quarters before, which should be none. */
  readonly placebo: readonly [value: number | null, lower: number | null, upper: number | null];
  readonly matched: boolean;
  readonly thin: boolean;
  /** About how many more trained people would tell, were the difference to stay; null where it is told or cannot be. */
  readonly more: number | null;
  /** Everybody it is made of: the trained first, each by name. */
  readonly people: readonly Judged[];
}

/** Somebody an effect is made of, with the rate before and after. */
export interface Judged {
  readonly rep: string;
  readonly trained: boolean;
  readonly before: number;
  readonly after: number;
}

/** Smallest difference of a rate that counts; source: domain specification 7.5. */
const counts = 0.02;

/** Effects by programme and skill; `told` is what the answer says of the people they are made of. */
export function effectsOf(rows: readonly Row[], told?: unknown): readonly Effect[] {
  return rows
    .filter((row) => textIn(row, 'programme') !== null)
    .map((row): Effect => {
      const number = (name: string): number | null => numberIn(row, name);
      const [value, lower, upper, treated] = [
        number('value'),
        number('lower'),
        number('upper'),
        number('treated') ?? 0,
      ];
      const thin = textIn(row, 'state') === 'thin';
      const verdict = verdictOf(value, lower, upper, textIn(row, 'note'), thin);
      return {
        programme: textIn(row, 'programme') ?? '',
        skill: textIn(row, 'skill') ?? '',
        verdict,
        value,
        lower,
        upper,
        treated,
        control: number('control') ?? 0,
        trained: [number('treated_before'), number('treated_after')],
        others: [number('control_before'), number('control_after')],
        placebo: [number('placebo'), number('placebo_lower'), number('placebo_upper')],
        matched: textIn(row, 'note') === 'chosen_because_low',
        thin,
        more: verdict === 'cannot_tell' ? moreNeeded(value, lower, upper, treated) : null,
        people: judgedIn(told, textIn(row, 'programme'), textIn(row, 'skill')),
      };
    })
    .sort((a, b) => a.programme.localeCompare(b.programme) || a.skill.localeCompare(b.skill));
}

function judgedIn(told: unknown, programme: string | null, skill: string | null): readonly Judged[] {
  const all: readonly unknown[] = Array.isArray(told) ? told : [];
  return all
    .filter(isJudged)
    .filter((each) => each.programme === programme && each.skill === skill)
    .sort((a, b) => Number(b.trained) - Number(a.trained) || a.rep.localeCompare(b.rep));
}

function isJudged(each: unknown): each is Judged & { programme: unknown; skill: unknown } {
  return typeof each === 'object' && each !== null && 'rep' in each && 'trained' in each && 'programme' in each;
}

/** The effect looked at more closely: the chosen programme's, else one that is told, else one with a figure, else the first. */
export function effectShown(effects: readonly Effect[], programme: string): Effect | undefined {
  return (
    effects.find((effect) => effect.programme === programme) ??
    effects.find(({ verdict }) => verdict === 'raised' || verdict === 'lowered') ??
    effects.find(({ value }) => value !== null) ??
    effects[0]
  );
}

function verdictOf(
  value: number | null,
  lower: number | null,
  upper: number | null,
  note: string | null,
  thin: boolean,
): EffectVerdict {
  if (value === null || lower === null || upper === null) return 'too_few';
  if (note === 'no_control') return 'alone';
  if (lower > 0) return 'raised';
  if (upper < 0) return 'lowered';
  // Of a few people nothing being seen says nothing yet.
  return Math.abs(value) < counts && !thin ? 'no_effect' : 'cannot_tell';
}

/** Of more people than so many times those there are, no number is told: it would mean nothing. */
const mostTimes = 25;

// Half the interval shrinks with the root of the people; it has to come down to the difference itself.
function moreNeeded(value: number | null, lower: number | null, upper: number | null, treated: number): number | null {
  if (value === null || lower === null || upper === null || value === 0) return null;
  const times = ((upper - lower) / 2 / Math.abs(value)) ** 2;
  return times > mostTimes ? null : Math.max(1, Math.ceil(treated * times) - treated);
}

/** A sentence by its key. */
export interface Sentence {
  readonly key: MessageKey;
  readonly args: Readonly<Record<string, string | number>>;
}

/** Which programmes raised what they teach, and of which nothing is seen; only what the intervals allow. */
export function trainingHeadline(
  effects: readonly Effect[],
  join: (names: readonly string[]) => string,
): readonly Sentence[] {
  const named = (verdict: EffectVerdict): readonly string[] => [
    ...new Set(effects.filter((effect) => effect.verdict === verdict).map(({ programme }) => programme)),
  ];
  const say = (key: MessageKey, verdict: EffectVerdict): readonly Sentence[] => {
    const names = named(verdict);
    return names.length === 0 ? [] : [{ key, args: { names: join(names), n: names.length } }];
  };
  const said = [
    ...say('training.headRaised', 'raised'),
    ...say('training.headLowered', 'lowered'),
    ...say('training.headNoEffect', 'no_effect'),
  ];
  if (said.length > 0) return said;
  const unknown = say('training.headUnknown', 'cannot_tell');
  return unknown.length > 0 ? unknown : [{ key: 'training.headNothing', args: {} }];
}
