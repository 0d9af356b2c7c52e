import type { Explained } from '../state/screen';
import { showBehind } from '../state/screen';
import { useRowCount } from '../state/use-rows';
import { Button } from '../ui/button';
import { useFormat } from '../ui/use-format';
import { useWords } from '../ui/words';

interface LeftOutProps {
  readonly excluded: Readonly<Record<string, number>>;
  /** The figure it was left out of; null where its rows cannot be asked for. */
  readonly explained: Explained | null;
  readonly className?: string;
  readonly onOpen?: () => void;
}

/** What was left out of a figure, by reason; a count opens its rows where they number exactly that. */
export function LeftOutLines({ excluded, explained, className, onOpen }: LeftOutProps) {
  const { find } = useWords();
  const { count } = useFormat();
  return (
    <dl className={className}>
      {Object.entries(excluded).map(([reason, n]) => (
        <div key={reason}>
          <dt>{find(`excluded.${reason}`) ?? reason}</dt>
          <dd>{explained ? <Count reason={reason} n={n} explained={explained} onOpen={onOpen} /> : count(n)}</dd>
        </div>
      ))}
    </dl>
  );
}

interface CountProps {
  readonly reason: string;
  readonly n: number;
  readonly explained: Explained;
  readonly onOpen: (() => void) | undefined;
}

function Count({ reason, n, explained, onOpen }: CountProps) {
  const { t, find } = useWords();
  const { count } = useFormat();
  const where = { ...explained.where, left_out: reason };
  const rows = useRowCount({ metric: explained.metric, question: explained.question, where, part: 'excluded' });
  if (rows !== n) return count(n);
  const metric = find(`metric.${explained.metric}.title`) ?? explained.metric;
  const title = [t('rows.title', { metric, part: t('part.excluded') }), find(`excluded.${reason}`) ?? reason].join(
    ' · ',
  );
  const open = (): void => {
    onOpen?.();
    showBehind({ ...explained, where, part: 'excluded', title });
  };
  return (
    <Button kind="link" onPress={open}>
      {count(n)}
    </Button>
  );
}
