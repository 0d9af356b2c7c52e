import type { Homogeneity } from '../../../electron/model/question';
import type { Row } from '../../engine';
import { figureIn, numberIn, textIn } from '../../frame/answers';
import type { MessageArgs, MessageKey } from '../../i18n';

/** Quarter, median and three quarters of the peers. */
export interface Band {
  readonly p25: number;
  readonly median: number;
  readonly p75: number;
}

export interface Verdict {
  readonly key: MessageKey;
  readonly args: MessageArgs;
  /** False where nothing can be said. */
  readonly said: boolean;
}

/** Fewest peers a band is drawn of, so that it gives nobody's own figure away. */
const fewest = 4;

/** The band of the peers' figures; null of fewer than four. */
export function bandOf(figures: readonly Row[], peers: ReadonlySet<string>): Band | null {
  const values = figures
    .flatMap((row) =>
      peers.has(textIn(row, 'rep') ?? '') && (numberIn(row, 'n') ?? 0) > 0 ? (numberIn(row, 'value') ?? []) : [],
    )
    .sort((a, b) => a - b);
  if (values.length < fewest) return null;
  return { p25: at(values, 0.25), median: at(values, 0.5), p75: at(values, 0.75) };
}

/** What the evidence allows to say of one person against the peers: of rates what the engine's test and flag say, of anything else whether the interval lies clear of the median. */
export function standingOf(
  row: Row | undefined,
  band: Band | null,
  homogeneity: Homogeneity | undefined,
  counted: boolean,
): Verdict {
  const { value, lower, upper, state } = figureIn(row);
  if (value === null) return unsaid('card.nothing');
  if (counted) return unsaid('reps.sums');
  if (state === 'thin' || state === 'immature') return unsaid('card.thin');
  if (homogeneity) return rateStanding(row, homogeneity);
  if (band === null) return unsaid('card.tooFew');
  if (lower === null || upper === null) return unsaid('reps.cannotTell');
  if (lower > band.median) return { key: 'card.above', args: {}, said: true };
  if (upper < band.median) return { key: 'card.below', args: {}, said: true };
  return { key: 'card.noClear', args: {}, said: true };
}

function rateStanding(row: Row | undefined, { verdict }: Homogeneity): Verdict {
  if (verdict === 'too_few') return unsaid('card.tooFew');
  if (verdict === 'no_difference') return { key: 'reps.noDifference', args: {}, said: true };
  const flag = textIn(row, 'flag');
  if (flag === 'gap') return { key: 'card.below', args: {}, said: true };
  if (flag === 'strength') return { key: 'card.above', args: {}, said: true };
  const more = numberIn(row, 'more_trials');
  return more === null ? unsaid('reps.cannotTell') : { key: 'card.more', args: { n: more }, said: false };
}

function unsaid(key: MessageKey): Verdict {
  return { key, args: {}, said: false };
}

function at(sorted: readonly number[], p: number): number {
  const place = (sorted.length - 1) * p;
  const [low = 0, high = 0] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return low + (high - low) * (place - Math.floor(place));
}
