import { trend } from '../../charts/trend';
import { AnswerPlace } from '../../frame/answer-place';
import { numberIn } from '../../frame/answers';
import { chartTable, inOrder } from '../../frame/chart-table';
import { valueName } from '../../frame/names';
import { Picture, useChartWords } from '../../frame/picture';
import type { Row } from '../../engine';
import type { PathStep } from '../../state/path';
import { alongPath } from '../../state/path';
import { lastQuarterOf, quartersTo, rangeOf } from '../../state/period';
import { useMetric } from '../../state/use-metric';
import { useAsOfDay, useCalendar, usePeriod, useQuestionOver } from '../../state/use-period';
import { useWords } from '../../ui/words';

const most = 12;

/** A small picture a group over eight quarters, all on the same axes, so that heights may be compared. */
export function Multiples({ metric, by, steps }: { metric: string; by: string; steps: readonly PathStep[] }) {
  const words = useWords();
  const { t, locale } = words;
  const chartWords = useChartWords(metric);
  const calendar = useCalendar();
  const last = lastQuarterOf(usePeriod(), calendar, useAsOfDay());
  const quarters = quartersTo(last, 8);
  const [first = last] = quarters;
  const range = { from: rangeOf(first, calendar).from, to: rangeOf(last, calendar).to };
  const plain = useQuestionOver(range, [by, 'quarter']);
  const question = { ...plain, filters: alongPath(plain.filters, steps) };
  const asked = useMetric(metric, question);
  const rows = asked.answer?.grid.rows ?? [];
  const groups = groupsOf(rows, by);
  const shown = groups.slice(0, most);
  const axis = shown.flatMap((group) => group.rows.flatMap((row) => endsOf(row)));
  const labels = quarters.map(({ year, quarter }) => `${year}Q${quarter}`);
  const currency = asked.answer?.currency ?? '';
  return (
    <div className={asked.stale ? 'stale' : ''}>
      <AnswerPlace answered={asked} isEmpty={() => groups.length === 0}>
        {(answer) => (
          <div className="multiples">
            {shown.map((group) => {
              const table = chartTable(answer.grid.columns, inOrder(group.rows, 'quarter', labels));
              return (
                <section key={group.value} aria-label={valueName(group.value, words)}>
                  <h3 className="multiples-name">{valueName(group.value, words)}</h3>
                  <Picture
                    name={valueName(group.value, words)}
                    height={128}
                    table={table}
                    draw={(marks) =>
                      trend(
                        table,
                        { period: 'quarter', intervals: 'band', currency, axis },
                        { ...chartWords, nameOf: (value) => valueName(value, words) },
                        locale,
                        marks,
                      )
                    }
                    explained={{
                      metric,
                      question: { ...question, by: ['quarter'], filters: within(question.filters, by, group.value) },
                    }}
                  />
                </section>
              );
            })}
          </div>
        )}
      </AnswerPlace>
      {groups.length > most && <p className="caption">{t('common.more', { n: groups.length - most })}</p>}
    </div>
  );
}

interface Group {
  readonly value: string;
  readonly n: number;
  readonly rows: readonly Row[];
}

// Those with most evidence are shown; in the order of their names, so that nobody is ranked.
function groupsOf(rows: readonly Row[], by: string): readonly Group[] {
  const values = [...new Set(rows.map((row) => String(row[by] ?? 'Unknown')))];
  const groups = values.map((value): Group => {
    const own = rows.filter((row) => String(row[by] ?? 'Unknown') === value);
    return { value, n: own.reduce((sum, row) => sum + (numberIn(row, 'n') ?? 0), 0), rows: own };
  });
  const judged = groups.filter(({ n }) => n > 0).sort((a, b) => b.n - a.n);
  const byName = (a: Group, b: Group): number => a.value.localeCompare(b.value);
  return [...judged.slice(0, most).sort(byName), ...judged.slice(most)];
}

// The interval of little evidence would make the axis of all too long to see anything of the others.
function endsOf(row: Row): readonly number[] {
  const names = row['state'] === 'thin' ? ['value'] : ['value', 'lower', 'upper'];
  return names.flatMap((name) => numberIn(row, name) ?? []);
}

function within(filters: Readonly<Record<string, readonly string[]>>, by: string, value: string) {
  return { ...filters, [by]: [value] };
}
