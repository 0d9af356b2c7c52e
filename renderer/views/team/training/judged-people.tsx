import { OwnRows } from '../../../frame/own-rows';
import type { TableColumn } from '../../../ui/table';
import { useFormat } from '../../../ui/use-format';
import { useWords } from '../../../ui/words';
import type { Judged } from './effects';

interface JudgedPeopleProps {
  readonly title: string;
  readonly people: readonly Judged[];
  readonly onClose: () => void;
}

/** The people an effect is made of, each with the rate before and after. */
export function JudgedPeople({ title, people, onClose }: JudgedPeopleProps) {
  const { t } = useWords();
  const { ratio, points } = useFormat();
  const figure = (id: 'before' | 'after'): TableColumn<Judged> => ({
    id,
    head: t(`training.${id}Head`),
    value: (row) => row[id],
    show: (row) => ratio(row[id]),
    copied: (row) => ratio(row[id]),
    align: 'right',
    width: '96px',
  });
  const columns: readonly TableColumn<Judged>[] = [
    { id: 'rep', head: t('column.rep'), value: ({ rep }) => rep, width: 'minmax(150px, 1fr)' },
    {
      id: 'trained',
      head: t('training.side'),
      value: ({ trained }) => t(trained ? 'training.theTrained' : 'training.theOthers'),
      width: '120px',
    },
    figure('before'),
    figure('after'),
    {
      id: 'change',
      head: t('training.change'),
      value: ({ before, after }) => after - before,
      show: ({ before, after }) => points(after - before),
      copied: ({ before, after }) => points(after - before),
      align: 'right',
      width: '120px',
    },
  ];
  const treated = people.filter(({ trained }) => trained).length;
  const counted = t('training.judged', { treated, control: people.length - treated });
  return <OwnRows {...{ title, counted, columns, onClose }} name="training" rows={people} />;
}
