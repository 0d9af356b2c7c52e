/** The page: policy first, then styles, the wires to the shell, and the workbench. */
import './trusted-types';
import '@fontsource-variable/inter/opsz.css';
import './tokens.css';
import './app.css';
import './frame/frame.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { connect } from './frame/wires';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no root');
connect();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
