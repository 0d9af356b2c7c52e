import { dotInterval, dotIntervalHeight } from '../../charts/dot-interval';
import { figureIn } from '../../frame/answers';
import { breakdownRows } from '../../frame/breakdown';
import { chartTable } from '../../frame/chart-table';
import { dimensionName, valueName } from '../../frame/names';
import { periodName } from '../../frame/period-name';
import { Picture, useChartWords } from '../../frame/picture';
import { filterTo } from '../../state/question';
import { useMetric } from '../../state/use-metric';
import { usePeriod, useQuestionAbout } from '../../state/use-period';
import { useFormat } from '../../ui/use-format';
import { useWords } from '../../ui/words';

const metric = 'win-rate';

/** The win rate by one dimension, each with its interval, the overall rate dashed; nothing where the dimension holds one value or none. */
export function Breakdown({ dimension }: { dimension: string }) {
  const words = useWords();
  const { t, locale } = words;
  const formats = useFormat();
  const chartWords = useChartWords();
  const period = usePeriod();
  const question = useQuestionAbout(period, [dimension]);
  const { answer, stale } = useMetric(metric, question);
  const overall = figureIn(useMetric(metric, useQuestionAbout(period)).answer?.grid.rows[0]).value;
  const { shown, more } = breakdownRows(answer?.grid.rows ?? [], dimension, 6);
  if (shown.length < 2) return null;
  const table = chartTable(answer?.grid.columns ?? [], shown);
  const title = t('overview.byDimension', {
    metric: t('metric.win-rate.title'),
    dimension: dimensionName(dimension, words).toLocaleLowerCase(),
  });
  const nameOf = (value: string | null): string => valueName(value, words);
  return (
    <section className={`overview-breakdown ${stale ? 'stale' : ''}`}>
      <div className="panel-head">
        <h2>{title}</h2>
        <span className="small">
          {t('overview.byNote', { period: periodName(period, words), value: formats.ratio(overall) })}
        </span>
      </div>
      <Picture
        name={title}
        height={dotIntervalHeight(shown.length)}
        table={table}
        draw={(marks) =>
          dotInterval(
            table,
            { category: dimension, reference: overall, labelWidth: 128 },
            { ...chartWords, nameOf },
            locale,
            marks,
          )
        }
        explained={{ metric, question }}
        onChoose={(where) => filterTo(dimension, [where[dimension] ?? 'Unknown'])}
      />
      {more > 0 && <p className="caption">{t('common.more', { n: more })}</p>}
    </section>
  );
}
