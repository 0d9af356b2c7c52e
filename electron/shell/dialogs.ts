import { app, dialog } from 'electron';
import type { BrowserWindow, OpenDialogOptions } from 'electron';
import { basename, join } from 'node:path';
import { saveWhole } from './save-file';
import { workspaceExtension } from './workspaces';

type Chosen = NonNullable<OpenDialogOptions['properties']>;

async function choose(window: BrowserWindow, properties: Chosen): Promise<readonly string[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, { properties });
  return canceled ? [] : filePaths;
}

/** Files the person chooses; empty when cancelled. */
export function chooseFiles(window: BrowserWindow): Promise<readonly string[]> {
  return choose(window, ['openFile', 'multiSelections']);
}

/** One folder the person chooses; null when cancelled. */
export async function chooseFolder(window: BrowserWindow): Promise<string | null> {
  return (await choose(window, ['openDirectory']))[0] ?? null;
}

/** Place and name for a new workspace, with its extension; null when cancelled. */
export async function chooseNewWorkspace(window: BrowserWindow): Promise<string | null> {
  const defaultPath = join(app.getPath('documents'), `Sales${workspaceExtension}`);
  const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath, properties: ['createDirectory'] });
  if (canceled || !filePath) return null;
  return filePath.endsWith(workspaceExtension) ? filePath : filePath + workspaceExtension;
}

/** Writes the bytes, made once a place is chosen, where the person chooses; the file's name, null when cancelled. */
export async function saveAs(
  window: BrowserWindow,
  name: string,
  make: () => Uint8Array | Promise<Uint8Array>,
): Promise<string | null> {
  const defaultPath = join(app.getPath('documents'), basename(name));
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath,
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  if (canceled || !filePath) return null;
  await saveWhole(filePath, await make());
  return basename(filePath);
}
