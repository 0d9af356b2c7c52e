import type { Row } from '../../engine';
import { AnswerPlace } from '../../frame/answer-place';
import { AnswerTable, useColumnsOf } from '../../frame/answer-table';
import { textIn } from '../../frame/answers';
import { Panel } from '../../frame/panel';
import { TableTools } from '../../frame/table-tools';
import { customersIn, everyCustomer } from '../../frame/whole-list';
import { useChoice } from '../../state/choices';
import { showView } from '../../state/question';
import { useMetric } from '../../state/use-metric';
import { useQuestionOver } from '../../state/use-period';
import { useWords } from '../../ui/words';

const names = ['account', 'owner', 'score', 'on_day', 'value_so_far_money'];
const widths = { account: 'minmax(200px, 1.4fr)', owner: 'minmax(140px, 1fr)', score: '64px' };

const largest = 'value_so_far_money';

/** Customers who would recommend and have recommended nobody: whom to ask next, by what they brought. */
export function Promoters() {
  const { t } = useWords();
  const [, open] = useChoice('customers.account');
  const question = useQuestionOver({ from: null, to: null });
  const answered = useMetric('promoter-list', question, { rows: 200, by: largest });
  const rows = customersIn(answered.answer);
  const total = rows.length === 0 ? 0 : (answered.answer?.total ?? 0);
  const columns = useColumnsOf(answered.answer, names);
  const all = total > rows.length ? everyCustomer('promoter-list', question, largest) : undefined;
  const show = (row: Row): void => {
    open(textIn(row, 'account_id') ?? '');
    showView('customers');
  };
  return (
    <Panel
      title={t('growth.promoters')}
      note={t('growth.promotersNote', { n: total })}
      stale={answered.stale}
      className="fills"
      end={<TableTools name="promoters" columns={columns} rows={rows} all={all} />}
    >
      <AnswerPlace answered={answered} isEmpty={() => rows.length === 0}>
        {(answer) => (
          <AnswerTable
            label={t('growth.promoters')}
            answer={answer}
            names={names}
            widths={widths}
            onOpen={show}
            order={total > rows.length ? { by: null, onSort: () => undefined, can: () => false } : undefined}
            foot={total > rows.length && t('common.more', { n: total - rows.length })}
          />
        )}
      </AnswerPlace>
    </Panel>
  );
}
