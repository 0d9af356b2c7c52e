import { useState } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import { addTyped } from '../../../state/entered';
import { useAsOfDay } from '../../../state/use-period';
import { useWorkspace } from '../../../state/workspace';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { useFormat } from '../../../ui/use-format';
import { useWords } from '../../../ui/words';
import { ProblemBlock } from '../../../ui/problem';
import type { Problem } from '../../../engine';
import type { Thanked } from './candidates';

/** Records a thank-you: for what and on which day. It counts at once, and undo takes it back. */
export function Thank({
  person,
  note,
  onClose,
}: {
  person: Thanked;
  note: string;
  onClose: (recorded: boolean) => void;
}) {
  const { t } = useWords();
  const { date } = useFormat();
  const asOf = useAsOfDay();
  const readOnly = useWorkspace((store) => store.workspace?.readOnly ?? false);
  const [day, setDay] = useState(asOf);
  const [text, setText] = useState(note);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [saving, setSaving] = useState(false);
  const wrong = !isDay(day) || day > asOf ? t('recognition.wrongDay', { day: date(asOf) }) : undefined;
  const refused = readOnly ? t('entered.readOnly') : saving ? t('entered.saving') : wrong;
  const record = async (): Promise<void> => {
    setSaving(true);
    const row = { rep_id: person.repId, at: day, kind: 'thanks', ...(text.trim() !== '' && { note: text.trim() }) };
    const fault = await addTyped('recognitions', row);
    setSaving(false);
    if (fault) return setProblem(fault);
    onClose(true);
  };
  return (
    <Dialog title={t('recognition.dialog', { rep: person.rep })} onClose={() => onClose(false)}>
      <div className="thanks-form">
        {problem && <ProblemBlock {...problem} />}
        <TextField className="assumption" value={text} onChange={setText} maxLength={500}>
          <Label className="caption">{t('recognition.note')}</Label>
          <Input className="assumption-input thanks-note" autoFocus />
        </TextField>
        <TextField className="assumption" value={day} onChange={setDay} isInvalid={wrong !== undefined}>
          <Label className="caption">{`${t('recognition.on')}, ${t('recognition.onHint', { day: date(asOf) })}`}</Label>
          <Input className="assumption-input num" />
        </TextField>
        <div>
          <Button kind="primary" onPress={() => void record()} {...(refused !== undefined && { refused })}>
            {t('recognition.record')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
