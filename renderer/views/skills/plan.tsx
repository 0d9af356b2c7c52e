import { useState } from 'react';
import { valueName } from '../../frame/names';
import type { Problem } from '../../engine';
import type { TypedRow } from '../../state/entered';
import { addTyped, useGrid } from '../../state/entered';
import { showView } from '../../state/question';
import { useAsOfDay } from '../../state/use-period';
import { useWorkspace } from '../../state/workspace';
import { Button } from '../../ui/button';
import { DayField } from '../../ui/date-range';
import { Dialog } from '../../ui/dialog';
import { Pick } from '../../ui/pick';
import { ProblemBlock } from '../../ui/problem';
import { useWords } from '../../ui/words';

/** What closes a gap: somebody to learn from, or one of the programmes meant for the skill. */
export type Step =
  | { readonly kind: 'mentoring'; readonly mentor: string }
  | { readonly kind: 'training'; readonly programmes: readonly string[] };

interface PlanProps {
  readonly rep: string;
  readonly skill: string;
  readonly mentor: string | null;
  readonly programmes: readonly string[];
}

/** The next step toward closing a gap, as buttons: each enters a row under People & programme, which undo takes back. */
export function Plan({ rep, skill, mentor, programmes }: PlanProps) {
  const { t } = useWords();
  const [step, setStep] = useState<Step | null>(null);
  const [entered, setEntered] = useState<{ readonly of: string; readonly what: string } | null>(null);
  const of = `${rep} ${skill}`;
  const closed = (what: string | null): void => {
    setStep(null);
    if (what !== null) setEntered({ of, what });
  };
  return (
    <div className="skills-plan">
      {mentor !== null && (
        <Button kind="primary" onPress={() => setStep({ kind: 'mentoring', mentor })}>
          {t('skills.planMentoring')}
        </Button>
      )}
      {programmes.length > 0 && (
        <Button onPress={() => setStep({ kind: 'training', programmes })}>
          {t(mentor === null ? 'skills.planTraining' : 'skills.trainingInstead')}
        </Button>
      )}
      {entered?.of === of && (
        <p className="caption" role="status">
          {t('skills.planned', { what: entered.what })}{' '}
          <Button kind="link" onPress={() => showView('people')}>
            {t('page.people')}
          </Button>
        </p>
      )}
      {step && <Enter rep={rep} skill={skill} step={step} onClose={closed} />}
    </div>
  );
}

interface EnterProps {
  readonly rep: string;
  readonly skill: string;
  readonly step: Step;
  /** With what was entered, null where nothing was. */
  readonly onClose: (what: string | null) => void;
}

function Enter({ rep, skill, step, onClose }: EnterProps) {
  const words = useWords();
  const { t } = words;
  const idOf = useIds();
  const [day, setDay] = useState(useAsOfDay());
  const [programme, setProgramme] = useState(step.kind === 'training' ? (step.programmes[0] ?? '') : '');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [saving, setSaving] = useState(false);
  const readOnly = useWorkspace((store) => store.workspace?.readOnly ?? false);
  const row = rowOf(step, { skill, programme, day, rep: idOf(rep), mentor: mentorIn(step, idOf) }, crypto.randomUUID());
  const unknown = row === null ? t('skills.planUnknown') : undefined;
  const refused = readOnly ? t('entered.readOnly') : saving ? t('entered.saving') : unknown;
  const about = { rep, skill: valueName(skill, words), mentor: step.kind === 'mentoring' ? step.mentor : '' };
  const title = t(`skills.${step.kind}Title`, about);
  const enter = async (): Promise<void> => {
    if (row === null) return;
    setSaving(true);
    const fault = await addTyped(step.kind === 'mentoring' ? 'coachings' : 'trainings', row);
    setSaving(false);
    setProblem(fault);
    if (fault === null) onClose(title);
  };
  return (
    <Dialog title={title} onClose={() => onClose(null)}>
      <div className="skills-enter">
        {step.kind === 'training' && (
          <Pick
            label={t('training.programme')}
            items={step.programmes.map((name) => ({ id: name, text: name }))}
            selected={programme}
            onChange={setProgramme}
          />
        )}
        <DayField label={t(`skills.${step.kind}On`)} value={day} onChange={setDay} />
        {problem && <ProblemBlock {...problem} onDismiss={() => setProblem(null)} />}
        <p className="caption">{t('skills.planNote')}</p>
        <Button kind="primary" onPress={() => void enter()} {...(refused !== undefined && { refused })}>
          {t('skills.planEnter')}
        </Button>
      </div>
    </Dialog>
  );
}

function mentorIn(step: Step, idOf: (name: string) => string | null): string | null {
  return step.kind === 'mentoring' ? idOf(step.mentor) : null;
}

// The key of somebody by name; null where the list of people does not have it, or has two.
function useIds(): (name: string) => string | null {
  const grid = useGrid('reps').answer;
  const people = [...(grid?.imported ?? []), ...(grid?.typed ?? [])];
  return (name) => {
    const found = new Set(people.flatMap((row) => (row['name'] === name ? (row['rep_id'] ?? []) : [])));
    const [id] = found;
    return found.size === 1 && id !== undefined ? id : null;
  };
}

/** What a planned step is made of; people by their keys, null where one is not known. */
export interface Planned {
  readonly skill: string;
  readonly programme: string;
  readonly day: string;
  readonly rep: string | null;
  readonly mentor: string | null;
}

/** The row of a planned step; null where somebody of it is not in the list of people. `id` is a key nothing else has. */
export function rowOf(step: Step, { skill, programme, day, rep, mentor }: Planned, id: string): TypedRow | null {
  if (rep === null || (step.kind === 'mentoring' && mentor === null)) return null;
  return step.kind === 'mentoring'
    ? { coaching_id: id, rep_id: rep, coach_id: mentor ?? '', at: day, topic: skill, kind: 'mentoring' }
    : { training_id: id, rep_id: rep, programme, enrolled_at: day };
}
