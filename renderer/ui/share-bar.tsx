import type { ReactNode } from 'react';
import './share-bar.css';

/** A share of a list as its figure and a bar from 0 to 1. */
export function ShareBar({ share, text }: { share: number; text: ReactNode }) {
  const width = `${Math.round(Math.max(0, Math.min(1, share)) * 100)}%`;
  return (
    <span className="share">
      <span className="share-figure">{text}</span>
      <span className="share-bar" aria-hidden>
        <i style={{ width }} />
      </span>
    </span>
  );
}
