import type { Question } from '../../../electron/model/question';
import type { Row } from '../../engine';
import { numberIn, textIn } from '../../frame/answers';
import { extraRows } from '../../frame/extra';
import { useChoice } from '../../state/choices';
import type { Answered, MetricAnswer } from '../../state/use-metric';
import { useMetric } from '../../state/use-metric';
import { useQuestionOver } from '../../state/use-period';

const most = { rows: 200, by: 'value_at_risk_money' };

/** Customers who have gone quiet by their own pace, the largest sums first; asked of all of history, since the longest silent bought last before this period. */
export interface QuietCustomers extends Answered<MetricAnswer> {
  readonly question: Question;
  readonly rows: readonly Row[];
  /** How many there are, and the money of those shown. */
  readonly total: number;
  readonly money: number;
  /** How many have likely left, and how many of those said nothing, with the interval of that share. */
  readonly left: number;
  readonly silent: number;
  readonly share: { readonly lower: number | null; readonly upper: number | null };
  /** How many are to be watched, whichever band is shown, and the money of all of them, listed or not. */
  readonly watch: number;
  readonly watchMoney: number;
}

/** The band shown: those to watch, or those who have likely left. */
export function useQuiet(): QuietCustomers {
  const [band] = useChoice('retention.band', 'watch', 'likely_left');
  const question = useQuestionOver({ from: null, to: null }, [], { band });
  const answered = useMetric('silent-churn', question, most);
  const sum = extraRows(answered.answer, 'groups')[0];
  // An answer about nobody still has one row, without a name.
  const rows = (answered.answer?.grid.rows ?? []).filter((row) => textIn(row, 'account_id') !== null);
  return {
    ...answered,
    question,
    rows,
    total: rows.length === 0 ? 0 : (answered.answer?.total ?? 0),
    money: rows.reduce((all, row) => all + (numberIn(row, 'value_at_risk_money') ?? 0), 0),
    left: numberIn(sum, 'likely_left') ?? 0,
    silent: numberIn(sum, 'silent') ?? 0,
    share: { lower: numberIn(sum, 'lower'), upper: numberIn(sum, 'upper') },
    watch: numberIn(sum, 'watch') ?? 0,
    watchMoney: numberIn(sum, 'watch_money') ?? 0,
  };
}
