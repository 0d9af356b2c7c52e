import { numberIn } from '../../frame/answers';
import { MeasureLines } from '../../frame/measure';
import { Panel } from '../../frame/panel';
import { useWords } from '../../ui/words';

/** What a deal is worth and how much of the list price is given away. */
export function DealValue() {
  const { t } = useWords();
  return (
    <Panel title={t('economics.deals')}>
      <MeasureLines
        label={t('economics.deals')}
        models={[
          { metric: 'deal-value' },
          {
            metric: 'deal-value',
            column: 'median_money',
            title: t('economics.median'),
            detail: () => t('economics.aDeal'),
          },
          { metric: 'discount-discipline' },
          {
            metric: 'discount-discipline',
            column: 'hit_share',
            title: t('economics.overLimit'),
            detail: (row, { range }) => range('ratio', numberIn(row, 'hit_lower'), numberIn(row, 'hit_upper')),
          },
        ]}
      />
    </Panel>
  );
}
