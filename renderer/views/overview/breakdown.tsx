import { dotInterval, dotIntervalHeight } from '../../charts/dot-interval';
import type { Row } from '../../engine';
import { figureIn, numberIn } from '../../frame/answers';
import { chartTable } from '../../frame/chart-table';
import { dimensionName, valueName } from '../../frame/names';
import { periodName } from '../../frame/period-name';
import { Picture, useChartWords } from '../../frame/picture';
import { filterTo } from '../../state/question';
import { useMetric } from '../../state/use-metric';
import { usePeriod, useQuestionAbout } from '../../state/use-period';
import { Empty } from '../../ui/empty';
import { useFormat } from '../../ui/use-format';
import { useWords } from '../../ui/words';

const most = 8;

/** The win rate by one dimension, each with its interval, the overall rate dashed. */
export function Breakdown({ dimension }: { dimension: string }) {
  const words = useWords();
  const { t, locale } = words;
  const formats = useFormat();
  const chartWords = useChartWords();
  const period = usePeriod();
  const metric = 'win-rate';
  const question = useQuestionAbout(period, [dimension]);
  const { answer, stale } = useMetric(metric, question);
  const overall = figureIn(useMetric(metric, useQuestionAbout(period)).answer?.grid.rows[0]).value;
  const rows = shownRows(answer?.grid.rows ?? [], dimension);
  const table = chartTable(answer?.grid.columns ?? [], rows.shown);
  const title = t('overview.byDimension', {
    metric: words.find(`metric.${metric}.title`) ?? metric,
    dimension: dimensionName(dimension, words),
  });
  return (
    <section className={`overview-breakdown ${stale ? 'stale' : ''}`}>
      <div className="panel-head">
        <h2>{title}</h2>
        <span className="small">
          {t('overview.byNote', { period: periodName(period, words), value: formats.ratio(overall) })}
        </span>
      </div>
      {answer && rows.shown.length === 0 ? (
        <Empty text={t('reason.empty')} />
      ) : (
        <Picture
          name={title}
          height={dotIntervalHeight(rows.shown.length)}
          table={table}
          draw={(marks) =>
            dotInterval(
              table,
              { category: dimension, reference: overall },
              { ...chartWords, nameOf: (value) => valueName(value, words) },
              locale,
              marks,
            )
          }
          explained={{ metric, question }}
          onChoose={(where) => filterTo(dimension, [where[dimension] ?? 'Unknown'])}
        />
      )}
      {rows.more > 0 && <p className="caption">{t('common.more', { n: rows.more })}</p>}
    </section>
  );
}

// People in the order of their names, all else by rate; the largest where there are too many.
function shownRows(rows: readonly Row[], dimension: string): { readonly shown: readonly Row[]; readonly more: number } {
  const judged = rows.filter((row) => (numberIn(row, 'n') ?? 0) > 0);
  const largest = [...judged].sort((a, b) => (numberIn(b, 'n') ?? 0) - (numberIn(a, 'n') ?? 0)).slice(0, most);
  const byName = dimension === 'rep' || dimension === 'team';
  const shown = largest.sort((a, b) =>
    byName
      ? String(a[dimension] ?? '').localeCompare(String(b[dimension] ?? ''))
      : (numberIn(b, 'value') ?? 0) - (numberIn(a, 'value') ?? 0),
  );
  return { shown, more: judged.length - shown.length };
}
