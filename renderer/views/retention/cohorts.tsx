import { cohortHeatmap, cohortHeatmapHeight, cohortHeatmapWidth } from '../../charts/cohort-heatmap';
import { AnswerPlace } from '../../frame/answer-place';
import { numberIn } from '../../frame/answers';
import type { Row } from '../../engine';
import { chartTable } from '../../frame/chart-table';
import { Panel } from '../../frame/panel';
import { Picture } from '../../frame/picture';
import type { Words } from '../../i18n';
import { useChoice } from '../../state/choices';
import type { Calendar, DateRange, Period } from '../../state/period';
import { lastQuarterOf, quartersTo, rangeOf } from '../../state/period';
import type { MetricAnswer } from '../../state/use-metric';
import { useMetric } from '../../state/use-metric';
import { useAsOfDay, useCalendar, usePeriod, useQuestionOver } from '../../state/use-period';
import { Pick } from '../../ui/pick';
import { Segmented } from '../../ui/segmented';
import { useWords } from '../../ui/words';

const grains = ['quarter', 'month', 'year'] as const;
type Grain = (typeof grains)[number];

/** Cohorts shown: three years of quarters, one of months, ten years. */
const shownQuarters: Readonly<Record<Grain, number>> = { quarter: 12, month: 4, year: 40 };

/** The heatmap: customers by the period of their first purchase, and the share still buying in each period after it. */
export function Cohorts() {
  const words = useWords();
  const { t, locale } = words;
  const [measure, setMeasure] = useChoice('retention.measure', 'logo', 'revenue');
  const [mode, setMode] = useChoice('retention.mode', 'bounded', 'rolling');
  const [grain, setGrain] = useChoice('retention.grain', ...grains);
  const range = cohortRange(usePeriod(), useCalendar(), useAsOfDay(), grain);
  const question = useQuestionOver(range, [], { grain, mode, measure });
  const answered = useMetric('cohort-retention', question);
  const title = t(measure === 'logo' ? 'retention.cohorts' : 'retention.cohortMoney', {
    grain: grainName(grain, words),
  });
  return (
    <Panel
      title={title}
      stale={answered.stale}
      end={
        <>
          <Pick
            label={t('retention.grain')}
            items={grains.map((id) => ({ id, text: t(`retention.by_${id}`) }))}
            selected={grain}
            onChange={(id) => setGrain(grains.find((each) => each === id) ?? 'quarter')}
          />
          <Segmented
            label={t('retention.measure')}
            items={[
              { id: 'logo', text: t('retention.logo') },
              { id: 'revenue', text: t('retention.revenue') },
            ]}
            selected={measure}
            onChange={setMeasure}
          />
          <Segmented
            label={t('retention.mode')}
            items={[
              { id: 'bounded', text: t('retention.bounded') },
              { id: 'rolling', text: t('retention.rolling') },
            ]}
            selected={mode}
            onChange={setMode}
          />
        </>
      }
    >
      <AnswerPlace answered={answered} isEmpty={(answer) => answer.grid.rows.length < 2}>
        {(answer) => <Grid answer={answer} title={title} grain={grain} question={question} locale={locale} />}
      </AnswerPlace>
    </Panel>
  );
}

interface GridProps {
  readonly answer: MetricAnswer;
  readonly title: string;
  readonly grain: Grain;
  readonly question: ReturnType<typeof useQuestionOver>;
  readonly locale: Words['locale'];
}

function Grid({ answer, title, grain, question, locale }: GridProps) {
  const words = useWords();
  const { t } = words;
  const rows = begun(answer.grid.rows);
  const table = chartTable(answer.grid.columns, rows);
  const cohorts = new Set(rows.map((row) => row['cohort']));
  const last = Math.max(1, ...answer.grid.rows.map((row) => numberIn(row, 'k') ?? 0));
  const cellWidth = Math.min(61, Math.floor(650 / last));
  const name = grainName(grain, words);
  const chartWords = {
    title: t('retention.stillBuying', { grain: name }),
    size: t('retention.atStart'),
    all: t('retention.weighted'),
    after: (k: number) => t('retention.after', { grain: name, k }),
    incomplete: t('retention.incomplete', { grain: name }),
  };
  return (
    <Picture
      name={title}
      height={cohortHeatmapHeight(cohorts.size)}
      least={cohortHeatmapWidth(last, cellWidth)}
      table={table}
      draw={(marks) => cohortHeatmap(table, { cellWidth }, chartWords, locale, marks)}
      explained={{ metric: 'cohort-retention', question }}
    />
  );
}

// A cohort of which no period has passed has nothing to show yet.
function begun(rows: readonly Row[]): readonly Row[] {
  const some = new Set(rows.filter((row) => (numberIn(row, 'k') ?? 0) > 0).map((row) => row['cohort']));
  return some.size === 0 ? rows : rows.filter((row) => some.has(row['cohort'] ?? null));
}

function grainName(grain: Grain, { t }: Words): string {
  return t(`retention.grain_${grain}`);
}

/** First purchases that are shown: whole periods that end with the chosen one. */
function cohortRange(period: Period, calendar: Calendar, asOf: string, grain: Grain): DateRange {
  const last = lastQuarterOf(period, calendar, asOf);
  const [first = last] = quartersTo(last, shownQuarters[grain]);
  return { from: rangeOf(first, calendar).from, to: rangeOf(last, calendar).to };
}
