import { useState } from 'react';
import { EmptyView } from '../../../frame/empty-view';
import { Fault } from '../../../frame/fault';
import { textIn, useStatus } from '../../../frame/answers';
import { namesText } from '../../../frame/names-text';
import { useAsked } from '../../../frame/measure';
import { periodName } from '../../../frame/period-name';
import { usePeriod } from '../../../state/use-period';
import { Button } from '../../../ui/button';
import { useWords } from '../../../ui/words';
import { Counts } from './counts';
import './coverage.css';
import { Customers } from './customers';
import { coverageHeadline } from './headline';
import { PeopleTasks } from './people-tasks';
import { Record } from './record';
import { SkillsAndProgrammes } from './skills-and-programmes';
import type { PersonKind, Task } from './tasks';
import { countsOf, customerKinds, personKinds } from './tasks';
import { useAside } from './use-aside';
import { useCustomerCounts } from './use-customers';

/** Did we miss anybody: people and customers as tasks with their owner, what can be recorded at once, and what stands on one person alone. */
export function Coverage() {
  const words = useWords();
  const { t } = words;
  const period = periodName(usePeriod(), words);
  const [recording, setRecording] = useState<Task<PersonKind> | null>(null);
  const asked = useAsked('nobody-missed');
  const aside = useAside();
  const customers = useCustomerCounts();
  const rows = asked.answer?.grid.rows ?? [];
  const people = rows.filter((row) => textIn(row, 'subject') !== null);
  useStatus(asked.answer, { metric: 'nobody-missed', question: asked.question }, 'status.missed', people.length);
  const counts = countsOf(people, personKinds);
  if (asked.problem) return <Fault problem={asked.problem} />;
  if (!asked.answer) return <div className="view" />;
  if (textIn(rows[0], 'reason')?.startsWith('missing')) return <EmptyView text={t('coverage.empty')} />;
  const head = coverageHeadline({ people: counts, customers, period, words, join: namesText(words) });
  return (
    <div className="view coverage">
      <div className={`answer-head ${asked.stale ? 'stale' : ''}`}>
        <h1 className="answer-waiting">{customers.size === customerKinds.length && head}</h1>
        <p>
          {t('coverage.how')}{' '}
          {aside.keys.size > 0 && (
            <Button kind="link" onPress={aside.clear}>
              {t('coverage.showAside', { n: aside.keys.size })}
            </Button>
          )}
        </p>
      </div>
      <Counts people={counts} customers={customers} />
      <div className="beside coverage-main">
        <PeopleTasks rows={people} counts={counts} aside={aside} onRecord={setRecording} stale={asked.stale} />
        <div className="stack">
          <Customers aside={aside} />
          <SkillsAndProgrammes />
        </div>
      </div>
      {recording && <Record task={recording} onClose={() => setRecording(null)} />}
    </div>
  );
}
