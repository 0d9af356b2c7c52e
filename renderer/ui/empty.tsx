import type { ReactNode } from 'react';
import { Button } from './button';
import './blocks.css';

/** One sentence that says what would fill this place, and the button for it. */
export function Empty({ text, action, onAction }: { text: string; action?: string; onAction?: () => void }) {
  return (
    <div className="empty">
      <p>{text}</p>
      {action !== undefined && <Button onPress={() => onAction?.()}>{action}</Button>}
    </div>
  );
}

/** A tinted block: amber asks, red says what went wrong. */
export function Block({
  tone,
  icon,
  title,
  children,
  actions,
}: {
  tone: 'warn' | 'bad';
  icon?: ReactNode;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className={`block block-${tone}`} role={tone === 'bad' ? 'alert' : 'group'} aria-label={title}>
      {icon !== undefined && <span className="block-icon">{icon}</span>}
      <div className="block-text">
        <div className="block-title">{title}</div>
        {children}
        {actions !== undefined && <div className="block-actions">{actions}</div>}
      </div>
    </div>
  );
}

/** A line across the window that says what goes on. */
export function Bar({ text, actions }: { text: string; actions?: ReactNode }) {
  return (
    <div className="bar" role="status">
      <span>{text}</span>
      {actions}
    </div>
  );
}
