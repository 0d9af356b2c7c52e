import { ViewName } from '../../../frame/empty-view';
import { Fault } from '../../../frame/fault';
import { numberIn, textIn, useStatus } from '../../../frame/answers';
import { namesText } from '../../../frame/names-text';
import { Nothing } from '../../../frame/nothing';
import { useMetric } from '../../../state/use-metric';
import { usePeriod, useQuestionAbout, useQuestionOver } from '../../../state/use-period';
import { useWords } from '../../../ui/words';
import { Difficulty } from './difficulty';
import { Everybody } from './everybody';
import { FirstMonths } from './first-months';
import { seatsHeadline } from './headline';
import { OnePerson } from './one-person';
import './seats.css';
import { peopleOf } from './standing';

/** Is each person in the right seat: everybody beside the others of the role, by name, and where else results fit. */
export function Seats() {
  const words = useWords();
  const { t } = words;
  const question = useQuestionAbout(usePeriod());
  const seats = useMetric('right-seat', question);
  const ramp = useMetric('ramp', useQuestionOver({ from: null, to: null }, ['rep']));
  const starting = (ramp.answer?.grid.rows ?? []).filter((row) => (numberIn(row, 'in_ramp') ?? 0) > 0);
  const inRamp = new Set(starting.flatMap((row) => textIn(row, 'rep') ?? []));
  const people = peopleOf(seats.answer?.grid.rows ?? [], inRamp);
  useStatus(seats.answer, { metric: 'right-seat', question }, 'status.people', people.length);
  if (seats.problem) return <Fault problem={seats.problem} />;
  if (!seats.answer) return <div className="view" />;
  if (people.length === 0)
    return (
      <div className="view">
        <ViewName />
        <Nothing text={t('seats.empty')} file />
      </div>
    );
  const { first, second } = seatsHeadline(people, namesText(words));
  return (
    <div className={`view seats ${seats.stale ? 'stale' : ''}`}>
      <div className="answer-head">
        <h1>{t(first.key, first.args)}</h1>
        <p>{t(second.key, second.args)}</p>
      </div>
      <div className="beside seats-main">
        <div className="stack">
          <Everybody people={people} question={question} />
        </div>
        <div>
          <div className="stack seats-side">
            <OnePerson people={people} question={question} />
            <FirstMonths rows={starting} />
          </div>
        </div>
      </div>
      <Difficulty question={question} />
    </div>
  );
}
