import type { FileMap, LoadPlan, OpenQuestion } from '../../../../electron/contract';
import type { Words } from '../../../i18n';
import { confirmShown, decide, mapKey, useLoad } from '../../../state/load';
import { useSqlTables } from '../../../state/reads';
import { Button } from '../../../ui/button';
import { Block } from '../../../ui/empty';
import { IconAsk } from '../../../ui/icons';
import { Pick } from '../../../ui/pick';
import { useWords } from '../../../ui/words';
import { choiceName } from './choice-name';
import { exits, rungs } from '../../../state/ladder';
import { filesWithStages } from './ladder';
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
  const isPlanning = useLoad((store) => store.phase === 'planning');
  const choices = useChoices(question);
  if (!plan) return null;
  const name = (choice: string): string => choiceText(question, choice, words);
  const answer = (choice: string): void => void decide(answersOf(question, choice, plan));
  const confirm = (): void => void confirmShown(plan, answersOf(question, '', plan));
  const ends = question.kind === 'stages' && question.subject === '';
  return (
    <Block
      tone="warn"
      icon={<IconAsk size={16} aria-hidden />}
      title={ends ? t('ask.stagesAll') : t(`ask.${question.kind}`, { subject: question.subject })}
      actions={
        <>
          {ends && (
            <Button refused={isPlanning ? t('load.reading') : undefined} onPress={confirm}>
              {t('common.yes')}
            </Button>
          )}
          {question.suggested !== null && (
            <Button onPress={() => answer(question.suggested ?? '')}>{name(question.suggested)}</Button>
          )}
          {question.mayBeLeft && question.kind === 'table' && (
            <Button onPress={() => answer('')}>{t('load.leaveOut')}</Button>
          )}
          {choices.length > 1 && (
            <Pick
              label={t('common.change')}
              items={choices.map((id) => ({ id, text: name(id) }))}
              selected={question.suggested ?? ''}
              empty={t('common.choose')}
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

// A question without choices of its own may be answered with anything of its kind.
function useChoices({ kind, subject, choices }: OpenQuestion): readonly string[] {
  const { answer: tables = [] } = useSqlTables(kind === 'table' && choices.length === 0);
  if (choices.length > 0) return choices;
  if (kind === 'stages' && subject !== '') return [...rungs, ...exits];
  return kind === 'table' ? tables.flatMap(({ name }) => (name.includes('.') ? [] : [name])) : [];
}

function choiceText({ kind }: OpenQuestion, choice: string, words: Words): string {
  if (choice !== '') return choiceName(kind, choice, words);
  return words.t(kind === 'alias' ? 'ask.notTheSame' : 'load.keepExtra');
}

function endsText(plan: LoadPlan, { t }: Words): string {
  const named = (targets: readonly string[]): string =>
    plan.stages
      .filter((stage) => stage.target !== null && targets.includes(stage.target))
      .map((stage) => stage.stage)
      .join(', ') || t('load.nobody');
  return t('load.endsNote', { won: named(['won', 'paid']), lost: named(['lost', 'no_decision', 'disqualified']) });
}

/** The decisions that answer a question with one of its choices, by the key of each file they are about. */
export function answersOf(question: OpenQuestion, choice: string, plan: LoadPlan): Readonly<Record<string, FileMap>> {
  const decision = answered(question, choice, plan);
  const keys = question.kind === 'stages' ? filesWithStages(plan) : keysOf(question, plan);
  return Object.fromEntries(keys.map((key) => [key, decision] as const));
}

// A question names a file; of a file with parts those are meant that have what it asks about.
function keysOf(question: OpenQuestion, plan: LoadPlan): readonly string[] {
  const named = plan.files.filter((file) => file.file === question.file || mapKey(file) === question.file);
  const having = named.filter(({ columns }) => columns.some(({ source }) => source === question.subject));
  const meant = having.length > 0 ? having : named;
  return meant.length > 0 ? meant.map(mapKey) : [question.file];
}

/** The decision about a file that answers a question with one of its choices. */
export function answered(question: OpenQuestion, choice: string, plan: LoadPlan): FileMap {
  switch (question.kind) {
    case 'table':
      return { table: choice === '' ? null : choice };
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
    case 'alias':
      return { aliases: { [question.table ?? 'products']: { [question.subject]: choice } } };
  }
}

function allStages(plan: LoadPlan): Record<string, string> {
  return Object.fromEntries(plan.stages.flatMap(({ stage, target }) => (target === null ? [] : [[stage, target]])));
}
