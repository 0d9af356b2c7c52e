import { useStatus } from '../../frame/answers';
import { chooseFiles } from '../../state/doors';
import { askAgain } from '../../state/use-metric';
import { Empty } from '../../ui/empty';
import { ProblemBlock } from '../../ui/problem';
import { useWords } from '../../ui/words';
import { reasonIn } from '../../frame/answers';
import { reasonText } from '../../frame/names';
import { Head } from './head';
import { Matrix } from './matrix';
import { Side } from './side';
import './skills.css';
import type { Shown } from './use-board';
import { useBoard } from './use-board';

/** Who needs help with what, and what is it worth: people by skills, and what is said of the chosen cell. */
export function Skills() {
  const shown = useBoard();
  const { answer, stale, problem } = shown.answered;
  useStatus(
    answer,
    { metric: 'skill-gap', question: shown.question },
    'status.people',
    answer ? shown.board.people.length : null,
  );
  return (
    <div className={`view skills ${stale ? 'stale' : ''}`}>
      {problem && <ProblemBlock {...problem} onRepeat={askAgain} />}
      {!answer && !problem && <div className="answer-head answer-waiting" />}
      {answer && shown.board.people.length === 0 && <Nothing shown={shown} />}
      {answer && shown.board.people.length > 0 && (
        <>
          <Head shown={shown} />
          <div className="beside skills-main">
            <Matrix shown={shown} />
            {shown.cell && <Side shown={shown} cell={shown.cell} />}
          </div>
        </>
      )}
    </div>
  );
}

function Nothing({ shown }: { shown: Shown }) {
  const words = useWords();
  const { answer } = shown.answered;
  const reason = (answer && reasonIn(answer)) ?? 'empty';
  return (
    <Empty
      text={reasonText(reason, words)}
      action={words.t('overview.emptyAction')}
      onAction={() => void chooseFiles()}
    />
  );
}
