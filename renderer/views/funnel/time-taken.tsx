import { histogram } from '../../charts/histogram';
import { numberColumn, tableOf } from '../../charts/table';
import { numberIn } from '../../frame/answers';
import { Nothing } from '../../frame/nothing';
import type { BehindMark } from '../../frame/picture';
import { Picture } from '../../frame/picture';
import { useFormat } from '../../ui/use-format';
import { useWords } from '../../ui/words';
import { countsShown } from './shown';
import { binsOf } from './steps';
import { useBehind } from './use-behind';
import type { FunnelData } from './use-funnel';

type Bins = ReturnType<typeof binsOf>;

function binsTable(bins: Bins) {
  return tableOf(
    numberColumn(
      'from',
      'days',
      bins.map((bin) => bin.from),
    ),
    numberColumn(
      'to',
      'days',
      bins.map((bin) => bin.to),
    ),
    numberColumn(
      'count',
      'count',
      bins.map((bin) => bin.count),
    ),
  );
}

/** Pages of 500 journeys that the picture is drawn from; where there are more, it says so. */
const pages = 6;

/** How long the selected step took those who reached it, with the median. */
export function TimeTaken({ funnel }: { funnel: FunnelData }) {
  // Days are of journeys, whatever they are worth.
  const counted = countsShown(funnel);
  const words = useWords();
  const { t, locale } = words;
  const { of } = useFormat();
  const { step, rows, count = 0, stale } = useBehind(counted, 'numerator', pages);
  const pair = step?.from === null ? funnel.steps[1] : step;
  if (!pair) return null;
  const days = rows.flatMap((row) => numberIn(row, 'step_days') ?? []);
  const table = binsTable(binsOf(days));
  // Those whom it took so long, where all of them are in the picture.
  const behind = ({ from: least = null, to: under = null }: Readonly<Record<string, string | null>>): BehindMark => ({
    metric: counted.rates.metric,
    question: counted.rates.question,
    where: { from_rung: pair.from, to_rung: pair.rung, least_days: least, under_days: under },
    part: 'numerator',
  });
  const [from, to] = [words.find(`rung.${pair.from}`) ?? '', words.find(`rung.${pair.rung}`) ?? ''];
  const lower = { from: from.toLocaleLowerCase(), to: to.toLocaleLowerCase() };
  const median = pair.medianDays;
  const medianText = t('funnel.medianMark', { days: of('days', median, { bare: true, decimals: 0 }) });
  return (
    <section className={`time-taken ${stale ? 'stale' : ''}`}>
      <div className="panel-head">
        <h2>{t('funnel.histogram', { from, to: lower.to })}</h2>
        <span className="small">
          {rows.length < count
            ? t('funnel.histogramCut', { shown: rows.length, n: count })
            : t('funnel.histogramNote', { n: days.length, to: lower.to })}
        </span>
      </div>
      {days.length === 0 ? (
        <Nothing />
      ) : (
        <Picture
          className="time-picture"
          name={t('funnel.histogram', { from, to: lower.to })}
          table={table}
          {...(rows.length === count && { behind })}
          draw={(marks) =>
            histogram(
              table,
              median === null ? {} : { median: { value: median, lower: null, upper: null } },
              {
                axis: t('funnel.daysAxis', lower),
                median: medianText,
                counted: (_, written) => `${written} ${lower.to}`,
              },
              locale,
              marks,
            )
          }
        />
      )}
    </section>
  );
}
