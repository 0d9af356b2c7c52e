import type { Row } from '../../engine';
import { AnswerPlace } from '../../frame/answer-place';
import { numberIn, textIn } from '../../frame/answers';
import { Panel } from '../../frame/panel';
import { useChoice } from '../../state/choices';
import { useMetric } from '../../state/use-metric';
import { useAsOfDay, useQuestionOver } from '../../state/use-period';
import { useWorkspace } from '../../state/workspace';
import { Button } from '../../ui/button';
import { useFormat } from '../../ui/use-format';
import { useWords } from '../../ui/words';
import { History } from './history';

/** The page of one customer: who looks after it, what it brings and owes, when it should order next, and what happened on one line of time. */
export function Account({ account }: { account: string }) {
  const { t } = useWords();
  const [, open] = useChoice('customers.account');
  const question = { ...useQuestionOver({ from: null, to: null }, [], { account }), filters: {} };
  const answered = useMetric('customer-list', question, { rows: 1, by: 'value' });
  return (
    <div className="view customers">
      <Button kind="link" className="customers-back" onPress={() => open('')}>
        {t('customers.back')}
      </Button>
      <AnswerPlace answered={answered} isEmpty={(answer) => answer.grid.rows.length === 0}>
        {(answer) => (answer.grid.rows[0] ? <Page row={answer.grid.rows[0]} account={account} /> : null)}
      </AnswerPlace>
    </div>
  );
}

function Page({ row, account }: { row: Row; account: string }) {
  const { t } = useWords();
  return (
    <>
      <div className="answer-head">
        <h1>{textIn(row, 'account')}</h1>
        <p>{useSituation(row)}</p>
      </div>
      <div className="beside customers-page">
        <Panel title={t('customers.facts')}>
          <Facts row={row} />
        </Panel>
        <History account={account} />
      </div>
    </>
  );
}

// What stands out on this customer, in words: silence against its own pace first, then money owed.
function useSituation(row: Row): string {
  const { t } = useWords();
  const formats = useFormat();
  const today = useAsOfDay();
  const currency = useWorkspace((store) => store.workspace?.settings['currency'] ?? '');
  const owed = numberIn(row, 'unpaid_money');
  const gap = numberIn(row, 'gap_days');
  const next = textIn(row, 'next_on');
  const times = formats.of('index', numberIn(row, 'overdue_ratio'));
  const order =
    next === null
      ? t('customers.noPace')
      : next < today
        ? t('customers.overdue', { on: formats.date(next), times })
        : t('customers.next', { on: formats.date(next) });
  const said = [
    t(row['is_active'] === true ? 'customers.active' : 'customers.inactive'),
    order,
    gap === null ? t('customers.neverSpoken') : t('customers.spoken', { days: formats.count(gap) }),
    ...(owed === null ? [] : [t('customers.owes', { money: formats.money(owed, currency) })]),
  ];
  return said.join(' ');
}

const facts = [
  ['owner', 'label'],
  ['segment', 'label'],
  ['region', 'label'],
  ['first_on', 'date'],
  ['last_on', 'date'],
  ['next_on', 'date'],
  ['spoken_on', 'date'],
  ['talks', 'count'],
  ['contacts_known', 'count'],
  ['needs', 'count'],
  ['needs_met', 'count'],
  ['year_value_money', 'money'],
  ['value_so_far_money', 'money'],
  ['month_money', 'money'],
  ['renewal_on', 'date'],
  ['unpaid_money', 'money'],
] as const;

function Facts({ row }: { row: Row }) {
  const words = useWords();
  const formats = useFormat();
  const currency = useWorkspace((store) => store.workspace?.settings['currency'] ?? '');
  const text = (name: string, unit: (typeof facts)[number][1]): string =>
    unit === 'money' ? formats.money(numberIn(row, name), currency) : formats.cell(unit, row[name] ?? null);
  return (
    <dl className="customers-facts">
      {facts.map(([name, unit]) => (
        <div key={name}>
          <dt>{words.find(`column.${name}`) ?? words.find(`dimension.${name}`)}</dt>
          <dd className="num">{text(name, unit)}</dd>
        </div>
      ))}
    </dl>
  );
}
