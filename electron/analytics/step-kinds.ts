/** What became of a journey that stood on one rung, seen from another: what it is counted as. */

/** What is counted of each group, one beside the other: what became of a journey, one of these each, then what is true of some. */
export const slots = [
  'hit',
  'lost',
  'noDecision',
  'disqualified',
  'stillOpen',
  'young',
  'youngHit',
  'stageUnknown',
  'badDates',
  'cameElse',
  'absent',
  'fromFlags',
  'rungsUnknown',
  'doubtful',
] as const;

export type Slot = (typeof slots)[number];

export const slot = Object.fromEntries(slots.map((name, at) => [name, at])) as Readonly<Record<Slot, number>>;

/** Why a journey is not judged. */
export const reasons = { none: 0, badDates: 1, unknown: 2, young: 3 } as const;

/** Where those that did not come so far are counted, by how they ended. */
const endedIn: readonly number[] = [
  slot.stillOpen,
  slot.stillOpen,
  slot.lost,
  slot.lost,
  slot.noDecision,
  slot.disqualified,
];

/** Where a journey is counted: why it is not judged, whether it came so far in time, how it ended. */
export function placeOf(why: number, hit: boolean, end: number): number {
  if (why === reasons.none) return hit ? slot.hit : endedIn[end]!;
  if (why === reasons.young) return hit ? slot.youngHit : slot.young;
  return why === reasons.unknown ? slot.stageUnknown : slot.badDates;
}
