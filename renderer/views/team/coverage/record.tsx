import { useState } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import { textIn } from '../../../frame/answers';
import { useAsked } from '../../../frame/measure';
import { addTyped, useGrid } from '../../../state/entered';
import { useAsOfDay } from '../../../state/use-period';
import type { Problem } from '../../../engine';
import { Button } from '../../../ui/button';
import { DayField } from '../../../ui/date-range';
import { Dialog } from '../../../ui/dialog';
import { Pick } from '../../../ui/pick';
import { ProblemBlock } from '../../../ui/problem';
import { Segmented } from '../../../ui/segmented';
import { useWords } from '../../../ui/words';
import type { Entry, RecordKind } from './record-row';
import { recordKinds, recordTables, rowOf } from './record-row';
import type { PersonKind, Task } from './tasks';

/** Records what was done with somebody as one typed row, which undo takes back. The day starts at the last one the data knows of. */
export function Record({ task, onClose }: { task: Task<PersonKind>; onClose: () => void }) {
  const { t } = useWords();
  const offered = recordKinds.filter((kind) => task.lacking.includes(kind));
  const [kind, setKind] = useState<RecordKind>(offered[0] ?? 'coaching');
  const [entry, setEntry] = useState<Entry>({ rep: task.id, day: useAsOfDay(), by: '', programme: '', topic: '' });
  const [problem, setProblem] = useState<Problem | null>(null);
  const set = (part: Partial<Entry>): void => setEntry({ ...entry, ...part });
  const [saving, setSaving] = useState(false);
  const needed = kind === 'training' && entry.programme === '' ? t('coverage.needsProgramme') : undefined;
  const save = async (): Promise<void> => {
    setSaving(true);
    const fault = await addTyped(recordTables[kind], rowOf(kind, entry, crypto.randomUUID()));
    setSaving(false);
    setProblem(fault);
    if (fault === null) onClose();
  };
  return (
    <Dialog title={t('coverage.recordTitle', { rep: task.subject })} onClose={onClose}>
      <div className="record">
        <Segmented
          label={t('coverage.what')}
          items={offered.map((id) => ({ id, text: t(`coverage.${id}`) }))}
          selected={kind}
          onChange={setKind}
        />
        <DayField label={t('coverage.on')} value={entry.day} onChange={(day) => set({ day })} />
        {kind === 'training' ? <Programme entry={entry} set={set} /> : <By entry={entry} set={set} />}
        {kind !== 'training' && (
          <TextField className="record-field" value={entry.topic} onChange={(topic) => set({ topic })}>
            <Label className="caption">{t(kind === 'coaching' ? 'coverage.topic' : 'coverage.note')}</Label>
            <Input className="record-input" />
          </TextField>
        )}
        {problem && <ProblemBlock {...problem} onDismiss={() => setProblem(null)} />}
        <p className="caption">{t('coverage.recordNote')}</p>
        <Button kind="primary" refused={saving ? t('entered.saving') : needed} onPress={() => void save()}>
          {t('coverage.saveRecord')}
        </Button>
      </div>
    </Dialog>
  );
}

interface FieldProps {
  readonly entry: Entry;
  readonly set: (part: Partial<Entry>) => void;
}

function By({ entry, set }: FieldProps) {
  const { t } = useWords();
  const grid = useGrid('reps').answer;
  const people = new Map(
    [...(grid?.imported ?? []), ...(grid?.typed ?? [])].map((row) => [row['rep_id'] ?? '', row['name'] ?? '']),
  );
  const items = [...people]
    .filter(([id]) => id !== '' && id !== entry.rep)
    .map(([id, name]) => ({ id, text: name || id }))
    .sort((a, b) => a.text.localeCompare(b.text));
  return (
    <div className="record-field">
      <span className="caption">{t('coverage.by')}</span>
      <Pick
        label={t('coverage.by')}
        items={items}
        selected={entry.by}
        onChange={(by) => set({ by })}
        empty={t('common.none')}
      />
    </div>
  );
}

function Programme({ entry, set }: FieldProps) {
  const { t } = useWords();
  const rows = useAsked('training-coverage').answer?.grid.rows ?? [];
  const items = rows.flatMap((row) => {
    const programme = textIn(row, 'programme');
    return programme === null ? [] : [{ id: programme, text: programme }];
  });
  return (
    <div className="record-field">
      <span className="caption">{t('training.programme')}</span>
      <Pick
        label={t('training.programme')}
        items={items}
        selected={entry.programme}
        onChange={(programme) => set({ programme })}
        empty={t('common.none')}
      />
    </div>
  );
}
