import type { KeyboardEvent, ReactNode } from 'react';
import type { Explained } from '../state/screen';
import './picture.css';
import { addToDeck } from './review-keys';

/** While the focus is within, `R` adds this answer to the review, and not what the view says as a whole. */
export function Addable({ explained, children }: { explained: Explained | undefined; children: ReactNode }) {
  const onKeyDown = (event: KeyboardEvent): void => {
    const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea') !== null;
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!explained || typing || !plain || event.key.toLowerCase() !== 'r') return;
    event.preventDefault();
    event.stopPropagation();
    addToDeck(explained);
  };
  return (
    <div className="addable" onKeyDown={onKeyDown}>
      {children}
    </div>
  );
}
