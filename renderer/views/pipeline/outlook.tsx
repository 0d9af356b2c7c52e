import { numberIn, textIn } from '../../frame/answers';
import type { MeasureModel } from '../../frame/measure';
import { MeasureStrip } from '../../frame/measure';
import { useBeyondTargets } from '../../frame/target-filters';
import type { Row } from '../../engine';
import type { Words } from '../../i18n';
import { useWorkspace } from '../../state/workspace';
import { useWords } from '../../ui/words';

/** The figures of what is to come, beside each other. */
export function Outlook() {
  const words = useWords();
  const { t } = words;
  const beyond = useBeyondTargets();
  const lostState = useLostState();
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
          state: lostState,
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

// Whether so many lost of so many due are evidence enough: the rule that the measure's own share is judged by, on the other share.
function useLostState(): (row: Row) => string {
  const settings = useWorkspace((store) => store.workspace?.settings);
  return (row) => {
    const [n, lost] = [numberIn(row, 'n') ?? 0, numberIn(row, 'lost') ?? 0];
    const enough =
      n >= Number(settings?.['evidence_n']) && Math.min(lost, n - lost) >= Number(settings?.['evidence_expected']);
    return enough ? 'ok' : 'thin';
  };
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
