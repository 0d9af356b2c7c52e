import type { Problem } from '../engine';
import { filterTo, useQuestion } from '../state/question';
import { askAgain } from '../state/use-metric';
import { Empty } from '../ui/empty';
import { ProblemBlock } from '../ui/problem';
import { useWords } from '../ui/words';
import { dimensionName } from './names';

/** Why an answer did not come: a filter that its measure does not know, with the way out of it, else what went wrong. */
export function Fault({ problem }: { problem: Problem }) {
  const words = useWords();
  const { t } = words;
  const filters = useQuestion((history) => history.asked.filters);
  const unknown = problem.code === 'unknown_dimension' ? String(problem.args['dimension'] ?? '') : '';
  if (!(unknown in filters)) return <ProblemBlock {...problem} onRepeat={askAgain} />;
  const dimension = dimensionName(unknown, words);
  return (
    <Empty
      text={t('frame.filterUnknown', { dimension })}
      action={t('frame.removeFilter', { dimension })}
      onAction={() => filterTo(unknown, [])}
    />
  );
}
