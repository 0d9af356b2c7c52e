import { useState } from 'react';
import { AnswerPlace } from '../../../frame/answer-place';
import { namesText } from '../../../frame/names-text';
import { Panel } from '../../../frame/panel';
import { useChoice } from '../../../state/choices';
import { showView } from '../../../state/question';
import { Button } from '../../../ui/button';
import { Pick } from '../../../ui/pick';
import { useFormat } from '../../../ui/use-format';
import { useWords } from '../../../ui/words';
import { TaskRow } from './task-row';
import type { CustomerKind, Task } from './tasks';
import { asideKey, customerKinds, tasksOf } from './tasks';
import type { Aside } from './use-aside';
import { customersIn, mostCustomers, useMissedCustomers } from './use-customers';

/** Customers listed at first, and how many more each time. */
const step = 12;

/** Customers nobody owns, touched or asked in the period: those with the most money first, and how many more there are. */
export function Customers({ aside }: { aside: Aside }) {
  const { t } = useWords();
  const [wanted, want] = useChoice('coverage.customers', ...customerKinds);
  const [paged, page] = useState({ of: wanted, shown: step });
  const shown = paged.of === wanted ? paged.shown : step;
  const asked = useMissedCustomers(wanted, pageOf(shown));
  const total = customersIn(asked.answer);
  const rows = asked.answer?.grid.rows ?? [];
  const tasks = tasksOf(rows, customerKinds, aside.keys, wanted);
  const listed = tasks.slice(0, shown);
  const more = total - (rows.length - tasks.length) - listed.length;
  return (
    <Panel
      title={t('coverage.customersTitle')}
      note={asked.answer && t('coverage.customersNote', { n: total })}
      stale={asked.stale}
      end={
        <Pick
          label={t('coverage.which')}
          items={customerKinds.map((kind) => ({
            id: kind,
            text: t('coverage.lacking', { what: t(`coverage.no_${kind}`) }),
          }))}
          selected={wanted}
          onChange={(id) => want(kindOf(id))}
        />
      }
    >
      <AnswerPlace answered={asked} isEmpty={() => false}>
        {({ currency }) =>
          listed.length === 0 ? (
            <p className="small quiet">{t('coverage.nobodyLeft')}</p>
          ) : (
            <>
              <div role="list" aria-label={t('coverage.customersTitle')}>
                {listed.map((task) => (
                  <CustomerLine key={task.id} task={task} currency={currency} aside={aside} />
                ))}
              </div>
              {more > 0 && (
                <Button kind="link" onPress={() => page({ of: wanted, shown: shown + step })}>
                  {t('common.more', { n: more })}
                </Button>
              )}
            </>
          )
        }
      </AnswerPlace>
    </Panel>
  );
}

function CustomerLine({ task, currency, aside }: { task: Task<CustomerKind>; currency: string; aside: Aside }) {
  const words = useWords();
  const { t } = words;
  const formats = useFormat();
  const [, open] = useChoice('customers.account');
  const show = (): void => {
    open(task.id);
    showView('customers');
  };
  const what = namesText(words)(task.lacking.map((kind) => t(`coverage.no_${kind}`)));
  return (
    <TaskRow
      said={task.subject}
      detail={t('coverage.lacking', { what })}
      money={formats.money(task.money, currency)}
      owner={task.owner}
      onAside={() => aside.put(task.lacking.map((kind) => asideKey(task.id, kind)))}
      actions={
        <Button kind="link" onPress={show}>
          {t('coverage.open')}
        </Button>
      }
    />
  );
}

// Asked for in hundreds, so that not every press asks; those set aside are among them.
function pageOf(shown: number): number {
  return Math.min(1_000, Math.ceil((shown + 1) / mostCustomers) * mostCustomers);
}

function kindOf(id: string): CustomerKind {
  return customerKinds.find((kind) => kind === id) ?? 'touch';
}
