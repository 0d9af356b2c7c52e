import type { Row } from '../../engine';
import { AnswerPlace } from '../../frame/answer-place';
import { AnswerTable } from '../../frame/answer-table';
import { Panel } from '../../frame/panel';
import { useMetric } from '../../state/use-metric';
import { useQuestionOver } from '../../state/use-period';
import { useWords } from '../../ui/words';
import { TimeLine } from './time-line';

const widths = {
  on_day: '112px',
  kind: 'minmax(160px, 1fr)',
  n: '48px',
  amount_money: '104px',
  by_whom: 'minmax(140px, 1fr)',
};

/** What happened with one customer, latest first: drawn on one line of time, and as a list. */
export function History({ account }: { account: string }) {
  const { t } = useWords();
  const question = { ...useQuestionOver({ from: null, to: null }, [], { account }), filters: {} };
  const answered = useMetric('customer-history', question, { rows: 1_000, by: 'on_day' });
  const { answer } = answered;
  const cut = answer ? answer.total - answer.grid.rows.length : 0;
  return (
    <Panel
      title={t('customers.history')}
      note={answer && t('customers.historyNote', { n: answer.total })}
      stale={answered.stale}
      className="fills"
    >
      <AnswerPlace answered={answered} isEmpty={(given) => given.grid.rows.length === 0}>
        {(given) => (
          <>
            <TimeLine rows={given.grid.rows} />
            <AnswerTable
              label={t('customers.history')}
              answer={given}
              names={Object.keys(widths)}
              rows={given.grid.rows.map(named)}
              widths={widths}
              foot={cut > 0 && t('common.more', { n: cut })}
            />
          </>
        )}
      </AnswerPlace>
    </Panel>
  );
}

// The kinds become keys of words, so that the table writes them as it writes every other label.
function named(row: Row): Row {
  return { ...row, kind: `event_${String(row['kind'])}` };
}
