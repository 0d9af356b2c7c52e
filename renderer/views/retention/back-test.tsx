import { calibration } from '../../charts/calibration';
import { numberColumn, tableOf, textColumn } from '../../charts/table';
import { numberIn } from '../../frame/answers';
import { extraRow } from '../../frame/extra';
import { Panel } from '../../frame/panel';
import { Picture, useChartWords } from '../../frame/picture';
import type { Row } from '../../engine';
import type { MetricAnswer } from '../../state/use-metric';
import { useFormat } from '../../ui/use-format';
import { useWords } from '../../ui/words';

/** Whether the forecast can be trusted: the last months hidden, forecast, and held against what came. */
export function BackTest({ answer }: { answer: MetricAnswer | undefined }) {
  const { t, locale } = useWords();
  const formats = useFormat();
  const chartWords = useChartWords();
  const test = extraRow(answer, 'back_test');
  const bins = binsIn(answer);
  if (!answer) return <div />;
  if (!test || bins.length === 0) {
    return (
      <Panel title={t('retention.trust')}>
        <p className="small quiet">{t('retention.noBackTest')}</p>
      </Panel>
    );
  }
  const column = (name: string, from: string) =>
    numberColumn(
      name,
      'ratio',
      bins.map((bin) => numberIn(bin, from)),
    );
  const table = tableOf(
    column('predicted', 'predicted'),
    column('value', 'actual'),
    column('lower', 'lower'),
    column('upper', 'upper'),
    numberColumn(
      'n',
      'count',
      bins.map((bin) => numberIn(bin, 'customers')),
    ),
    textColumn(
      'state',
      bins.map(() => 'ok'),
    ),
  );
  return (
    <Panel title={t('retention.trust')}>
      <p className="caption">
        {t('retention.backTest', {
          days: numberIn(test, 'hidden_days') ?? 0,
          predicted: formats.ratio(numberIn(test, 'predicted')),
          actual: formats.ratio(numberIn(test, 'actual')),
        })}
      </p>
      <Picture
        name={t('retention.trust')}
        height={190}
        table={table}
        draw={(marks) => calibration(table, { ...chartWords, predicted: t('retention.predicted') }, locale, marks)}
      />
    </Panel>
  );
}

function binsIn(answer: MetricAnswer | undefined): readonly Row[] {
  const bins: unknown = Object.entries(extraRow(answer, 'back_test') ?? {}).find(([name]) => name === 'bins')?.[1];
  return Array.isArray(bins) ? bins.filter((bin): bin is Row => typeof bin === 'object' && bin !== null) : [];
}
