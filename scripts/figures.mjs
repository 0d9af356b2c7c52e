// Metric documents of the public command as lines for a person and rows for a spreadsheet.

/** One headline figure in words: title, value, interval and number of cases of a metric answered without a breakdown. */
export function figureOf(title, answer) {
  const [row] = answer.rows;
  const unit = answer.columns.find(({ name }) => name === 'value')?.unit;
  const show = (value) => format(value, unit, answer.currency);
  if (!row || row.value === null) return [title, 'no figure', row?.reason ?? '', `n ${row?.n ?? 0}`];
  const interval = row.lower === null || row.upper === null ? '' : `${show(row.lower)} to ${show(row.upper)}`;
  return [title, show(row.value), interval, `n ${format(row.n, 'count')}`];
}

function format(value, unit, currency) {
  switch (unit) {
    case 'ratio':
      return `${(value * 100).toFixed(1)} %`;
    case 'money':
      return `${currency} ${value.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
    case 'days':
      return `${value.toFixed(1)} days`;
    default:
      return value.toLocaleString('en', { maximumFractionDigits: 2 });
  }
}

/** Lines with columns of equal width, the first to the left and the rest to the right. */
export function tableOf(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const line = (row) =>
    row.map((text, column) => (column ? text.padStart(widths[column]) : text.padEnd(widths[column])));
  return rows.map((row) => line(row).join('   ')).join('\n');
}

/** The last fiscal quarter that is over at this instant, such as `2026Q3`; the year as the fiscal calendar names it. */
export function latestQuarter(asOf, fiscalStartMonth, naming) {
  const [year, month] = asOf.split('-').map(Number);
  const isLastDay = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) === asOf.slice(0, 10);
  const startOfYear = fiscalStartMonth - 1;
  const wholeMonths = year * 12 + month - (isLastDay ? 0 : 1) - startOfYear;
  const last = Math.floor(wholeMonths / 3) - 1;
  const fiscalYear = Math.floor(last / 4) + (naming === 'ends' && startOfYear > 0 ? 1 : 0);
  return `${fiscalYear}Q${(last % 4) + 1}`;
}
