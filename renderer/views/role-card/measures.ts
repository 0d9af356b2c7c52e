import type { Row } from '../../engine';
import { numberIn, textIn } from '../../frame/answers';
import type { MessageKey } from '../../i18n';

/** One measure of a role: which one, in which unit, and how its rows become one figure a person. */
export interface RoleMeasure {
  readonly metric: string;
  readonly options: Readonly<Record<string, string>>;
  readonly note: MessageKey;
  /** A figure without an interval of its own: counted in full, never judged. */
  readonly counted: boolean;
  /** Decimals, where the unit has too few to tell people apart. */
  readonly decimals?: number;
  /** The figures of everybody in the answer's rows; `rep` says whose kind of target is meant. */
  readonly figures: (rows: readonly Row[], rep: string) => readonly Row[];
}

const plain = (rows: readonly Row[]): readonly Row[] => rows;

function measure(
  metric: string,
  note: MessageKey,
  more: Partial<Omit<RoleMeasure, 'metric' | 'note'>> = {},
): RoleMeasure {
  return { metric, note, options: {}, counted: false, figures: plain, ...more };
}

// Somebody has targets of one kind or several; the others are set beside the first of them.
function ownTarget(rows: readonly Row[], rep: string): readonly Row[] {
  const kind = textIn(
    rows.find((row) => row['rep'] === rep),
    'measure',
  );
  return rows.filter((row) => row['measure'] === kind);
}

// A row a kind of activity becomes one a person: conversations of every kind a working day.
function conversations(rows: readonly Row[]): readonly Row[] {
  const reps = [...new Set(rows.flatMap((row) => textIn(row, 'rep') ?? []))];
  return reps.map((rep) => {
    const own = rows.filter((row) => row['rep'] === rep);
    const value = own.reduce((sum, row) => sum + (numberIn(row, 'conversations_a_day') ?? 0), 0);
    return { rep, value, lower: null, upper: null, n: numberIn(own[0], 'days'), state: textIn(own[0], 'state') };
  });
}

const attainment = measure('attainment', 'card.noteAttainment', { counted: true, figures: ownTarget });
const mix = measure('activity-mix', 'card.noteMix', { counted: true, decimals: 2, figures: conversations });
const pace = measure('prospecting-pace', 'card.notePace');
const handedOver = measure('hand-off', 'card.noteHandedOver');
const won = measure('win-rate', 'reps.winRateNote');

const byRole: Readonly<Record<string, readonly RoleMeasure[]>> = {
  sdr: [
    attainment,
    measure('contact-rate', 'card.noteContact'),
    measure('time-to-first-contact', 'card.noteFirst'),
    pace,
    handedOver,
    mix,
  ],
  ae: [
    attainment,
    won,
    measure('deal-value', 'card.noteValue'),
    measure('hand-off', 'card.noteTaken', { options: { credit: 'to' } }),
    measure('discount-discipline', 'card.noteDiscount'),
    measure('specialist-lift', 'card.noteLift'),
    mix,
  ],
  specialist: [attainment, won, measure('deal-value', 'card.noteValue'), mix],
  cs: [
    attainment,
    measure('after-sale-follow-up', 'card.noteFollow'),
    measure('renewal-rate', 'card.noteRenew'),
    measure('touch-coverage', 'card.noteTouch'),
    mix,
  ],
};

/** What a role is measured by, in reading order; of a role without its own list, what everybody has. */
export function measuresOf(role: string): readonly RoleMeasure[] {
  return byRole[role] ?? [attainment, won, mix];
}

const trends: Readonly<Record<string, string>> = { sdr: 'hand-off', cs: 'renewal-rate' };

/** The measure whose quarters show how a role goes. */
export function trendOf(role: string): string {
  return trends[role] ?? 'win-rate';
}
