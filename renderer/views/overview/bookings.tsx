import { useCallback, useMemo } from 'react';
import { barsByTeam, barsByTeamHeight } from '../../charts/bars-by-team';
import { bookingsBars } from '../../charts/bookings-bars';
import type { Table } from '../../charts/table';
import { numberColumn } from '../../charts/table';
import type { Marks } from '../../charts/theme';
import type { Row } from '../../engine';
import type { MessageKey, Words } from '../../i18n';
import { numberIn, textIn } from '../../frame/answers';
import { useAgainst } from '../../frame/compared';
import { chartTable } from '../../frame/chart-table';
import { moneyUnit } from '../../frame/money-unit';
import { dimensionName, valueName } from '../../frame/names';
import { Nothing } from '../../frame/nothing';
import { Picture } from '../../frame/picture';
import { lastQuarterOf, quartersTo } from '../../state/period';
import { filterTo } from '../../state/question';
import { useMetric } from '../../state/use-metric';
import { useAsOfDay, useCalendar, usePeriod, useQuestionAbout } from '../../state/use-period';
import { useFormat } from '../../ui/use-format';
import { useWords } from '../../ui/words';
import { askedIn, useTrend } from './use-overview';
import { shownQuarters, useQuarterTargets, useTeamTargets } from './use-targets';

/** The money: bookings of eight quarters, and of the period by team. */
export function Bookings() {
  const words = useWords();
  const { t, locale } = words;
  const formats = useFormat();
  const { answer, rows, stale } = useTrend('bookings');
  const calendar = useCalendar();
  const last = lastQuarterOf(usePeriod(), calendar, useAsOfDay());
  const targets = useQuarterTargets(quartersTo(last, shownQuarters))?.join() ?? '';
  const table = useMemo(
    () => withTargets(chartTable(answer?.grid.columns ?? [], rows), targets),
    [answer, rows, targets],
  );
  const currency = answer?.currency ?? '';
  const chosen = `${last.year}Q${last.quarter}`;
  const targetWord = t('overview.target');
  const compared = useAgainst(last)
    .flatMap(({ period }) => (period.kind === 'quarter' ? [`${period.year}Q${period.quarter}`] : []))
    .join();
  const draw = useCallback(
    (marks: Marks) => {
      const marked = { chosen, compared: compared === '' ? [] : compared.split(',') };
      return bookingsBars(table, { period: 'quarter', ...marked, currency }, { target: targetWord }, locale, marks);
    },
    [table, chosen, compared, currency, targetWord, locale],
  );
  const explained = useMemo(() => answer && { metric: 'bookings', question: askedIn(answer) }, [answer]);
  return (
    <div className={`overview-side ${stale ? 'stale' : ''}`}>
      <section className="overview-bars-panel">
        <div className="panel-head">
          <h2>{t('overview.bookings')}</h2>
          <span className="small">
            {[moneyUnit(valuesOf(rows), currency, words, formats), ...told(table, 'overview.targetTick', words)].join(
              ' · ',
            )}
          </span>
        </div>
        <Picture
          className="overview-bars"
          name={t('overview.bookings')}
          table={table}
          draw={draw}
          explained={explained}
        />
      </section>
      <ByTeam />
    </div>
  );
}

/** The figures with their targets beside them, given by commas; as they are where there is none. */
function withTargets(table: Table, targets: string): Table {
  const values = targets.split(',').map(Number);
  if (values.length !== table.length || !values.some((value) => value > 0)) return table;
  return { ...table, columns: [...table.columns, numberColumn('target', 'money', values)] };
}

/** What the ticks of the targets are, where there are any. */
function told({ columns }: Table, what: MessageKey, { t }: Words): readonly string[] {
  return columns.some(({ name }) => name === 'target') ? [t(what)] : [];
}

function valuesOf(rows: readonly Row[]): readonly number[] {
  return rows.map((row) => numberIn(row, 'value') ?? 0);
}

function toTeam(where: Readonly<Record<string, string | null>>): void {
  filterTo('team', [where['team'] ?? 'Unknown']);
}

function ByTeam() {
  const words = useWords();
  const { t, locale } = words;
  const formats = useFormat();
  const question = useQuestionAbout(usePeriod(), ['team']);
  const { answer, stale } = useMetric('bookings', question);
  const rows = useMemo(() => (answer?.grid.rows ?? []).filter((row) => row['value'] !== null).slice(0, 8), [answer]);
  const teams = useTeamTargets();
  const targets = rows.map((row) => teams.get(textIn(row, 'team') ?? '') ?? NaN).join();
  const table = useMemo(
    () => withTargets(chartTable(answer?.grid.columns ?? [], rows), targets),
    [answer, rows, targets],
  );
  const currency = answer?.currency ?? '';
  const name = t('overview.byDimension', {
    metric: t('metric.bookings.title'),
    dimension: dimensionName('team', words).toLocaleLowerCase(),
  });
  const draw = useCallback(
    (marks: Marks) => {
      const chartWords = {
        target: words.t('overview.target'),
        nameOf: (value: string | null) => valueName(value, words),
      };
      return barsByTeam(table, { category: 'team', labelWidth: 112, currency }, chartWords, locale, marks);
    },
    [table, currency, words, locale],
  );
  const explained = useMemo(() => answer && { metric: 'bookings', question: askedIn(answer) }, [answer]);
  return (
    <section className={`overview-by-team ${stale ? 'stale' : ''}`}>
      <div className="panel-head">
        <h2>{t('overview.bookingsByTeam')}</h2>
        <span className="small">
          {[moneyUnit(valuesOf(rows), currency, words, formats), ...told(table, 'overview.targetShare', words)].join(
            ' · ',
          )}
        </span>
      </div>
      {answer && rows.length === 0 ? (
        <Nothing />
      ) : (
        <Picture
          name={name}
          height={barsByTeamHeight(rows.length)}
          table={table}
          draw={draw}
          explained={explained}
          onChoose={toTeam}
        />
      )}
    </section>
  );
}
