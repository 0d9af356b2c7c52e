import type { Cell } from '../../electron/model/table';
import type { Unit } from '../../electron/model/units';
import type { Grid, Row } from '../engine';
import type { Words } from '../i18n';
import { spreadsheetCell } from '../ui/copy-text';
import type { TableColumn } from '../ui/table';
import type { Formats } from '../ui/use-format';
import { valueName } from './names';

/** Columns of an answer as table columns: heads in words where there are some, figures at the right, everything in the person's notation. */
export function gridColumns(grid: Grid, words: Words, formats: Formats, currency: string): readonly TableColumn<Row>[] {
  return grid.columns.map(({ name, unit }): TableColumn<Row> => {
    const isText = unit === 'label' || unit === 'flag';
    const isTime = unit === 'date' || unit === 'instant';
    const wordsOf = (row: Row): string => labelText(name, row[name] ?? null, words, formats);
    const decimals = isBroken(grid, name, unit) ? 1 : undefined;
    return {
      id: name,
      head: headOf(name, unitSign(unit, currency, formats), words),
      value: (row) => row[name] ?? null,
      show: (row) => (unit === 'label' ? wordsOf(row) : formats.cell(unit, row[name] ?? null, decimals)),
      copied: (row) => {
        const value = row[name] ?? null;
        if (value === null || (unit !== 'label' && unit !== 'flag')) return spreadsheetCell(unit, value);
        return unit === 'label' ? wordsOf(row) : formats.cell(unit, value);
      },
      align: isText || isTime ? 'left' : 'right',
      width: widthOf(name, unit),
    };
  });
}

// One figure with a decimal gives all of its column one.
function isBroken({ rows }: Pick<Grid, 'rows'>, name: string, unit: Unit): boolean {
  if (unit !== 'days' && unit !== 'score') return false;
  return rows.some((row) => Math.round(Number(row[name] ?? 0) * 10) % 10 !== 0);
}

// Names of customers are long and marks of a row short; together they fit beside another panel.
const widths: Readonly<Record<string, string>> = {
  account: 'minmax(136px, 2.4fr)',
  rep: 'minmax(96px, 1.7fr)',
  source: 'minmax(64px, 1.3fr)',
  opportunity_id: 'minmax(58px, 0.5fr)',
  lead_id: 'minmax(58px, 0.5fr)',
  on_day: '88px',
  hit: '72px',
  outcome: 'minmax(72px, 0.9fr)',
  loss_reason: 'minmax(60px, 1fr)',
  amount_money: 'minmax(68px, 0.4fr)',
  step_days: 'minmax(44px, 0.3fr)',
  cycle_days: 'minmax(44px, 0.3fr)',
};

function widthOf(name: string, unit: Unit): string {
  const own = widths[name];
  if (own !== undefined) return own;
  if (unit === 'label' || unit === 'flag') return 'minmax(120px, 1fr)';
  return unit === 'instant' ? '132px' : unit === 'date' ? '84px' : '104px';
}

function unitSign(unit: Unit, currency: string, formats: Formats): string | null {
  if (unit === 'money') return formats.sign(currency);
  return unit === 'ratio' ? '%' : null;
}

function labelText(column: string, value: Cell, words: Words, formats: Formats): string {
  const text = String(value ?? '');
  return column === 'left_out' ? (words.find(`excluded.${text}`) ?? text) : formats.period(valueName(text, words));
}

/** Head of a column: its words, else its own name; the unit stands there and not in each cell. */
export function headOf(name: string, sign: string | null, { find, t }: Words): string {
  const text =
    find(`column.${name}`) ??
    find(`dimension.${name}`) ??
    find(`field.${name}`) ??
    name.replace(/_money$/, '').replaceAll('_', ' ');
  return sign === null || sign === '' ? text : t('common.inUnit', { text, unit: sign });
}

const ids = ['opportunity_id', 'lead_id', 'journey_id'];

const worthSeeing = [
  'account',
  'amount_money',
  'rep',
  'source',
  'on_day',
  'began_on',
  'won_on',
  'closed_on',
  'step_days',
  'cycle_days',
  'outcome',
  'loss_reason',
  'left_out',
];

/** The columns of rows behind a mark that a person reads: one that names the row, then what it is about; all of them where none is known. */
export function shownFirst(columns: readonly TableColumn<Row>[], rows: readonly Row[]): readonly TableColumn<Row>[] {
  const filled = (id: string): number => rows.filter((row) => row[id] !== null && row[id] !== undefined).length;
  const known = (id: string): readonly TableColumn<Row>[] =>
    columns.filter((column) => column.id === id && (rows.length === 0 || filled(id) > 0));
  const naming =
    ids.find((id) => known(id).length > 0 && filled(id) * 2 >= rows.length) ?? ids.find((id) => known(id).length > 0);
  const days =
    filled('on_day') > 0 || rows.length === 0 ? new Set(['began_on', 'won_on', 'closed_on']) : new Set<string>();
  const shown = [...(naming === undefined ? [] : [naming]), ...worthSeeing.filter((id) => !days.has(id))].flatMap(
    known,
  );
  // Where no outcome says which of them are counted, this does.
  const mixed = new Set(rows.map((row) => row['hit'])).size > 1 && !shown.some(({ id }) => id === 'outcome');
  return shown.length > 0 ? [...shown, ...(mixed ? known('hit') : [])] : columns;
}
