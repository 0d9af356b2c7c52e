import type { KeyboardEvent, ReactNode } from 'react';
import { Button } from '../../../ui/button';
import { IconClose } from '../../../ui/icons';
import { useWords } from '../../../ui/words';

interface TaskRowProps {
  readonly said: string;
  readonly detail: string;
  readonly money?: string;
  readonly owner?: string | null | undefined;
  readonly actions: ReactNode;
  readonly onAside?: () => void;
}

/** One task: about whom and what, whose it is, what can be done; `X` sets it aside. */
export function TaskRow({ said, detail, money, owner, actions, onAside }: TaskRowProps) {
  const { t } = useWords();
  const pressed = (event: KeyboardEvent): void => {
    if (!onAside || (event.key !== 'x' && event.key !== 'X')) return;
    event.preventDefault();
    onAside();
  };
  return (
    <div className="task-row" role="listitem" onKeyDown={pressed}>
      <span className="task-text">
        <span className="task-said">{said}</span>
        <span className="caption">{detail}</span>
      </span>
      <span className="task-owner small">{owner === null ? t('coverage.nobodysTask') : owner}</span>
      <span className="task-money num">{money}</span>
      <span className="task-actions">{actions}</span>
      {onAside && (
        <Button
          kind="icon"
          label={t('coverage.setAside', { subject: said })}
          tip={t('overview.setAside')}
          onPress={onAside}
          aria-keyshortcuts="X"
        >
          <IconClose size={12} aria-hidden />
        </Button>
      )}
    </div>
  );
}
