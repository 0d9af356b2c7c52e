import type { MessageKey } from '../../../i18n';
import type { Row } from '../../../engine';
import { numberIn, textIn } from '../../../frame/answers';
import { paidOf } from './by-plan';

export interface Sentence {
  readonly key: MessageKey;
  readonly args: Readonly<Record<string, string | number>>;
}

/** At most this share of the people, with its whole interval, got anything where a plan pays the top alone. */
const fewPaid = 2 / 3;
/** Share of the money from which it goes to the top fifth alone, and how far above the share of what that fifth books. */
const mostMoney = 0.8;
const aboveResults = 0.2;

/** True where a plan pays the top alone, beyond what results and chance explain. */
export function paysTopAlone(row: Row): boolean {
  const [upper, top, booked] = ['share_paid_upper', 'top20_share', 'bookings_top20_share'].map((name) =>
    numberIn(row, name),
  );
  if (upper === null || upper === undefined || top === null || top === undefined) return false;
  return upper < fewPaid && top >= mostMoney && top - (booked ?? 0) >= aboveResults;
}

/** The plan the headline is about: one that pays the top alone, else the one that reaches most; none where nothing was paid. */
export function planTold(spread: readonly Row[]): Row | undefined {
  const paid = spread.filter((row) => (numberIn(row, 'paid_money') ?? 0) > 0);
  return (
    paid.find(paysTopAlone) ??
    [...paid].sort((a, b) => (numberIn(b, 'share_paid') ?? 0) - (numberIn(a, 'share_paid') ?? 0))[0]
  );
}

/** A plan that pays the top alone by its name; else the plan paid last; else who met the target. `met` is an attainment row. */
export function targetsHeadline(
  spread: readonly Row[],
  met: Row | undefined,
  ratio: (value: number | null) => string,
  measureName: (measure: string) => string,
): Sentence {
  const found = planTold(spread);
  if (found) {
    const n = numberIn(found, 'people') ?? 0;
    const args = {
      plan: textIn(found, 'plan') ?? '',
      share: ratio(numberIn(found, 'top20_share')),
      paid: paidOf(found),
      n,
    };
    return { key: paysTopAlone(found) ? 'targets.headTop' : 'targets.headPaid', args };
  }
  const whose = whoseOf(met);
  if (whose === null) return { key: 'targets.headNothing', args: {} };
  const measure = measureName(textIn(met, 'measure') ?? '');
  return { key: `targets.headMet${whose}`, args: { measure, ...metOf(met) } };
}

/** Whose targets a line of attainment counts: people's, teams' own, or both; null where there are none. */
export function whoseOf(row: Row | undefined): '' | 'Teams' | 'Both' | null {
  const { n, teams } = metOf(row);
  if (n + teams === 0) return null;
  return teams === 0 ? '' : n === 0 ? 'Teams' : 'Both';
}

/** Of how many people, and of how many teams, how many reached their own target. */
export function metOf(row: Row | undefined) {
  const of = (name: string): number => numberIn(row, name) ?? 0;
  const [teams, teamsMet] = [of('teams'), of('teams_met')];
  return { n: of('holders') - teams, met: of('met') - teamsMet, teams, teamsMet };
}
