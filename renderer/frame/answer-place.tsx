import type { ReactNode } from 'react';
import { chooseFiles } from '../state/doors';
import type { Answered, MetricAnswer } from '../state/use-metric';
import { askAgain } from '../state/use-metric';
import { Empty } from '../ui/empty';
import { ProblemBlock } from '../ui/problem';
import { useWords } from '../ui/words';
import { reasonIn } from './answers';
import { reasonText } from './names';
import { Needed } from './needed';

/** The place of an answer: what is drawn from it, or why there is nothing to draw and which file would change that. Empty until the first answer. */
export function AnswerPlace({
  answered: { answer, problem },
  isEmpty,
  children,
}: {
  answered: Answered<MetricAnswer>;
  /** True where the answer holds nothing to draw; by default where it has no row with a value. */
  isEmpty?: (answer: MetricAnswer) => boolean;
  children: (answer: MetricAnswer) => ReactNode;
}) {
  const words = useWords();
  if (problem) return <ProblemBlock {...problem} onRepeat={askAgain} />;
  if (!answer) return <div className="answer-waiting" />;
  const reason = reasonIn(answer);
  const rows = answer.grid.rows;
  const isUnavailable = rows.length > 0 && rows.every((row) => row['state'] === 'unavailable');
  const nothing = isUnavailable || (isEmpty ? isEmpty(answer) : !rows.some((row) => row['value'] !== null));
  if (!nothing) return children(answer);
  const missing = reason?.startsWith('missing') ?? false;
  return (
    <>
      <Empty
        text={reasonText(reason ?? 'empty', words)}
        {...(missing && { action: words.t('overview.emptyAction'), onAction: () => void chooseFiles() })}
      />
      {missing && <Needed reason={reason ?? ''} />}
    </>
  );
}
