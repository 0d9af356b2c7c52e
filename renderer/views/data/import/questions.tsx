import type { FileMap, ImportMap, LoadPlan, OpenQuestion } from '../../../../electron/contract';
import type { Words } from '../../../i18n';
import { decide, useLoad } from '../../../state/load';
import { Button } from '../../../ui/button';
import { Block } from '../../../ui/empty';
import { IconAsk } from '../../../ui/icons';
import { Pick } from '../../../ui/pick';
import { useWords } from '../../../ui/words';
import { choiceName } from './choice-name';
import { questionKey } from './totals';

/** What needs an answer before the load may go on; columns ask in their own row. */
export function Questions({ questions }: { questions: readonly OpenQuestion[] }) {
  const asked = questions.filter((question) => question.kind !== 'column');
  return (
    <>
      {asked.map((question) => (
        <div key={questionKey(question)} data-question>
          <QuestionBlock question={question} />
        </div>
      ))}
    </>
  );
}

function QuestionBlock({ question }: { question: OpenQuestion }) {
  const words = useWords();
  const { t } = words;
  const plan = useLoad((store) => store.plan);
  const map = useLoad((store) => store.map);
  if (!plan) return null;
  const name = (choice: string): string => choiceName(question.kind, choice, words);
  const answer = (choice: string): void => void decide(question.file, answered(question, choice, plan, map));
  const suggested = question.suggested ?? question.choices[0] ?? '';
  const ends = question.kind === 'stages' && question.choices.length === 0;
  return (
    <Block
      tone="warn"
      icon={<IconAsk size={16} aria-hidden />}
      title={ends ? t('ask.stagesAll') : t(`ask.${question.kind}`, { subject: question.subject })}
      actions={
        <>
          {(ends || suggested !== '') && (
            <Button onPress={() => answer(suggested)}>{ends ? t('common.yes') : name(suggested)}</Button>
          )}
          {question.choices.length > 1 && (
            <Pick
              label={t('common.change')}
              items={question.choices.map((id) => ({ id, text: name(id) }))}
              selected={suggested}
              onChange={answer}
            />
          )}
        </>
      }
    >
      {ends ? endsText(plan, words) : t('ask.in', { file: question.file })}
    </Block>
  );
}

function endsText(plan: LoadPlan, { t }: Words): string {
  const named = (targets: readonly string[]): string =>
    plan.stages
      .filter((stage) => stage.target !== null && targets.includes(stage.target))
      .map((stage) => stage.stage)
      .join(', ') || t('load.nobody');
  return t('load.endsNote', { won: named(['won', 'paid']), lost: named(['lost', 'no_decision', 'disqualified']) });
}

/** The decision about a file that answers a question with one of its choices. */
export function answered(question: OpenQuestion, choice: string, plan: LoadPlan, map: ImportMap): FileMap {
  switch (question.kind) {
    case 'table':
      return { table: choice };
    case 'column':
      return { columns: { [question.subject]: choice === '' ? null : choice } };
    case 'dates':
      return choice === 'ymd' || choice === 'dmy' || choice === 'mdy' ? { date_order: choice } : {};
    case 'numbers':
      return choice === '.' || choice === ',' ? { decimal: choice } : {};
    case 'percent':
      return choice === 'ratio' || choice === 'points' ? { percent: choice } : {};
    case 'currency':
      return { currency: choice };
    case 'time_zone':
      return { time_zone: choice };
    case 'stages':
      return { stages: choice === '' ? allStages(plan) : { [question.subject]: choice } };
    case 'alias': {
      const before = map[question.file]?.aliases?.['products'] ?? {};
      return { aliases: { products: { ...before, [question.subject]: choice } } };
    }
  }
}

function allStages(plan: LoadPlan): Record<string, string> {
  return Object.fromEntries(plan.stages.flatMap(({ stage, target }) => (target === null ? [] : [[stage, target]])));
}
