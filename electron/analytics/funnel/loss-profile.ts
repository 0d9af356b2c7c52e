import { newcombe, wilson } from '../../stats/intervals';
import type { Settings } from '../../model/settings';
import type { Table } from '../../model/table';
import { numbersOf, textsOf } from '../../model/table';
import { enough } from '../finish';
import type { Group, Line } from '../groups';
import { envelopeUnits, groupsOf, tableOf } from '../groups';
import type { FinishContext } from '../metric';

/** One line a reason, largest share first; by reference two win rates and their difference, which describes and proves nothing. Source: domain specification M10. */
export function lossProfile(raw: Table, { options, settings }: FinishContext): Table {
  const causes = textsOf(raw, 'cause');
  const lines = groupsOf(raw).flatMap((group) => {
    const shares = sharesOf(raw, causes, group, settings);
    const all = options['of'] === 'reference' ? [...shares, ...differenceOf(shares)] : shares;
    const left = leftOut(raw, group);
    return (all.length > 0 ? all : [{ n: 0, reason: 'empty', ...left }]).map((line) => ({ by: group.by, line }));
  });
  const units = {
    share: 'ratio',
    amount_money: 'money',
    excluded_no_reference: 'count',
    excluded_bad_dates: 'count',
  } as const;
  return tableOf(lines, { ...envelopeUnits('ratio'), ...units });
}

function sharesOf(
  raw: Table,
  causes: readonly (string | null)[],
  { rows }: Pick<Group, 'rows'>,
  settings: Settings,
): Line[] {
  const left = leftOut(raw, { rows });
  return rows.flatMap((row): Line[] => {
    const k = numbersOf(raw, 'numerator')[row] ?? 0;
    const n = numbersOf(raw, 'denominator')[row] ?? 0;
    const limits = wilson(k, n);
    if (causes[row] === null || !limits || (numbersOf(raw, 'kept')[row] ?? 0) === 0) return [];
    const judged = { numerator: k, denominator: n, n, ...limits, method: 'wilson' };
    const state = enough(n, k / n, settings) ? 'ok' : 'thin';
    const amount = numbersOf(raw, 'amount_money')[row];
    return [
      {
        ...judged,
        value: k / n,
        share: k / n,
        state,
        reason: causes[row],
        amount_money: amount,
        ...left,
      },
    ];
  });
}

function leftOut(raw: Table, { rows }: Pick<Group, 'rows'>): Line {
  const reasons = ['excluded_no_reference', 'excluded_bad_dates'];
  return Object.fromEntries(
    reasons.map((name) => [name, rows.reduce((sum, row) => sum + (numbersOf(raw, name)[row] ?? 0), 0)] as const),
  );
}

function differenceOf(shares: readonly Line[]): Line[] {
  const of = (reason: string) => shares.find((line) => line['reason'] === reason);
  const [with_, without] = [of('with_reference'), of('without_reference')];
  if (!with_ || !without) return [];
  const number = (line: Line, name: string) => Number(line[name]);
  const found = newcombe(
    number(with_, 'numerator'),
    number(with_, 'denominator'),
    number(without, 'numerator'),
    number(without, 'denominator'),
  );
  if (!found) return [];
  const n = number(with_, 'n') + number(without, 'n');
  const state = with_['state'] === 'ok' && without['state'] === 'ok' ? 'ok' : 'thin';
  const { difference: value, lower, upper } = found;
  return [{ value, n, lower, upper, method: 'newcombe', state, reason: 'difference' }];
}
