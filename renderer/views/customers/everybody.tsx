import { figureIn, numberIn, useStatus } from '../../frame/answers';
import type { MeasureModel } from '../../frame/measure';
import { MeasureStrip, useAsked } from '../../frame/measure';
import type { Words } from '../../i18n';
import { useFormat } from '../../ui/use-format';
import { useWords } from '../../ui/words';
import { customersHeadline } from './headline';
import { List } from './list';
import { Side } from './side';

/** Every customer with what shows whether it is looked after, those with the most at stake first. */
export function Everybody() {
  const words = useWords();
  return (
    <div className="view customers">
      <Head />
      <MeasureStrip label={words.t('customers.measures')} models={modelsIn(words)} />
      <div className="beside customers-lists">
        <List />
        <Side />
      </div>
    </div>
  );
}

function modelsIn({ t }: Words): readonly MeasureModel[] {
  return [
    { metric: 'touch-coverage' },
    { metric: 'after-sale-follow-up' },
    { metric: 'relationship-depth', column: 'single_share', title: t('customers.single') },
    { metric: 'needs', options: { of: 'met' }, title: t('customers.needsMet') },
    { metric: 'renewal-rate' },
    { metric: 'concentration', title: t('customers.top'), period: { kind: 'all' } },
    { metric: 'won-to-paid' },
    {
      metric: 'won-to-paid',
      column: 'on_time',
      title: t('customers.onTime'),
      detail: (row, { count }) => t('measure.n', { n: count(numberIn(row, 'due')) }),
    },
  ];
}

function Head() {
  const { t } = useWords();
  const formats = useFormat();
  const touch = useAsked('touch-coverage');
  useStatus(touch.answer, { metric: 'touch-coverage', question: touch.question }, 'status.everyCustomer');
  if (!touch.answer) return <div className="answer-head answer-waiting" />;
  const row = touch.answer.grid.rows[0];
  const figure = figureIn(row);
  const derived = figure.state === 'derived';
  const sentence = customersHeadline({
    active: figure.n ?? 0,
    untouched: numberIn(row, 'without') ?? 0,
    share: figure.value === null ? null : formats.ratio(figure.value),
    range: formats.range('ratio', figure.lower, figure.upper),
    derived,
  });
  return (
    <div className={`answer-head ${touch.stale ? 'stale' : ''}`}>
      <h1>{t(sentence.key, sentence.args)}</h1>
      <p>
        {figure.value !== null && derived && t('customers.derived', { share: formats.ratio(figure.value) })}
        {figure.value !== null &&
          !derived &&
          t('customers.untouched', {
            money: formats.money(numberIn(row, 'without_money'), touch.answer.currency),
            top: numberIn(row, 'top_without') ?? 0,
          })}
      </p>
    </div>
  );
}
