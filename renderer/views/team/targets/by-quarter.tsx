import { dotInterval, dotIntervalHeight } from '../../../charts/dot-interval';
import { numberColumn, tableOf, textColumn } from '../../../charts/table';
import { AnswerPlace } from '../../../frame/answer-place';
import { numberIn } from '../../../frame/answers';
import { useAsked } from '../../../frame/measure';
import { Panel } from '../../../frame/panel';
import { Picture, useChartWords } from '../../../frame/picture';
import type { Period } from '../../../state/period';
import { lastQuarterOf, quartersTo } from '../../../state/period';
import { change } from '../../../state/question';
import { useAsOfDay, useCalendar, usePeriod } from '../../../state/use-period';
import { useFormat } from '../../../ui/use-format';
import { useWords } from '../../../ui/words';

const shown = 6;

/** Share of the people who got any incentive, quarter by quarter; a click goes to the quarter. */
export function ByQuarter() {
  const { t, locale } = useWords();
  const { period: nameOf } = useFormat();
  const chartWords = useChartWords();
  const quarters = quartersTo(lastQuarterOf(usePeriod(), useCalendar(), useAsOfDay()), shown);
  const asked = useQuarters(quarters);
  const rows = asked
    .map(({ quarter, answer }) => ({ label: labelOf(quarter), row: answer?.grid.rows[0] }))
    .filter(({ row }) => numberIn(row, 'share_paid') !== null);
  const numbers = (name: string) => rows.map(({ row }) => numberIn(row, name));
  const table = tableOf(
    textColumn(
      'quarter',
      rows.map(({ label }) => label),
    ),
    numberColumn('value', 'ratio', numbers('share_paid')),
    numberColumn('lower', 'ratio', numbers('share_paid_lower')),
    numberColumn('upper', 'ratio', numbers('share_paid_upper')),
    numberColumn('n', 'count', numbers('people')),
  );
  const go = (label: string | null | undefined): void => {
    const quarter = quarters.find((each) => labelOf(each) === label);
    if (quarter) change({ kind: 'period' }, { period: quarter });
  };
  const last = asked.at(-1);
  return (
    <Panel title={t('targets.byQuarter')} note={t('targets.byQuarterNote')} stale={asked.some(({ stale }) => stale)}>
      {last && (
        <AnswerPlace answered={last} isEmpty={() => rows.length === 0}>
          {() => (
            <Picture
              name={t('targets.byQuarter')}
              height={dotIntervalHeight(rows.length)}
              table={table}
              draw={(marks) =>
                dotInterval(
                  table,
                  { category: 'quarter', labelWidth: 72, reaching: [0, 1] },
                  { ...chartWords, nameOf: (label) => nameOf(label ?? '') },
                  locale,
                  marks,
                )
              }
              behind={(where) => {
                const at = quarters.findIndex((each) => labelOf(each) === where['quarter']);
                const found = asked[at];
                return found ? { metric: 'incentive-spread', question: found.question } : null;
              }}
              onChoose={(where) => go(where['quarter'])}
            />
          )}
        </AnswerPlace>
      )}
    </Panel>
  );
}

type Quarter = Period & { kind: 'quarter' };

const labelOf = ({ year, quarter }: Quarter): string => `${year}Q${quarter}`;

// One question a quarter, always as many.
function useQuarters(quarters: readonly Quarter[]) {
  const at = (i: number): Quarter => quarters[i] ?? { kind: 'quarter', year: 2000, quarter: 1 };
  return [
    { quarter: at(0), ...useAsked('incentive-spread', {}, [], at(0)) },
    { quarter: at(1), ...useAsked('incentive-spread', {}, [], at(1)) },
    { quarter: at(2), ...useAsked('incentive-spread', {}, [], at(2)) },
    { quarter: at(3), ...useAsked('incentive-spread', {}, [], at(3)) },
    { quarter: at(4), ...useAsked('incentive-spread', {}, [], at(4)) },
    { quarter: at(5), ...useAsked('incentive-spread', {}, [], at(5)) },
  ];
}
