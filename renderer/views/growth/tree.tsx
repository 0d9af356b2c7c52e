import { referralTree, referralTreeHeight } from '../../charts/referral-tree';
import { textsOf } from '../../charts/table';
import { AnswerPlace } from '../../frame/answer-place';
import { textIn } from '../../frame/answers';
import { Panel } from '../../frame/panel';
import { Picture } from '../../frame/picture';
import { showPage } from '../../frame/row-menu';
import { useMetric } from '../../state/use-metric';
import { useQuestionOver } from '../../state/use-period';
import { useWords } from '../../ui/words';
import { chainOf } from './chain';

/** Leaves that fit into the panel. */
const mostLeaves = 12;

/** Who recommended whom, those who recommended most first. Asked of all of history: a chain takes longer than a quarter. */
export function Tree() {
  const { t, locale } = useWords();
  const question = useQuestionOver({ from: null, to: null });
  const answered = useMetric('referral-list', question, { rows: 400, by: 'given' });
  const rows = answered.answer?.grid.rows ?? [];
  const named = rows.filter((row) => row['to_account'] !== null);
  // An answer about nothing still has one row, without a recommendation.
  const told = rows.some((row) => textIn(row, 'referral_id') !== null) ? (answered.answer?.total ?? 0) : 0;
  const { table, names } = chainOf(named.length > 0 ? named : rows, mostLeaves);
  const drawn = textsOf(table, 'referred_by').filter((giver) => giver !== null).length;
  const chartWords = {
    nameOf: (account: string) => names.get(account) ?? t('growth.unnamed'),
    won: t('growth.became'),
    open: t('growth.notYet'),
  };
  return (
    <Panel
      title={t('growth.tree')}
      note={told > 0 ? t('growth.treeNote', { n: told }) : undefined}
      stale={answered.stale}
    >
      <AnswerPlace answered={answered} isEmpty={() => rows.length === 0}>
        {(answer) => (
          <>
            <Picture
              name={t('growth.tree')}
              height={referralTreeHeight(table)}
              table={table}
              onChoose={({ account = null }) => {
                if (account !== null && !account.startsWith('recommendation '))
                  showPage('customers', 'customers.account', account);
              }}
              draw={(marks) => referralTree(table, { currency: answer.currency }, chartWords, locale, marks)}
            />
            {told > drawn && <p className="caption">{t('growth.treeMore', { n: told - drawn })}</p>}
          </>
        )}
      </AnswerPlace>
    </Panel>
  );
}
