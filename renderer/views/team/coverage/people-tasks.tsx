import type { Row } from '../../../engine';
import { LongList } from '../../../frame/long-list';
import { namesText } from '../../../frame/names-text';
import { Panel } from '../../../frame/panel';
import { useChoice } from '../../../state/choices';
import { showView } from '../../../state/question';
import { useWorkspace } from '../../../state/workspace';
import { Button } from '../../../ui/button';
import { Pick } from '../../../ui/pick';
import { useWords } from '../../../ui/words';
import { TaskRow } from './task-row';
import type { PersonKind, Task } from './tasks';
import { asideKey, personKinds, tasksOf } from './tasks';
import type { Aside } from './use-aside';

const recordable: ReadonlySet<PersonKind> = new Set(['training', 'coaching', 'recognition']);

interface PeopleTasksProps {
  readonly rows: readonly Row[];
  readonly counts: ReadonlyMap<PersonKind, number>;
  readonly aside: Aside;
  readonly onRecord: (task: Task<PersonKind>) => void;
  readonly stale: boolean;
}

/** People without what everybody should have had in the period, by name; what was done can be recorded at once. */
export function PeopleTasks({ rows, counts, aside, onRecord, stale }: PeopleTasksProps) {
  const words = useWords();
  const { t } = words;
  const [wanted, want] = useChoice('coverage.people', 'any', ...personKinds);
  const readOnly = useWorkspace((store) => store.workspace?.readOnly ?? false);
  const tasks = [...tasksOf(rows, personKinds, aside.keys, wanted)].sort((a, b) => a.subject.localeCompare(b.subject));
  const join = namesText(words);
  const items = (['any', ...personKinds] as const)
    .filter((kind) => kind === 'any' || kind === wanted || (counts.get(kind) ?? 0) > 0)
    .map((kind) => ({
      id: kind,
      text: kind === 'any' ? t('coverage.no_any') : t('coverage.lacking', { what: t(`coverage.no_${kind}`) }),
    }));
  return (
    <Panel
      title={t('coverage.peopleTitle')}
      note={t('coverage.tasks', { n: tasks.length })}
      stale={stale}
      end={
        <>
          <Button kind="link" onPress={() => showView('people')}>
            {t('view.people')}
          </Button>
          <Pick label={t('coverage.which')} items={items} selected={wanted} onChange={(id) => want(kindOf(id))} />
        </>
      }
    >
      {tasks.length === 0 ? (
        <p className="small quiet">{t('coverage.nobodyLeft')}</p>
      ) : (
        <LongList label={t('coverage.peopleTitle')} items={tasks} nameOf={({ subject }) => subject}>
          {(task) => (
            <TaskRow
              key={task.id}
              said={task.subject}
              detail={t('coverage.lacking', { what: join(task.lacking.map((kind) => t(`coverage.no_${kind}`))) })}
              owner={task.owner}
              onAside={() => aside.put(task.lacking.map((kind) => asideKey(task.id, kind)))}
              actions={
                !readOnly && task.lacking.some((kind) => recordable.has(kind)) ? (
                  <Button
                    kind="link"
                    label={t('coverage.recordFor', { rep: task.subject })}
                    onPress={() => onRecord(task)}
                  >
                    {t('coverage.record')}
                  </Button>
                ) : (
                  <Button kind="link" onPress={() => showView('people')}>
                    {t('view.people')}
                  </Button>
                )
              }
            />
          )}
        </LongList>
      )}
    </Panel>
  );
}

function kindOf(id: string): PersonKind | 'any' {
  return personKinds.find((kind) => kind === id) ?? 'any';
}
