import { dotInterval, dotIntervalHeight } from '../../charts/dot-interval';
import { figureIn } from '../../frame/answers';
import { breakdownRows } from '../../frame/breakdown';
import { chartTable } from '../../frame/chart-table';
import { useDimensions } from '../../frame/filters';
import { dimensionName, valueName } from '../../frame/names';
import { shortPeriodName } from '../../frame/period-name';
import { Nothing } from '../../frame/nothing';
import { Picture, useChartWords } from '../../frame/picture';
import { filterTo, setFunnel, useQuestion } from '../../state/question';
import { useMetric } from '../../state/use-metric';
import { Pick } from '../../ui/pick';
import { useFormat } from '../../ui/use-format';
import { useWords } from '../../ui/words';
import type { FunnelData } from './use-funnel';
import { windowDays } from './use-funnel';

/** The share of the first step that reached the selected one, by any dimension. */
export function ByDimension({ funnel }: { funnel: FunnelData }) {
  const words = useWords();
  const { t, locale } = words;
  const chartWords = useChartWords();
  const { breakdown, step } = useQuestion((history) => history.asked.funnel);
  const rung = step === funnel.rungs[0] ? (funnel.rungs.at(-1) ?? step) : step;
  const question = funnel.questionTo(rung, [breakdown]);
  const { answer, stale } = useMetric('cohort-conversion', question);
  const overall = figureIn(useMetric('cohort-conversion', funnel.questionTo(rung)).answer?.grid.rows[0]).value;
  const { shown, more } = breakdownRows(answer?.grid.rows ?? [], breakdown, 7);
  const table = chartTable(answer?.grid.columns ?? [], shown);
  const nameOf = (value: string | null): string => valueName(value, words);
  const title = t('funnel.byTitle', {
    step: words.find(`rung.${rung}`) ?? rung,
    dimension: dimensionName(breakdown, words).toLocaleLowerCase(),
  });
  return (
    <section className={stale ? 'stale' : ''}>
      <Heading title={title} rung={rung} funnel={funnel} overall={overall} />
      {answer && shown.length === 0 ? (
        <Nothing />
      ) : (
        <Picture
          name={title}
          height={dotIntervalHeight(shown.length)}
          table={table}
          draw={(marks) =>
            dotInterval(table, { category: breakdown, reference: overall }, { ...chartWords, nameOf }, locale, marks)
          }
          explained={{ metric: 'cohort-conversion', question }}
          onChoose={(where) => filterTo(breakdown, [where[breakdown] ?? 'Unknown'])}
        />
      )}
      {more > 0 && <p className="caption">{t('common.more', { n: more })}</p>}
    </section>
  );
}

interface HeadingProps {
  readonly title: string;
  readonly rung: string;
  readonly funnel: FunnelData;
  readonly overall: number | null;
}

function Heading({ title, rung, funnel, overall }: HeadingProps) {
  const words = useWords();
  const { t } = words;
  const { ratio } = useFormat();
  const dimensions = useDimensions();
  const { breakdown } = useQuestion((history) => history.asked.funnel);
  const nameOf = (step: string): string => (words.find(`rung.${step}`) ?? step).toLocaleLowerCase();
  const items = dimensions.map((id) => ({
    id,
    text: t('funnel.by', { dimension: dimensionName(id, words).toLocaleLowerCase() }),
  }));
  return (
    <>
      <div className="panel-head">
        <h2>{title}</h2>
        <span className="end small">
          <Pick
            label={t('funnel.byWhat')}
            items={items}
            selected={breakdown}
            onChange={(id) => setFunnel({ breakdown: id })}
          />
        </span>
      </div>
      <p className="caption">
        {t('funnel.byNote', {
          period: shortPeriodName(funnel.period, words),
          from: nameOf(funnel.rungs[0] ?? 'lead'),
          to: nameOf(rung),
          days: windowDays,
          value: ratio(overall),
        })}
      </p>
    </>
  );
}
