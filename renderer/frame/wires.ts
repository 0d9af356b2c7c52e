/** The wires to the shell: the engine's port and its deaths, the theme, the menus' commands. */
import type { MenuCommand } from '../../electron/contract';
import { bridge, connectPort, disconnectEngine } from '../engine';
import { chooseFiles, chooseFolder, newByDialog, openByDialog, openSample, resume, takeOffer } from '../state/doors';
import { followTheme } from '../state/preferences';
import { keepNow, showView } from '../state/question';
import { redoStep, undoStep } from './review-keys';
import { show } from '../state/screen';
import { engineReturned, engineStopped, useWorkspace } from '../state/workspace';

/** Connects the page; once, at its start. */
export function connect(): void {
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    const [port] = event.ports;
    if (event.source !== window || event.data !== 'engine-port' || !port) return;
    connectPort(port);
    if (useWorkspace.getState().engine === 'stopped') void engineReturned();
  });
  bridge().onEngineState((state) => {
    if (state !== 'stopped') return;
    disconnectEngine();
    engineStopped();
  });
  bridge().onMenuCommand((command) => commands[command]());
  followTheme();
  window.addEventListener('pagehide', keepNow);
  void bridge().connectEngine();
  void resume();
}

const commands: Readonly<Record<MenuCommand, () => void>> = {
  'new-workspace': () => void newByDialog(),
  'open-workspace': () => void openByDialog(),
  'open-sample': () => void openSample(),
  'import-files': () => void chooseFiles(),
  'import-folder': () => void chooseFolder(),
  'export-review': () => showView('review'),
  undo: undoStep,
  redo: redoStep,
  search: () => show({ palette: true }),
  keyboard: () => show({ keys: true }),
  about: () => show({ about: true }),
  offer: () => void takeOffer(),
};
