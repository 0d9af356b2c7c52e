import { sparkline } from '../../charts/sparkline';
import { chartTable, inOrder } from '../../frame/chart-table';
import { AnswerPlace } from '../../frame/answer-place';
import { Panel } from '../../frame/panel';
import { Picture, useChartWords } from '../../frame/picture';
import { lastQuarterOf, quartersTo, rangeOf } from '../../state/period';
import { useMetric } from '../../state/use-metric';
import { useAsOfDay, useCalendar, usePeriod, useQuestionOver } from '../../state/use-period';
import { useWords } from '../../ui/words';
import { trendOf } from './measures';
import type { Carded } from './people';

/** How the role's first rate went over the last eight quarters. */
export function Trend({ person: { rep, role } }: { person: Carded }) {
  const words = useWords();
  const calendar = useCalendar();
  const last = lastQuarterOf(usePeriod(), calendar, useAsOfDay());
  const quarters = quartersTo(last, 8);
  const [first = last] = quarters;
  const range = { from: rangeOf(first, calendar).from, to: rangeOf(last, calendar).to };
  const about = useQuestionOver(range, ['quarter']);
  const question = { ...about, filters: { ...about.filters, rep: [rep] } };
  const metric = trendOf(role);
  const chartWords = useChartWords(metric);
  const answered = useMetric(metric, question);
  const labels = quarters.map(({ year, quarter }) => `${year}Q${quarter}`);
  const title = words.find(`metric.${metric}.title`) ?? metric;
  const name = words.t('overview.trend', { metric: title });
  return (
    <Panel title={name} stale={answered.stale}>
      <AnswerPlace answered={answered}>
        {({ grid }) => {
          const table = chartTable(grid.columns, inOrder(grid.rows, 'quarter', labels));
          return (
            <Picture
              name={name}
              height={100}
              table={table}
              draw={(marks) => sparkline(table, { period: 'quarter' }, chartWords, words.locale, marks)}
              explained={{ metric, question }}
            />
          );
        }}
      </AnswerPlace>
    </Panel>
  );
}
