import { dotInterval, dotIntervalHeight } from '../../charts/dot-interval';
import { figureIn, numberIn } from '../../frame/answers';
import { chartTable } from '../../frame/chart-table';
import { useDimensions } from '../../frame/filters';
import { dimensionName, valueName } from '../../frame/names';
import { Picture, useChartWords } from '../../frame/picture';
import { filterTo, setFunnel, useQuestion } from '../../state/question';
import { useMetric } from '../../state/use-metric';
import { Empty } from '../../ui/empty';
import { Pick } from '../../ui/pick';
import { useFormat } from '../../ui/use-format';
import { useWords } from '../../ui/words';
import type { FunnelData } from './use-funnel';
import { windowDays } from './use-funnel';

const most = 7;

/** The share of the first step that reached the selected one, by any dimension. */
export function ByDimension({ funnel }: { funnel: FunnelData }) {
  const words = useWords();
  const { t, locale } = words;
  const { ratio } = useFormat();
  const chartWords = useChartWords();
  const dimensions = useDimensions();
  const { breakdown, step } = useQuestion((history) => history.asked.funnel);
  const rung = step === funnel.rungs[0] ? (funnel.rungs.at(-1) ?? step) : step;
  const question = funnel.questionTo(rung, [breakdown]);
  const { answer, stale } = useMetric('cohort-conversion', question);
  const overall = figureIn(useMetric('cohort-conversion', funnel.questionTo(rung)).answer?.grid.rows[0]).value;
  const judged = (answer?.grid.rows ?? []).filter((row) => (numberIn(row, 'n') ?? 0) > 0);
  const largest = [...judged].sort((a, b) => (numberIn(b, 'n') ?? 0) - (numberIn(a, 'n') ?? 0)).slice(0, most);
  const byName = breakdown === 'rep' || breakdown === 'team';
  const rows = largest.sort((a, b) =>
    byName
      ? String(a[breakdown]).localeCompare(String(b[breakdown]))
      : (numberIn(b, 'value') ?? 0) - (numberIn(a, 'value') ?? 0),
  );
  const table = chartTable(answer?.grid.columns ?? [], rows);
  const names = { from: t(`rung.lead`), to: words.find(`rung.${rung}`) ?? rung };
  const first = funnel.rungs[0] ?? 'lead';
  const from = (words.find(`rung.${first}`) ?? names.from).toLocaleLowerCase();
  const title = t('funnel.byTitle', { step: names.to, dimension: dimensionName(breakdown, words).toLocaleLowerCase() });
  return (
    <section className={stale ? 'stale' : ''}>
      <div className="panel-head">
        <h2>{title}</h2>
        <span className="end small">
          <Pick
            label={t('funnel.by', { dimension: '' })}
            items={dimensions.map((id) => ({
              id,
              text: t('funnel.by', { dimension: dimensionName(id, words).toLocaleLowerCase() }),
            }))}
            selected={breakdown}
            onChange={(id) => setFunnel({ breakdown: id })}
          />
        </span>
      </div>
      <p className="caption">
        {t('funnel.byNote', { from, to: names.to.toLocaleLowerCase(), days: windowDays, value: ratio(overall) })}
      </p>
      {answer && rows.length === 0 ? (
        <Empty text={t('reason.empty')} />
      ) : (
        <Picture
          name={title}
          height={dotIntervalHeight(rows.length)}
          table={table}
          draw={(marks) =>
            dotInterval(
              table,
              { category: breakdown, reference: overall },
              { ...chartWords, nameOf: (value) => valueName(value, words) },
              locale,
              marks,
            )
          }
          explained={{ metric: 'cohort-conversion', question }}
          onChoose={(where) => filterTo(breakdown, [where[breakdown] ?? 'Unknown'])}
        />
      )}
      {judged.length > rows.length && <p className="caption">{t('common.more', { n: judged.length - rows.length })}</p>}
    </section>
  );
}
