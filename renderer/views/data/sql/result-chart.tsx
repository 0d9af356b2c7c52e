import { barsByTeam, barsByTeamHeight } from '../../../charts/bars-by-team';
import { trend } from '../../../charts/trend';
import type { Grid } from '../../../engine';
import { Picture, useChartWords } from '../../../frame/picture';
import { useWords } from '../../../ui/words';
import { mostDrawn, pictureIn } from './picture-in';

/** What a query gave as a picture: bars by name, or a line over days; where it cannot be drawn, what it would take. */
export function ResultChart({ grid }: { grid: Grid }) {
  const { t, locale } = useWords();
  const chartWords = useChartWords();
  const found = pictureIn(grid);
  if (!found) return <p className="small quiet">{t('sql.noChart', { most: mostDrawn })}</p>;
  const { by, column, table, inTime } = found;
  const nameOf = (name: string | null): string => name ?? '–';
  return (
    <div className="sql-chart">
      <Picture
        name={t('sql.chartName', { column, by })}
        table={table}
        height={inTime ? 260 : barsByTeamHeight(table.length)}
        draw={(marks) =>
          inTime
            ? trend(table, { period: by }, { ...chartWords, nameOf }, locale, marks)
            : barsByTeam(table, { category: by, labelWidth: 168 }, { nameOf, target: '' }, locale, marks)
        }
      />
    </div>
  );
}
