import { chooseFiles } from '../state/doors';
import { clearFilters, useQuestion } from '../state/question';
import { Empty } from '../ui/empty';
import { useWords } from '../ui/words';
import { dimensionName, reasonText, valueName } from './names';
import { Needed } from './needed';

interface NothingProps {
  /** The engine's reason; nothing to count when left out. */
  readonly reason?: string | null | undefined;
  /** What is said in its place where no filter can be the cause. */
  readonly text?: string | undefined;
  /** A file would fill this place. */
  readonly file?: boolean;
}

/** Why there is nothing here and what changes that: the file that is lacking, else the filters that leave nothing and the way out of them. */
export function Nothing({ reason, text, file = false }: NothingProps) {
  const words = useWords();
  const { t } = words;
  const filters = useQuestion((history) => history.asked.filters);
  const missing = reason?.startsWith('missing') ?? false;
  const named = Object.entries(filters).map(
    ([dimension, values]) =>
      `${dimensionName(dimension, words)}: ${values.map((value) => valueName(value, words)).join(', ')}`,
  );
  if (!missing && named.length > 0)
    return (
      <Empty
        text={t('frame.filteredAway', { filters: named.join(' · ') })}
        action={t('frame.removeFilters')}
        onAction={clearFilters}
      />
    );
  return (
    <>
      <Empty
        text={text ?? reasonText(reason ?? 'empty', words)}
        {...((missing || file) && { action: t('overview.emptyAction'), onAction: () => void chooseFiles() })}
      />
      {missing && <Needed reason={reason ?? ''} />}
    </>
  );
}
