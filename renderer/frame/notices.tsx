import { useState } from 'react';
import { dismissProblem, useWorkspace } from '../state/workspace';
import { Button } from '../ui/button';
import { Bar } from '../ui/empty';
import { ProblemBlock } from '../ui/problem';
import { useWords } from '../ui/words';

/** What the window has to say about itself: a dead engine, a workspace that did not open, what opening mended. */
export function Notices() {
  const { t, find } = useWords();
  const engine = useWorkspace((store) => store.engine);
  const problem = useWorkspace((store) => store.problem);
  const notices = useWorkspace((store) => store.workspace?.notices) ?? [];
  const [seen, setSeen] = useState<unknown>(null);
  return (
    <>
      {engine === 'stopped' && <Bar text={t('error.engine_stopped')} />}
      {problem && <ProblemBlock {...problem} onDismiss={dismissProblem} />}
      {seen !== notices &&
        notices.map((notice, i) => (
          <Bar
            key={i}
            text={
              find(`notice.${notice.code}`, notice.args) ?? find(`error.${notice.code}`, notice.args) ?? notice.code
            }
            actions={
              <Button kind="quiet" onPress={() => setSeen(notices)}>
                {t('common.dismiss')}
              </Button>
            }
          />
        ))}
    </>
  );
}
