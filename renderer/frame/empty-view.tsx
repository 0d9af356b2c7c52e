import type { ReactNode } from 'react';
import { chooseFiles } from '../state/doors';
import type { ViewId } from '../state/question';
import { useQuestion } from '../state/question';
import { Empty } from '../ui/empty';
import { useWords } from '../ui/words';
import { Needed } from './needed';

// The list that brings most of a view to life, where it is not that of deals.
const mainList: Partial<Readonly<Record<ViewId, string>>> = {
  retention: 'orders',
  customers: 'orders',
  growth: 'referrals',
  targets: 'targets',
};

/** A view without anything to show, and what else leads on from there. */
export function EmptyView({ text, children }: { text: string; children?: ReactNode }) {
  return (
    <div className="view">
      <EmptyAnswer text={text} />
      {children}
    </div>
  );
}

/** What stands where a view's answer would: its name, the sentence that says which list would fill it, and the button for that. */
export function EmptyAnswer({ text }: { text: string }) {
  const { t } = useWords();
  const view = useQuestion((history) => history.asked.view);
  return (
    <>
      <ViewName />
      <Empty text={text} action={t('overview.emptyAction')} onAction={() => void chooseFiles()} />
      <Needed table={mainList[view] ?? 'opportunities'} />
    </>
  );
}

/** The view's name at its head, where there is no answer to stand there. */
export function ViewName() {
  const { t } = useWords();
  const view = useQuestion((history) => history.asked.view);
  return (
    <div className="answer-head">
      <h1>{t(`page.${view}`)}</h1>
    </div>
  );
}
