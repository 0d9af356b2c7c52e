import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge } from './contract';

function call<K extends keyof Bridge>(name: K): Bridge[K] {
  return ((...args: unknown[]) => ipcRenderer.invoke(name, ...args)) as Bridge[K];
}

function listen<T>(channel: string, listener: (value: T) => void): () => void {
  const pass = (_event: unknown, value: T): void => listener(value);
  ipcRenderer.on(channel, pass);
  return () => void ipcRenderer.off(channel, pass);
}

const bridge: Bridge = {
  platform: process.platform,
  onEngineState: (listener) => listen('engine-state', listener),
  onMenuCommand: (listener) => listen('menu-command', listener),
  offerDropped: (files) =>
    ipcRenderer.invoke(
      'offerDropped',
      files.map((file) => webUtils.getPathForFile(file)),
    ),
  connectEngine: call('connectEngine'),
  openWorkspaceDialog: call('openWorkspaceDialog'),
  newWorkspaceDialog: call('newWorkspaceDialog'),
  workspaceOpened: call('workspaceOpened'),
  openWorkspace: call('openWorkspace'),
  recentWorkspaces: call('recentWorkspaces'),
  forgetRecent: call('forgetRecent'),
  sampleWorkspace: call('sampleWorkspace'),
  ownWorkspace: call('ownWorkspace'),
  importSample: call('importSample'),
  chooseFiles: call('chooseFiles'),
  chooseFolder: call('chooseFolder'),
  offer: call('offer'),
  importOffered: call('importOffered'),
  saveFile: call('saveFile'),
  savePdf: call('savePdf'),
  openExternal: call('openExternal'),
  setMenuWords: call('setMenuWords'),
  theme: call('theme'),
  setTheme: call('setTheme'),
};

ipcRenderer.on('engine-port', (event) => window.postMessage('engine-port', '/', event.ports));
contextBridge.exposeInMainWorld('quarterdeck', bridge);
