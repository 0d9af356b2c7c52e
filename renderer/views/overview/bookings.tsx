import { barsByTeam, barsByTeamHeight } from '../../charts/bars-by-team';
import { bookingsBars } from '../../charts/bookings-bars';
import { chartTable } from '../../frame/chart-table';
import { dimensionName, valueName } from '../../frame/names';
import { Picture } from '../../frame/picture';
import { lastQuarterOf } from '../../state/period';
import { filterTo } from '../../state/question';
import { useMetric } from '../../state/use-metric';
import { useAsOfDay, useCalendar, usePeriod, useQuestionAbout } from '../../state/use-period';
import { Empty } from '../../ui/empty';
import { useFormat } from '../../ui/use-format';
import { useWords } from '../../ui/words';
import { useTrend } from './use-overview';

/** The money: bookings of eight quarters, and of the period by team. */
export function Bookings() {
  const { t } = useWords();
  const { sign } = useFormat();
  const trend = useTrend('bookings');
  const calendar = useCalendar();
  const last = lastQuarterOf(usePeriod(), calendar, useAsOfDay());
  const { locale } = useWords();
  const table = chartTable(trend.answer?.grid.columns ?? [], trend.rows);
  const currency = trend.answer?.currency ?? '';
  return (
    <div className={`overview-side ${trend.stale ? 'stale' : ''}`}>
      <section className="overview-bars-panel">
        <div className="panel-head">
          <h2>{t('overview.bookings')}</h2>
          <span className="small">{sign(currency)}</span>
        </div>
        <Picture
          className="overview-bars"
          name={t('overview.bookings')}
          table={table}
          draw={(marks) =>
            bookingsBars(
              table,
              { period: 'quarter', chosen: `${last.year}Q${last.quarter}`, currency },
              { target: '' },
              locale,
              marks,
            )
          }
          explained={trend.answer && { metric: 'bookings', question: questionOf(trend.answer) }}
        />
      </section>
      <ByTeam />
    </div>
  );
}

function questionOf(answer: {
  readonly period: { readonly start: string | null; readonly end: string | null };
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly by: readonly string[];
}) {
  return {
    from: answer.period.start,
    to: answer.period.end,
    asOf: null,
    by: answer.by,
    filters: answer.filters,
    options: {},
  };
}

function ByTeam() {
  const words = useWords();
  const { t, locale } = words;
  const { sign } = useFormat();
  const question = useQuestionAbout(usePeriod(), ['team']);
  const { answer, stale } = useMetric('bookings', question);
  const rows = (answer?.grid.rows ?? []).filter((row) => row['value'] !== null).slice(0, 8);
  const table = chartTable(answer?.grid.columns ?? [], rows);
  const currency = answer?.currency ?? '';
  return (
    <section className={stale ? 'stale' : ''}>
      <div className="panel-head">
        <h2>{t('overview.bookingsByTeam')}</h2>
        <span className="small">{sign(currency)}</span>
      </div>
      {answer && rows.length === 0 ? (
        <Empty text={t('reason.empty')} />
      ) : (
        <Picture
          name={t('overview.byDimension', {
            metric: t('metric.bookings.title'),
            dimension: dimensionName('team', words),
          })}
          height={barsByTeamHeight(rows.length)}
          table={table}
          draw={(marks) =>
            barsByTeam(
              table,
              { category: 'team', labelWidth: 112, currency },
              { target: '', nameOf: (value) => valueName(value, words) },
              locale,
              marks,
            )
          }
          explained={{ metric: 'bookings', question }}
          onChoose={(where) => filterTo('team', [where['team'] ?? 'Unknown'])}
        />
      )}
    </section>
  );
}
