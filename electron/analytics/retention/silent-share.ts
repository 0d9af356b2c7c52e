import { wilson } from '../../stats/intervals';
import type { Table } from '../../model/table';
import { columnOf, numbersOf } from '../../model/table';
import { exactSumAt } from '../exact-sum';
import type { Group } from '../groups';
import { groupsOf, takeRowsLater } from '../groups';
import type { FinishContext } from '../metric';

/** The customers of the asked band as they are; beside them a sum of each group: how many are in which band, how many of those who left did so without a word, what is at stake and whether that is margin or revenue. Source: domain specification M43. */
export function silentShare(raw: Table, context: FinishContext): Table {
  const bands = bandsOf(raw);
  context.extra['groups'] = groupsOf(raw).map((group) => ({
    ...Object.fromEntries(context.by.map((name, i) => [name, group.by[i] ?? null])),
    ...sumOf(raw, group, bands),
  }));
  const { band } = context.options;
  if (band !== 'likely_left' && band !== 'watch') return raw;
  const rows = new Int32Array(raw.length);
  let count = 0;
  for (let row = 0; row < raw.length; row++) if (bands.codes[row] === bands[band]) rows[count++] = row;
  return takeRowsLater(raw, rows.subarray(0, count));
}

/** The band of each row, and what stands for two of them; nothing stands for one that no row is in. */
interface Bands {
  readonly codes: Int32Array;
  readonly watch: number | undefined;
  readonly likely_left: number | undefined;
}

function bandsOf(raw: Table): Bands {
  const column = columnOf(raw, 'band');
  if (column?.kind !== 'text') return { codes: new Int32Array(raw.length), watch: undefined, likely_left: undefined };
  const codeOf = (band: string) => {
    const code = column.dictionary.indexOf(band);
    return code === -1 ? undefined : code;
  };
  return { codes: column.codes, watch: codeOf('watch'), likely_left: codeOf('likely_left') };
}

function sumOf(raw: Table, { rows }: Group, { codes, ...of }: Bands) {
  const silent = numbersOf(raw, 'silent');
  const money = numbersOf(raw, 'value_at_risk_money');
  const watched: number[] = [];
  const sums = { customers: rows.length, watch: 0, likely_left: 0, silent: 0 };
  for (const row of rows) {
    const band = codes[row];
    if (band === of.watch) watched.push(row);
    else if (band === of.likely_left) {
      sums.likely_left++;
      if (silent[row] === 1) sums.silent++;
    }
  }
  sums.watch = watched.length;
  const share = wilson(sums.silent, sums.likely_left);
  return {
    ...sums,
    value_at_risk_money: exactSumAt(money, rows),
    watch_money: exactSumAt(money, watched),
    basis: basisOf(raw, rows),
    silent_share: sums.likely_left > 0 ? sums.silent / sums.likely_left : null,
    lower: share?.lower ?? null,
    upper: share?.upper ?? null,
  };
}

// What the money of a group is: the same for all of them, since a workspace knows margins or does not.
function basisOf(raw: Table, [first]: Group['rows']): string | null {
  const column = columnOf(raw, 'basis');
  if (column?.kind !== 'text' || first === undefined) return null;
  return column.dictionary[column.codes[first]!] ?? null;
}
