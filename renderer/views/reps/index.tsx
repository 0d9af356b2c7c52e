import { useState } from 'react';
import { Fault } from '../../frame/fault';
import { useStatus } from '../../frame/answers';
import type { Words } from '../../i18n';
import type { ComparedUnit } from '../../state/question';
import { useQuestion } from '../../state/question';
import type { MetricAnswer } from '../../state/use-metric';
import { useMetric } from '../../state/use-metric';
import { rowsIn, useWorkspace } from '../../state/workspace';
import { useWords } from '../../ui/words';
import { Columns, Controls, UnitSwitch } from './columns';
import { Measure } from './measure';
import { askedOf, measuresFor, winRate } from './measures';
import { Nothing } from '../../frame/nothing';
import { comparable, shownPeople, standingsOf } from './people';
import './reps.css';
import type { RowVerdict } from './verdict';
import { columnOf, isPeople, useComparedQuestion } from './unit';
import { unitNames, verdictOn } from './verdict-on';

/** How do these people differ: a row a measure, a lane a person, and what the evidence allows to say. */
export function Reps() {
  const { t } = useWords();
  const { unit } = useQuestion((history) => history.asked.reps);
  const { metric, options } = askedOf(winRate, unit);
  const question = useComparedQuestion(options);
  const { answer, stale, problem } = useMetric(metric, question);
  useStatus(answer, { metric, question }, 'status.deals');
  const there = comparable(answer?.grid.rows ?? [], columnOf(unit));
  return (
    <div className={`view reps ${stale ? 'stale' : ''}`}>
      {problem && <Fault problem={problem} />}
      {answer && there.length > 0 && <Compared answer={answer} there={there} />}
      {answer && there.length === 0 && (
        <>
          <div className="answer-head reps-head">
            <h1>{t('page.reps')}</h1>
            <UnitSwitch />
          </div>
          <Nothing text={t('reps.empty')} file />
        </>
      )}
    </div>
  );
}

function Compared({ answer, there }: { answer: MetricAnswer; there: readonly string[] }) {
  const words = useWords();
  const { unit, chosen, shown } = useQuestion((history) => history.asked.reps);
  const workspace = useWorkspace((store) => store.workspace);
  const [focus, setFocus] = useState<string | null>(null);
  const people = shownPeople(chosen, there, unit);
  const slots = useSlots(people);
  const standings = standingsOf(answer.grid.rows, columnOf(unit), people, true);
  const verdict = verdictOn('rate', standings, answer, unit, words);
  return (
    <>
      <div className="answer-head reps-head">
        <h1>{people.length < 2 ? words.t('reps.tooFew') : repsHeadline(verdict, unit, words)}</h1>
        <Controls people={people} there={there} />
      </div>
      <Columns people={people} slots={slots} onFocus={setFocus} />
      <div className="measures">
        {measuresFor(rowsIn(workspace, 'activities') > 0, workspace?.rungs ?? []).map((model) => (
          <Measure
            key={model.id}
            model={model}
            people={people}
            slots={slots}
            adjusted={shown === 'adjusted'}
            focus={focus}
          />
        ))}
      </div>
    </>
  );
}

/** The view's sentence: who wins more often, only where the verdict says so. */
export function repsHeadline(verdict: RowVerdict, unit: ComparedUnit, words: Words): string {
  const { t } = words;
  if (verdict.ahead) {
    const names = unitNames(unit, words);
    const { first, second } = verdict.ahead;
    const key = isPeople(unit) ? 'reps.headDiffers' : 'reps.headHigher';
    return t(key, { first: names(first), second: names(second), n: first.length });
  }
  if (!verdict.said) return t('reps.headCannotTell');
  return t(unit === 'rep' ? 'reps.headNoDifference' : 'reps.headNoDifferenceTeams');
}

// Shape and colour that a person keeps while on screen, whatever the order.
function useSlots(people: readonly string[]): readonly number[] {
  const [held, setHeld] = useState<readonly (string | null)[]>([]);
  const kept = held.map((name) => (name !== null && people.includes(name) ? name : null));
  for (const name of people) {
    if (kept.includes(name)) continue;
    const free = kept.indexOf(null);
    if (free >= 0) kept[free] = name;
    else kept.push(name);
  }
  if (JSON.stringify(kept) !== JSON.stringify(held)) setHeld(kept);
  return people.map((name) => kept.indexOf(name));
}
