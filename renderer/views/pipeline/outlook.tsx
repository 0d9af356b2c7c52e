import { numberIn, textIn } from '../../frame/answers';
import type { MeasureModel } from '../../frame/measure';
import { MeasureStrip } from '../../frame/measure';
import { useBeyondTargets } from '../../frame/target-filters';
import type { Words } from '../../i18n';
import { useWords } from '../../ui/words';

/** The figures of what is to come, beside each other. */
export function Outlook() {
  const words = useWords();
  const { t } = words;
  const beyond = useBeyondTargets();
  return (
    <MeasureStrip
      label={t('pipeline.outlook')}
      models={[
        {
          metric: 'forecast',
          detail: (row, { range }, currency) => {
            const [low, high] = [numberIn(row, 'p10_money'), numberIn(row, 'p90_money')];
            if (low === high) return t('pipeline.over');
            return t('pipeline.band', { range: range('money', low, high, { currency, compact: true }) });
          },
        },
        ...(beyond === '' ? coverageModels(words) : []),
        {
          metric: 'slippage',
          compared: true,
          title: t('pipeline.pushed'),
          detail: (row, { count }) => {
            const open = numberIn(row, 'immature') ?? 0;
            const counts = { pushes: count(numberIn(row, 'pushes')), n: count(numberIn(row, 'n')) };
            return open > 0 ? t('pipeline.stillOpen', { ...counts, open: count(open) }) : t('pipeline.pushes', counts);
          },
        },
        {
          metric: 'slippage',
          compared: true,
          column: 'lost_share',
          title: t('pipeline.lostInstead'),
          detail: (row, { count }) => t('measure.n', { n: count(numberIn(row, 'n')) }),
        },
        {
          metric: 'snapshot-funnel',
          where: { rung: 'proposal' },
          // What stands there now, whenever it began.
          period: { kind: 'all' },
          title: t('pipeline.atProposal'),
          detail: (row, { money }, currency) => money(numberIn(row, 'amount_money'), currency),
        },
      ]}
    />
  );
}

// What is open beside what is still missing to the target; left out where filters divide what no target can be divided by.
function coverageModels({ t }: Words): readonly MeasureModel[] {
  return [
    {
      metric: 'pipeline-coverage',
      column: 'open_money',
      title: t('pipeline.openExpected'),
      detail: (row, { money }, currency) => {
        const left = numberIn(row, 'denominator');
        if (textIn(row, 'reason') === 'target_met') return t('pipeline.met');
        return left === null ? t('pipeline.noTarget') : t('pipeline.ofRemaining', { money: money(left, currency) });
      },
    },
    {
      metric: 'pipeline-coverage',
      column: 'weighted_money',
      title: t('pipeline.weighted'),
      detail: () => t('pipeline.weightedNote'),
    },
  ];
}
