import type { ReactNode } from 'react';
import './panel.css';

/** A part of a view: its title, a grey qualifier on the same line, what may be switched at the right, and its content. */
export function Panel({
  title,
  note,
  end,
  stale = false,
  className = '',
  children,
}: {
  title: string;
  note?: string | undefined;
  end?: ReactNode;
  stale?: boolean;
  className?: string;
  children: ReactNode;
}) {
  return (
    <section className={`panel ${stale ? 'stale' : ''} ${className}`} aria-label={title}>
      <div className="panel-head">
        <h2>{title}</h2>
        {note !== undefined && <span className="small">{note}</span>}
        {end !== undefined && <span className="end panel-end">{end}</span>}
      </div>
      {children}
    </section>
  );
}
