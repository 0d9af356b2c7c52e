import { contextBridge, ipcRenderer } from 'electron';

ipcRenderer.on('port', (event) => window.postMessage('port', '*', event.ports));
contextBridge.exposeInMainWorld('report', (result: unknown) => ipcRenderer.send('report', result));
