import { useLayoutEffect, useRef } from 'react';
import { EmptyView } from '../../frame/empty-view';
import { useChoice } from '../../state/choices';
import { rowsIn, useWorkspace } from '../../state/workspace';
import { useWords } from '../../ui/words';
import { Account } from './account';
import './customers.css';
import { isFocusLost } from '../../frame/page-focus';
import { Everybody } from './everybody';

/** Is every customer looked after: the list of all, and the page of one. */
export function Customers() {
  const { t } = useWords();
  const workspace = useWorkspace((store) => store.workspace);
  const [account] = useChoice('customers.account');
  useFocusFollowing(account);
  const there = ['orders', 'subscriptions', 'opportunities'].some((table) => rowsIn(workspace, table) > 0);
  if (there) return account === '' ? <Everybody /> : <Account account={account} />;
  return <EmptyView text={t('retention.empty')} />;
}

// Who came to a customer's page, or back to the list, by key goes on there: the row that was pressed is gone, and its focus with it.
function useFocusFollowing(account: string): void {
  const shown = useRef(account);
  useLayoutEffect(() => {
    if (shown.current === account) return;
    shown.current = account;
    if (!isFocusLost()) return;
    document.querySelector<HTMLElement>('.customers-back, .customers-lists .table-scroll')?.focus();
  }, [account]);
}
