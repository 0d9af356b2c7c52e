import type { KeyboardEvent } from 'react';
import './button.css';

/** Pages of one view as a row of words; arrow keys move along it. They lead somewhere else, so they are navigation and no tab list. */
export function Tabs<Id extends string>({
  label,
  items,
  current,
  onChange,
}: {
  label: string;
  items: readonly { readonly id: Id; readonly text: string }[];
  current: Id;
  onChange: (id: Id) => void;
}) {
  return (
    <nav aria-label={label} className="tabs" onKeyDown={walk}>
      {items.map((item) => (
        <button
          key={item.id}
          type="button"
          className="tab"
          aria-current={item.id === current ? 'page' : undefined}
          onClick={() => onChange(item.id)}
        >
          {item.text}
        </button>
      ))}
    </nav>
  );
}

function walk(event: KeyboardEvent<HTMLElement>): void {
  const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  if (by === 0) return;
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.findIndex((button) => button === document.activeElement);
  buttons[(at + by + buttons.length) % buttons.length]?.focus();
}
