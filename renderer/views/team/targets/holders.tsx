import { OwnRows } from '../../../frame/own-rows';
import type { TableColumn } from '../../../ui/table';
import { useFormat } from '../../../ui/use-format';
import { useWords } from '../../../ui/words';

/** Somebody on a curve of how evenly a total is spread. */
export interface Holder {
  readonly rep: string;
  readonly amount: number;
}

interface HoldersProps {
  readonly title: string;
  readonly held: readonly Holder[];
  readonly currency: string;
  readonly onClose: () => void;
}

/** Those up to a point of the curve, the lowest first, each with the amount that the curve counts. */
export function Holders({ title, held, currency, onClose }: HoldersProps) {
  const { t } = useWords();
  const { money } = useFormat();
  const columns: readonly TableColumn<Holder>[] = [
    { id: 'rep', head: t('column.rep'), value: ({ rep }) => rep, width: 'minmax(150px, 1fr)' },
    {
      id: 'amount',
      head: t('targets.amount'),
      value: ({ amount }) => amount,
      show: ({ amount }) => money(amount, currency),
      align: 'right',
      width: '120px',
    },
  ];
  const counted = `${t('targets.heldBy', { n: held.length })}; ${t('targets.scaledNote')}`;
  return <OwnRows {...{ title, counted, columns, onClose }} name="spread" rows={held} />;
}
