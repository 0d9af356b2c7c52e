import type { Row } from '../../engine';
import { AnswerPlace } from '../../frame/answer-place';
import { textIn } from '../../frame/answers';
import { AnswerTable, useColumnsOf } from '../../frame/answer-table';
import { extraRow } from '../../frame/extra';
import { Panel } from '../../frame/panel';
import { TableTools } from '../../frame/table-tools';
import { useChoice } from '../../state/choices';
import { explain } from '../../state/screen';
import { Segmented } from '../../ui/segmented';
import { useFormat } from '../../ui/use-format';
import { useWords } from '../../ui/words';
import type { QuietCustomers } from './use-quiet';

const names = ['account', 'owner', 'last_on', 'overdue_ratio', 'p_left', 'note', 'value_at_risk_money'];

// Only of those who have likely left can it be said that they went without a word.
const namesOfLeft = names.flatMap((name) => (name === 'note' ? ['silent', name] : [name]));

// At their least they fit a window of 1024 px, whichever band is shown.
const widths = {
  account: 'minmax(140px, 2fr)',
  owner: 'minmax(96px, 1.2fr)',
  last_on: '84px',
  overdue_ratio: '72px',
  p_left: 'minmax(112px, 0.9fr)',
  silent: 'minmax(76px, 0.5fr)',
  note: 'minmax(72px, 0.6fr)',
  value_at_risk_money: '88px',
};

/** Customers to watch or likely left by how unusual their silence is, by the money they hold; the list adds up to the total below it. */
export function Quiet({ quiet }: { quiet: QuietCustomers }) {
  const { t } = useWords();
  const formats = useFormat();
  const [band] = useChoice('retention.band', 'watch', 'likely_left');
  const { answer, rows, total } = quiet;
  const noted = rows.some((row) => textIn(row, 'note') !== null);
  const shown = (band === 'watch' ? names : namesOfLeft).filter((name) => name !== 'note' || noted);
  // Without a model of leaving the score says how unusual a silence is, not how likely somebody has left.
  const isUnusual = extraRow(answer, 'fit')?.['model'] === 'cadence';
  const heads = { silent: t('retention.withoutWord'), ...(isUnusual && { p_left: t('retention.unusual') }) };
  const columns = useColumnsOf(answer, shown);
  const currency = answer?.currency ?? '';
  const open = (row: Row): void =>
    explain({ metric: 'silent-churn', question: quiet.question, where: { account_id: String(row['account_id']) } });
  return (
    <Panel
      title={t('retention.quiet')}
      note={t(band === 'watch' ? 'retention.quietWatch' : 'retention.quietLeft', { n: total, basis: quiet.basis })}
      stale={quiet.stale}
      className="fills"
      end={
        <>
          <Bands />
          <TableTools name="quiet-customers" columns={columns} rows={rows} all={quiet.all} />
        </>
      }
    >
      <AnswerPlace answered={quiet} isEmpty={() => rows.length === 0}>
        {() => (
          <AnswerTable
            label={t('retention.quiet')}
            answer={answer}
            names={shown}
            heads={heads}
            widths={widths}
            bars={['p_left']}
            onOpen={open}
            order={total > rows.length ? { by: null, onSort: () => undefined, can: () => false } : undefined}
            foot={
              <span className="table-total num">
                {total > rows.length && t('common.more', { n: total - rows.length })}
                <strong>{t('retention.total', { n: rows.length, money: formats.money(quiet.money, currency) })}</strong>
              </span>
            }
          />
        )}
      </AnswerPlace>
    </Panel>
  );
}

function Bands() {
  const { t } = useWords();
  const [band, setBand] = useChoice('retention.band', 'watch', 'likely_left');
  return (
    <Segmented
      label={t('retention.band')}
      items={[
        { id: 'watch', text: t('retention.watch') },
        { id: 'likely_left', text: t('retention.likelyLeft') },
      ]}
      selected={band}
      onChange={setBand}
    />
  );
}
