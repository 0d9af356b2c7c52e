import { useEffect, useRef, useState } from 'react';
import { Panel } from '../../frame/panel';
import { keepNote, longestNote, useNotes } from '../../state/notes';
import type { Problem } from '../../engine';
import { useWorkspace } from '../../state/workspace';
import { Button } from '../../ui/button';
import { ProblemBlock } from '../../ui/problem';
import { useWords } from '../../ui/words';

/** What the manager noted of the person: kept in the workspace, in no file and no slide; saving is a step that undo takes back. */
export function Note({ rep }: { rep: string }) {
  const { t } = useWords();
  const { answer } = useNotes();
  const readOnly = useWorkspace((store) => store.workspace?.readOnly ?? false);
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const kept = answer?.[rep] ?? '';
  const text = typed ?? kept;
  const save = async (): Promise<void> => {
    const failed = await keepNote(rep, kept, text.trim());
    setProblem(failed);
    if (failed === null) setTyped(null);
  };
  useOnLeaving(() => {
    if (typed !== null && typed.trim() !== kept) void keepNote(rep, kept, typed.trim());
  });
  return (
    <Panel title={t('card.note')} note={t('card.noteNote')}>
      {problem && <ProblemBlock {...problem} onDismiss={() => setProblem(null)} />}
      <textarea
        className="card-note"
        aria-label={t('card.noteOf', { name: rep })}
        rows={4}
        maxLength={longestNote}
        readOnly={readOnly}
        value={text}
        onChange={(event) => setTyped(event.target.value)}
      />
      {typed !== null && typed.trim() !== kept && (
        <span className="card-controls">
          <Button kind="primary" onPress={() => void save()}>
            {t('card.save')}
          </Button>
          <Button kind="quiet" onPress={() => setTyped(null)}>
            {t('card.discard')}
          </Button>
        </span>
      )}
    </Panel>
  );
}

// What was typed is kept by whoever goes away without a word; only the button discards it.
function useOnLeaving(act: () => void): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => () => latest.current(), []);
}
