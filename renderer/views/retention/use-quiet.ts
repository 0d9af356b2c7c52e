import type { Question } from '../../../electron/model/question';
import type { Row } from '../../engine';
import { numberIn, textIn } from '../../frame/answers';
import { customersIn, everyCustomer } from '../../frame/whole-list';
import { extraRows } from '../../frame/extra';
import { useChoice } from '../../state/choices';
import type { ReadList } from '../../state/list-pieces';
import type { Answered, MetricAnswer } from '../../state/use-metric';
import { useMetric } from '../../state/use-metric';
import { useQuestionOver } from '../../state/use-period';

const most = { rows: 200, by: 'value_at_risk_money' };

/** Customers to watch or likely left by how unusual their silence is, the largest sums first; asked of all of history, since the longest silent bought last before this period. */
export interface QuietCustomers extends Answered<MetricAnswer> {
  readonly question: Question;
  readonly rows: readonly Row[];
  /** Reads all of them; undefined where all are among the rows. */
  readonly all: ReadList<Row> | undefined;
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
  /** What the money is: `margin`, or `revenue` where no margin is known. */
  readonly basis: string;
}

/** The band shown: those to watch, or those who have likely left. */
export function useQuiet(): QuietCustomers {
  const [band] = useChoice('retention.band', 'watch', 'likely_left');
  const question = useQuestionOver({ from: null, to: null }, [], { band });
  const answered = useMetric('silent-churn', question, most);
  const sum = extraRows(answered.answer, 'groups')[0];
  const rows = customersIn(answered.answer);
  const total = rows.length === 0 ? 0 : (answered.answer?.total ?? 0);
  return {
    ...answered,
    question,
    rows,
    total,
    all: total > rows.length ? everyCustomer('silent-churn', question, most.by) : undefined,
    money: rows.reduce((all, row) => all + (numberIn(row, 'value_at_risk_money') ?? 0), 0),
    left: numberIn(sum, 'likely_left') ?? 0,
    silent: numberIn(sum, 'silent') ?? 0,
    share: { lower: numberIn(sum, 'lower'), upper: numberIn(sum, 'upper') },
    watch: numberIn(sum, 'watch') ?? 0,
    watchMoney: numberIn(sum, 'watch_money') ?? 0,
    basis: textIn(sum, 'basis') ?? 'revenue',
  };
}
