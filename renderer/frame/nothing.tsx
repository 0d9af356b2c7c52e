import { chooseFiles } from '../state/doors';
import { clearFilters, useQuestion } from '../state/question';
import { Empty } from '../ui/empty';
import { useWords } from '../ui/words';
import { dimensionName, isMissing, reasonText, valueName } from './names';
import { Needed } from './needed';

interface NothingProps {
  /** The engine's reason; nothing to count when left out. */
  readonly reason?: string | null | undefined;
  /** What is said in its place where no filter can be the cause. */
  readonly text?: string | undefined;
  /** A file would fill this place. */
  readonly file?: boolean;
}

/** Why there is no figure, in words: the filters that leave nothing where no file is lacking. */
export function useWhyNothing(): (reason: string | null) => string {
  const words = useWords();
  const named = useFiltersNamed();
  return (reason) =>
    named === '' || isMissing(reason) ? reasonText(reason, words) : words.t('frame.filteredAway', { filters: named });
}

function useFiltersNamed(): string {
  const words = useWords();
  const filters = useQuestion((history) => history.asked.filters);
  return Object.entries(filters)
    .map(
      ([dimension, values]) =>
        `${dimensionName(dimension, words)}: ${values.map((value) => valueName(value, words)).join(', ')}`,
    )
    .join(' · ');
}

/** Why there is nothing here and what changes that: the file that is lacking, else the filters that leave nothing and the way out of them. */
export function Nothing({ reason, text, file = false }: NothingProps) {
  const words = useWords();
  const { t } = words;
  const missing = isMissing(reason);
  const named = useFiltersNamed();
  if (!missing && named !== '')
    return (
      <Empty
        text={t('frame.filteredAway', { filters: named })}
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
      {missing && <Needed table={reason?.split(':')[1] ?? ''} />}
    </>
  );
}
