import { numberColumn, tableOf, textColumn } from '../../charts/table';
import { trend } from '../../charts/trend';
import { Picture, useChartWords } from '../../frame/picture';
import { useWords } from '../../ui/words';

// Wins and closed deals of eight invented quarters; the intervals are worked out from them (Wilson).
const quarters = ['2024Q3', '2024Q4', '2025Q1', '2025Q2', '2025Q3', '2025Q4', '2026Q1', '2026Q2'];
const wins = [122, 129, 122, 133, 139, 151, 158, 84];
const closed = [322, 336, 320, 340, 352, 360, 366, 248];

const limits = wins.map((k, i) => wilson(k, closed[i] ?? 1));
const table = tableOf(
  textColumn('quarter', quarters),
  numberColumn(
    'value',
    'ratio',
    wins.map((k, i) => k / (closed[i] ?? 1)),
  ),
  numberColumn(
    'lower',
    'ratio',
    limits.map(([lower]) => lower),
  ),
  numberColumn(
    'upper',
    'ratio',
    limits.map(([, upper]) => upper),
  ),
  numberColumn('n', 'count', closed),
);

function wilson(k: number, n: number): readonly [number, number] {
  const z = 1.959964;
  const p = k / n;
  const centre = (p + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))) / (1 + (z * z) / n);
  return [centre - half, centre + half];
}

/** What the product draws, of invented figures. */
export function Example() {
  const { t, locale } = useWords();
  const words = useChartWords();
  return (
    <Picture
      name={t('start.chart')}
      height={260}
      table={table}
      draw={(marks) =>
        trend(
          table,
          { period: 'quarter', intervals: 'whisker', chosen: '2026Q2' },
          { ...words, nameOf: String },
          locale,
          marks,
        )
      }
    />
  );
}
