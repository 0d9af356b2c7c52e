import type { Row } from '../../../engine';
import { numberIn, textIn } from '../../../frame/answers';
import { extraRow } from '../../../frame/extra';
import type { MetricAnswer } from '../../../state/use-metric';

/** The lists of whom to thank, what is easily overlooked first. */
export const lists = ['improved_below_target', 'met_target', 'improved', 'steady_strong'] as const;

export type ListName = (typeof lists)[number];

/** One reason to thank somebody. */
export interface Candidate {
  readonly rep: string;
  readonly list: ListName;
  readonly skill: string;
  /** Unit in which the figures are told: a share, an event a day, or money. */
  readonly measure: 'ratio' | 'pace' | 'money';
  readonly base: number | null;
  readonly baseLimits: readonly [number | null, number | null];
  readonly now: number | null;
  readonly nowLimits: readonly [number | null, number | null];
  readonly sure: number | null;
  readonly attainment: number | null;
  readonly support: string | null;
  readonly supportKind: string | null;
  /** As the engine tells a day. */
  readonly supportOn: Row[string];
}

/** When somebody was thanked, and for what last. */
export interface Thanked {
  readonly rep: string;
  readonly repId: string;
  readonly times: number;
  readonly lastOn: string | null;
  readonly days: number | null;
  readonly note: string | null;
  readonly isEntered: boolean;
}

/** The reasons in an answer, list by list, people by name. */
export function candidatesOf(rows: readonly Row[]): readonly Candidate[] {
  return rows
    .flatMap((row): Candidate[] => {
      const list = lists.find((each) => each === textIn(row, 'list'));
      const rep = textIn(row, 'rep');
      if (list === undefined || rep === null) return [];
      const limits = (name: string) => [numberIn(row, `${name}_lower`), numberIn(row, `${name}_upper`)] as const;
      const measure = textIn(row, 'measure');
      return [
        {
          rep,
          list,
          skill: textIn(row, 'skill') ?? '',
          measure: measure === 'money' || measure === 'pace' ? measure : 'ratio',
          base: numberIn(row, 'base'),
          baseLimits: limits('base'),
          now: numberIn(row, 'now'),
          nowLimits: limits('now'),
          sure: numberIn(row, 'p_up'),
          attainment: numberIn(row, 'attainment'),
          support: textIn(row, 'support'),
          supportKind: textIn(row, 'support_kind'),
          supportOn: row['support_on'] ?? null,
        },
      ];
    })
    .sort((a, b) => lists.indexOf(a.list) - lists.indexOf(b.list) || a.rep.localeCompare(b.rep));
}

/** Everybody by name, with when they were thanked. */
export function thankedOf(answer: MetricAnswer | undefined): readonly Thanked[] {
  const told: unknown = extraRow(answer, 'coverage')?.['by_person'];
  if (!Array.isArray(told)) return [];
  const rows: readonly Row[] = told;
  return rows.map((row) => ({
    rep: textIn(row, 'rep') ?? '',
    repId: textIn(row, 'rep_id') ?? '',
    times: numberIn(row, 'times') ?? 0,
    lastOn: textIn(row, 'last_on'),
    days: numberIn(row, 'days'),
    note: textIn(row, 'note') ?? textIn(row, 'kind'),
    isEntered: row['is_entered'] === true,
  }));
}

/** Different people in a list, by name. */
export function namesIn(candidates: readonly Candidate[], ...of: readonly ListName[]): readonly string[] {
  return [...new Set(candidates.filter(({ list }) => of.includes(list)).map(({ rep }) => rep))];
}
