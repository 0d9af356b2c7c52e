import { namesWidth } from '../../charts/draw';
import { dotInterval, dotIntervalHeight } from '../../charts/dot-interval';
import { figureIn, textIn } from '../../frame/answers';
import { breakdownRows } from '../../frame/breakdown';
import { chartTable } from '../../frame/chart-table';
import { useDimensions } from '../../frame/filters';
import { dimensionName, valueName } from '../../frame/names';
import { shortPeriodName } from '../../frame/period-name';
import { Nothing } from '../../frame/nothing';
import { Picture, useChartWords } from '../../frame/picture';
import { useMore } from '../../frame/use-more';
import { filterTo, setFunnel, useQuestion } from '../../state/question';
import { useMetric } from '../../state/use-metric';
import { Pick } from '../../ui/pick';
import { useFormat } from '../../ui/use-format';
import { useWords } from '../../ui/words';
import type { FunnelData } from './use-funnel';
import { byValue, windowDays } from './use-funnel';

/** The share of the first step that reached the selected one, by any dimension. */
export function ByDimension({ funnel }: { funnel: FunnelData }) {
  const words = useWords();
  const { t, locale } = words;
  const chartWords = useChartWords();
  const { breakdown, step } = useQuestion((history) => history.asked.funnel);
  const rungs = funnel.unit === 'money' ? funnel.rungs.filter((each) => each !== 'lead') : funnel.rungs;
  const [from = '', ...later] = rungs;
  const rung = later.includes(step) ? step : (later.at(-1) ?? step);
  const { metric, question, whole } = shareOfFirst(funnel, from, rung, breakdown);
  const { answer, stale } = useMetric(metric, question);
  const overall = figureIn(useMetric(metric, whole).answer?.grid.rows[0]).value;
  const list = useMore(7, breakdown);
  const { shown, more } = breakdownRows(answer?.grid.rows ?? [], breakdown, list.most);
  const table = chartTable(answer?.grid.columns ?? [], shown);
  const nameOf = (value: string | null): string => valueName(value, words);
  const names = shown.map((row) => nameOf(textIn(row, breakdown)));
  const title = t('funnel.byTitle', {
    step: words.find(`rung.${rung}`) ?? rung,
    dimension: dimensionName(breakdown, words).toLocaleLowerCase(),
  });
  return (
    <section className={stale ? 'stale' : ''}>
      <Heading title={title} from={from} rung={rung} funnel={funnel} overall={overall} />
      {answer && shown.length === 0 ? (
        <Nothing />
      ) : (
        <div className={list.className}>
          <Picture
            name={title}
            height={dotIntervalHeight(shown.length)}
            table={table}
            draw={(marks) =>
              dotInterval(
                table,
                { category: breakdown, reference: overall, labelWidth: namesWidth(names, 176) },
                { ...chartWords, nameOf },
                locale,
                marks,
              )
            }
            explained={{ metric, question }}
            onChoose={(where) => filterTo(breakdown, [where[breakdown] ?? 'Unknown'])}
          />
        </div>
      )}
      {list.button(more)}
    </section>
  );
}

// Money has no share of a lead: it is taken from the first step that has some.
function shareOfFirst(funnel: FunnelData, from: string, rung: string, breakdown: string) {
  if (funnel.unit === 'count')
    return {
      metric: 'cohort-conversion',
      question: funnel.questionTo(rung, [breakdown]),
      whole: funnel.questionTo(rung),
    };
  const whole = { ...funnel.pairs.question, options: { steps: `${from},${rung}`, window: `${windowDays}d` } };
  return { metric: byValue, question: { ...whole, by: [breakdown] }, whole };
}

interface HeadingProps {
  readonly title: string;
  readonly from: string;
  readonly rung: string;
  readonly funnel: FunnelData;
  readonly overall: number | null;
}

function Heading({ title, from, rung, funnel, overall }: HeadingProps) {
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
        {t(funnel.unit === 'money' ? 'funnel.byNoteMoney' : 'funnel.byNote', {
          period: shortPeriodName(funnel.period, words),
          from: nameOf(from),
          to: nameOf(rung),
          days: windowDays,
          value: ratio(overall),
        })}
      </p>
    </>
  );
}
