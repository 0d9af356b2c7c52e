/** The page: policy first, then styles, the wires to the shell, the first screen, and once that is painted the rest. */
import './trusted-types';
import '@fontsource-variable/inter/opsz.css';
import './tokens.css';
import './app.css';
import './frame/frame.css';
import './forced-colors.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Parts } from './app';
import { App } from './app';
import { connect } from './frame/wires';
import { whenPainted } from './frame/when-painted';
import { useWorkspace } from './state/workspace';

const place = document.getElementById('root');
if (!place) throw new Error('the page has no root');
const root = createRoot(place);

function show(parts: Parts | null): void {
  root.render(
    <StrictMode>
      <App parts={parts} />
    </StrictMode>,
  );
}

let completing: Promise<void> | undefined;

function complete(): void {
  completing ??= import('./workbench').then(({ parts }) => show(parts));
}

connect();
show(null);
whenPainted(complete);
// Whoever opens a workspace before that needs the rest at once.
useWorkspace.subscribe(({ phase }) => phase !== 'none' && complete());
