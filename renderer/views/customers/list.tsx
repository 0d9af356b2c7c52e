import { useState } from 'react';
import { Input, SearchField } from 'react-aria-components';
import type { Row } from '../../engine';
import { AnswerPlace } from '../../frame/answer-place';
import { AnswerTable, useColumnsOf } from '../../frame/answer-table';
import { numberIn, textIn } from '../../frame/answers';
import { Panel } from '../../frame/panel';
import { customersIn, everyCustomer } from '../../frame/whole-list';
import { TableTools } from '../../frame/table-tools';
import { useChoice } from '../../state/choices';
import { useMetric } from '../../state/use-metric';
import { useQuestionOver } from '../../state/use-period';
import { Pick } from '../../ui/pick';
import type { TableOrder } from '../../ui/table';
import { useFormat } from '../../ui/use-format';
import { useWords } from '../../ui/words';

const widths = {
  account: 'minmax(116px, 2fr)',
  owner: 'minmax(84px, 1.3fr)',
  spoken_on: '78px',
  renewal_on: '78px',
  contacts_known: '40px',
  overdue_ratio: '64px',
  needs: '56px',
  needs_met: '48px',
  unpaid_money: '92px',
  year_value_money: '80px',
};

/** What the list may be sorted by, largest first. */
const orders = ['year_value_money', 'gap_days', 'overdue_ratio', 'unpaid_money'] as const;

/** Rows fetched at most; the search finds the others. */
const most = 300;

/** The list of customers, searched and sorted where the data is, so that it stays short however many there are. */
export function List() {
  const { t } = useWords();
  const formats = useFormat();
  const [order, setOrder] = useChoice('customers.order', ...orders);
  const [search, setSearch] = useChoice('customers.search');
  const [, open] = useChoice('customers.account');
  const question = useQuestionOver({ from: null, to: null }, [], { search });
  const answered = useMetric('customer-list', question, { rows: most, by: order });
  const rows = customersIn(answered.answer);
  const total = rows.length === 0 ? 0 : (answered.answer?.total ?? 0);
  const columns = useColumnsOf(answered.answer, Object.keys(widths));
  const value = rows.reduce((sum, row) => sum + (numberIn(row, 'year_value_money') ?? 0), 0);
  const all = total > rows.length ? everyCustomer('customer-list', question, order) : undefined;
  const show = (row: Row): void => open(textIn(row, 'account_id') ?? '');
  return (
    <Panel
      title={t('customers.list')}
      note={t('customers.listNote', { n: total })}
      stale={answered.stale}
      className="fills"
      end={
        <>
          <Search value={search} onChange={setSearch} />
          <Pick
            label={t('customers.order')}
            items={orders.map((id) => ({ id, text: t(`customers.by_${id}`) }))}
            selected={order}
            onChange={(id) => setOrder(orders.find((each) => each === id) ?? orders[0])}
          />
          <TableTools name="customers" columns={columns} rows={rows} all={all} />
        </>
      }
    >
      <AnswerPlace answered={answered} isEmpty={() => rows.length === 0}>
        {(answer) => (
          <AnswerTable
            key={order}
            order={total > rows.length ? bySize(order, setOrder) : undefined}
            label={t('customers.list')}
            answer={answer}
            names={Object.keys(widths)}
            widths={widths}
            onOpen={show}
            foot={
              <span className="table-total num">
                {total > rows.length && t('customers.more', { n: total - rows.length })}
                <strong>
                  {t('retention.total', { n: rows.length, money: formats.money(value, answer.currency) })}
                </strong>
              </span>
            }
          />
        )}
      </AnswerPlace>
    </Panel>
  );
}

type Order = (typeof orders)[number];

// A list that is longer than its rows is sorted where it is, by what its menu offers.
function bySize(order: Order, choose: (order: Order) => void): TableOrder {
  const offered = (id: string): Order | undefined => orders.find((each) => each === id);
  return {
    by: { id: order, desc: true },
    onSort: (id) => choose(offered(id) ?? order),
    can: (id) => offered(id) !== undefined,
  };
}

function Search({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useWords();
  const [text, setText] = useState(value);
  return (
    <SearchField
      aria-label={t('customers.search')}
      className="find"
      value={text}
      onChange={setText}
      onSubmit={onChange}
      onClear={() => onChange('')}
    >
      <Input placeholder={t('customers.search')} onBlur={() => (text === value ? undefined : onChange(text))} />
    </SearchField>
  );
}
