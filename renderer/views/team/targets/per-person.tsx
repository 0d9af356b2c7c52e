import { numberIn, textIn } from '../../../frame/answers';
import { useAsked } from '../../../frame/measure';
import type { Row } from '../../../engine';
import { Panel } from '../../../frame/panel';
import { TableTools } from '../../../frame/table-tools';
import type { TableColumn } from '../../../ui/table';
import { Table } from '../../../ui/table';
import { useFormat } from '../../../ui/use-format';
import { useWords } from '../../../ui/words';

interface Person {
  readonly rep: string;
  readonly now: number | null;
  readonly changed: number | null;
}

/** What each person would have been paid under the plan as it is and as it is changed, by name. */
export function PerPerson({
  options,
  plan,
  isChanged,
}: {
  options: Readonly<Record<string, string>>;
  plan: string;
  isChanged: boolean;
}) {
  const { t } = useWords();
  const asked = useAsked('plan-complexity', options, ['rep']);
  const people = peopleIn(asked.answer?.grid.rows ?? [], plan, isChanged);
  const columns = useColumns(asked.answer?.currency ?? '');
  const gaps = people.map(gapOf).filter((gap) => gap !== null);
  const counts = {
    more: gaps.filter((gap) => gap > 0).length,
    less: gaps.filter((gap) => gap < 0).length,
    same: gaps.filter((gap) => gap === 0).length,
  };
  const waiting = isChanged ? undefined : t('targets.changeFirst');
  const note = gaps.length > 0 ? t('targets.perPersonNote', counts) : waiting;
  return (
    <Panel
      title={t('targets.perPerson')}
      note={note}
      stale={asked.stale}
      className="fills"
      end={<TableTools name="plan" columns={columns} rows={people} />}
    >
      <Table label={t('targets.perPerson')} columns={columns} rows={people} />
    </Panel>
  );
}

// Sums of money in cents, so that equal pay is equal.
function gapOf({ now, changed }: Person): number | null {
  return now === null || changed === null ? null : Math.round((changed - now) * 100) / 100;
}

function peopleIn(rows: readonly Row[], plan: string, isChanged: boolean): readonly Person[] {
  const people = new Map<string, Person>();
  for (const row of rows) {
    const [rep, of] = [textIn(row, 'rep'), textIn(row, 'plan')];
    if (rep === null || (numberIn(row, 'people') ?? 0) === 0) continue;
    const known = people.get(rep) ?? { rep, now: null, changed: null };
    const cost = numberIn(row, 'cost_money');
    if (of === plan) people.set(rep, { ...known, now: cost });
    if (of === 'edited' && isChanged) people.set(rep, { ...known, changed: cost });
  }
  return [...people.values()].sort((a, b) => a.rep.localeCompare(b.rep));
}

function useColumns(currency: string): readonly TableColumn<Person>[] {
  const { t } = useWords();
  const { of, sign } = useFormat();
  const unit = sign(currency);
  const head = (text: string): string => (unit === '' ? text : t('common.inUnit', { text, unit }));
  const money = { decimals: 0, bare: true };
  return [
    { id: 'rep', head: t('column.rep'), value: ({ rep }) => rep, width: 'minmax(150px, 1fr)' },
    {
      id: 'now',
      head: head(t('targets.now')),
      value: ({ now }) => now,
      show: ({ now }) => of('money', now, money),
      align: 'right',
      width: '104px',
    },
    {
      id: 'changed',
      head: head(t('targets.changed')),
      value: ({ changed }) => changed,
      show: ({ changed }) => of('money', changed, money),
      align: 'right',
      width: '104px',
    },
    {
      id: 'difference',
      head: head(t('targets.difference')),
      value: gapOf,
      show: (person) => of('money', gapOf(person), { ...money, sign: true }),
      align: 'right',
      width: '104px',
    },
  ];
}
