import type { Words } from '../i18n';
import { format, formatPeriod } from '../i18n/format';
import type { Calendar, Period } from '../state/period';
import { plusDays, rangeOf } from '../state/period';
import type { Comparison } from '../state/question';

/** Name of a period, such as `Q3 FY26`, `Sep 2026`, `1 Apr 2026 – 30 Jun 2026`. */
export function periodName(period: Period, words: Words): string {
  const { t, locale } = words;
  switch (period.kind) {
    case 'quarter':
      return formatPeriod(`${period.year}Q${period.quarter}`, locale);
    case 'quarters':
      return t('period.quarters', { count: period.count, last: periodName({ ...period, kind: 'quarter' }, words) });
    case 'year':
      return t('period.year', { year: String(period.year % 100).padStart(2, '0') });
    case 'month':
      return formatPeriod(
        `${period.year}${period.ofWeeks ? 'P' : '-'}${String(period.month).padStart(2, '0')}`,
        locale,
      );
    case 'custom':
      return `${format('date', period.from, locale)} – ${format('date', plusDays(period.to, -1), locale)}`;
    case 'all':
      return t('period.all');
  }
}

/** Short name of a period beside another one: `Q2`. */
export function shortPeriodName(period: Period, words: Words): string {
  if (period.kind === 'quarters')
    return words.t('period.quartersShort', {
      count: period.count,
      last: periodName({ ...period, kind: 'quarter' }, words),
    });
  if (period.kind !== 'quarter') return periodName(period, words);
  return formatPeriod(`${period.year}Q${period.quarter}`, words.locale, { short: true });
}

/** Name of a compared period: short beside the one it precedes, in full where only the year tells them apart. */
export function comparedName({ kind, period }: { kind: Comparison; period: Period }, words: Words): string {
  return kind === 'previous' ? shortPeriodName(period, words) : periodName(period, words);
}

/** The months a period covers in words, `April to June 2026`, or its days where it is not whole months; null for all of history. */
export function periodMonths(period: Period, calendar: Calendar, { t, locale }: Words): string | null {
  const { from, to } = rangeOf(period, calendar);
  if (from === null || to === null) return null;
  const last = plusDays(to, -1);
  if (!from.endsWith('-01') || !to.endsWith('-01'))
    return t('period.fromTo', { from: format('date', from, locale), to: format('date', last, locale) });
  const [end, year] = [monthOf(last, locale), last.slice(0, 4)];
  if (from.slice(0, 7) === last.slice(0, 7)) return `${end} ${year}`;
  const start = from.slice(0, 4) === year ? monthOf(from, locale) : `${monthOf(from, locale)} ${from.slice(0, 4)}`;
  return t('period.fromTo', { from: start, to: `${end} ${year}` });
}

function monthOf(date: string, locale: Words['locale']): string {
  return new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(Date.parse(date));
}
