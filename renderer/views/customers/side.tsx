import { AnswerPlace } from '../../frame/answer-place';
import { figureIn, numberIn, textIn } from '../../frame/answers';
import { FigureButton } from '../../frame/figure-button';
import type { MeasureModel } from '../../frame/measure';
import { MeasureLines, useAsked } from '../../frame/measure';
import { Panel } from '../../frame/panel';
import { Spread } from '../../frame/spread';
import type { Words } from '../../i18n';
import { useFormat } from '../../ui/use-format';
import { useWords } from '../../ui/words';
import { Engagement } from './engagement';

/** Beside the list: what was left on the table, what customers brought, and whether talking goes together with staying. */
export function Side() {
  const words = useWords();
  const { t } = words;
  const spoken = figureIn(useAsked('touch-coverage').answer?.grid.rows[0]).state !== 'derived';
  return (
    <div className="stack">
      <MoneyLeft />
      <Panel title={t('customers.value')}>
        <MeasureLines label={t('customers.value')} models={valuesIn(words)} />
      </Panel>
      {spoken && <Spread metric="touch-coverage" choice="customers.by" most={5} labelWidth={96} />}
      <Engagement />
    </div>
  );
}

function valuesIn({ t }: Words): readonly MeasureModel[] {
  return [
    {
      metric: 'value-to-date',
      title: t('customers.broughtPeriod'),
      detail: (row, { count }) => t('measure.n', { n: count(numberIn(row, 'n')) }),
    },
    {
      metric: 'value-to-date',
      column: 'mean_money',
      title: t('customers.broughtMean'),
      detail: () => t('customers.aCustomer'),
    },
    {
      metric: 'expected-value',
      column: 'mean_money',
      title: t('customers.expectedMean'),
      period: { kind: 'all' },
      detail: () => t('customers.expectedNote'),
    },
    { metric: 'expansion' },
    {
      metric: 'cadence',
      title: t('customers.mostOverdue'),
      detail: (row) => textIn(row, 'account') ?? '',
      most: { rows: 1, by: 'overdue_ratio' },
    },
  ];
}

function MoneyLeft() {
  const words = useWords();
  const { t } = words;
  const formats = useFormat();
  const asked = useAsked('money-left');
  return (
    <Panel title={t('customers.left')} note={t('customers.leftNote')} stale={asked.stale}>
      <AnswerPlace answered={asked}>
        {(answer) => (
          <div className="measure-lines" role="list" aria-label={t('customers.left')}>
            {answer.grid.rows.map((row) => (
              <div key={textIn(row, 'item')} className="measure-line" role="listitem">
                <span className="measure-name">{words.find(`moneyLeft.${textIn(row, 'item')}`)}</span>
                <FigureButton
                  metric="money-left"
                  question={asked.question}
                  where={{ item: textIn(row, 'item') }}
                  text={formats.money(numberIn(row, 'value'), answer.currency)}
                />
                <span className="caption num">{t('measure.n', { n: formats.count(numberIn(row, 'n')) })}</span>
              </div>
            ))}
          </div>
        )}
      </AnswerPlace>
    </Panel>
  );
}
