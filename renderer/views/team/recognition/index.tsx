import { useState } from 'react';
import type { Question } from '../../../../electron/model/question';
import type { Words } from '../../../i18n';
import type { MetricAnswer } from '../../../state/use-metric';
import { AnswerPlace } from '../../../frame/answer-place';
import { useStatus } from '../../../frame/answers';
import { namesText } from '../../../frame/names-text';
import { useAsked } from '../../../frame/measure';
import { periodName } from '../../../frame/period-name';
import { maturePeriod } from '../../../state/period';
import { useAsOfDay, useCalendar, usePeriod } from '../../../state/use-period';
import { useWords } from '../../../ui/words';
import { BeforeNow } from './before-now';
import type { Thanked } from './candidates';
import { candidatesOf, lists, namesIn, thankedOf } from './candidates';
import { recognitionHeadline } from './headline';
import { List } from './list';
import { Next } from './next';
import './recognition.css';
import { Thank } from './thank';
import { When } from './when';

/** Days within which a piece of work is judged, as the measure does where nothing else is asked. */
const windowDays = 90;

interface Thanking {
  readonly person: Thanked;
  readonly note: string;
}

/** Whom to thank and for what, straight from the list; who was thanked when; each one's next step. Nobody is named for anything but good. */
export function Recognition() {
  const words = useWords();
  const { t } = words;
  const [thanking, setThanking] = useState<Thanking | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const period = maturePeriod(usePeriod(), useCalendar(), useAsOfDay(), windowDays);
  const asked = useAsked('recognition', {}, [], period);
  const candidates = candidatesOf(asked.answer?.grid.rows ?? []);
  const thanked = thankedOf(asked.answer);
  useStatus(asked.answer, { metric: 'recognition', question: asked.question }, 'status.people', thanked.length);
  const thank = (person: Thanked, note = ''): void => {
    setDone(null);
    setThanking({ person, note });
  };
  const { key, args } = recognitionHeadline(candidates, namesText(words));
  return (
    <div className={`view recognition ${asked.stale ? 'stale' : ''}`}>
      <AnswerPlace answered={asked} isView isEmpty={({ grid }) => grid.rows[0]?.['state'] === 'unavailable'}>
        {(answer) => (
          <>
            <div className="answer-head">
              <h1>{t(key, args)}</h1>
              <p>
                {t('recognition.mature', { period: periodName(period, words) })} {coverageText(thanked, words)}
              </p>
            </div>
            <p className="small" role="status">
              {done !== null && t('recognition.recorded', { rep: done })}
            </p>
            <Lists answer={answer} question={asked.question} onThank={thank} />
            <Next />
          </>
        )}
      </AnswerPlace>
      {thanking && (
        <Thank
          person={thanking.person}
          note={thanking.note}
          onClose={(recorded) => {
            setThanking(null);
            if (recorded) setDone(thanking.person.rep);
          }}
        />
      )}
    </div>
  );
}

interface ListsProps {
  readonly answer: MetricAnswer;
  readonly question: Question;
  readonly onThank: (person: Thanked, note?: string) => void;
}

function Lists({ answer, question, onThank }: ListsProps) {
  const candidates = candidatesOf(answer.grid.rows);
  const thanked = thankedOf(answer);
  return (
    <div className="beside recognition-main">
      <div className="stack">
        {lists
          .filter((list) => list !== 'improved' || namesIn(candidates, 'improved').length > 0)
          .map((list) => (
            <List
              key={list}
              name={list}
              candidates={candidates.filter((each) => each.list === list)}
              thanked={thanked}
              question={question}
              currency={answer.currency}
              onThank={onThank}
            />
          ))}
      </div>
      <div className="stack">
        <BeforeNow question={question} candidates={candidates} currency={answer.currency} />
        <When thanked={thanked} onThank={onThank} />
      </div>
    </div>
  );
}

function coverageText(people: readonly Thanked[], { t }: Words): string {
  if (people.every(({ days }) => days === null)) return t('recognition.neverRecorded');
  return t('recognition.coverage', {
    people: people.length,
    recognised: people.filter(({ times }) => times > 0).length,
    waiting: people.filter(({ lastOn }) => lastOn === null).length,
  });
}
