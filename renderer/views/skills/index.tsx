import { ViewName } from '../../frame/empty-view';
import { Fault } from '../../frame/fault';
import { useStatus } from '../../frame/answers';
import { reasonIn } from '../../frame/answers';
import { Nothing } from '../../frame/nothing';
import { Head } from './head';
import { Matrix } from './matrix';
import { Side } from './side';
import './skills.css';
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
      {problem && <Fault problem={problem} />}
      {!answer && !problem && <div className="answer-head answer-waiting" />}
      {answer && shown.board.people.length === 0 && (
        <>
          <ViewName />
          <Nothing reason={reasonIn(answer)} file />
        </>
      )}
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
