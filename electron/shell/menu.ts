import { Menu, app } from 'electron';
import type { MenuItemConstructorOptions, WebContents } from 'electron';
import { z } from 'zod';
import type { MenuCommand, MenuWords } from '../contract';
import { devServer } from './origin';

const word = z.string().min(1).max(80);

export const menuWords: z.ZodType<MenuWords> = z.strictObject({
  file: word,
  newWorkspace: word,
  openWorkspace: word,
  openSample: word,
  importFiles: word,
  importFolder: word,
  exportReview: word,
  closeWindow: word,
  quit: word,
  edit: word,
  undo: word,
  redo: word,
  cut: word,
  copy: word,
  paste: word,
  selectAll: word,
  search: word,
  view: word,
  actualSize: word,
  zoomIn: word,
  zoomOut: word,
  fullScreen: word,
  hide: word,
  hideOthers: word,
  help: word,
  keyboard: word,
  about: word,
});

type Item = MenuItemConstructorOptions;
type Commands = (label: string, command: MenuCommand, accelerator?: string, more?: Item) => Item;

const isMac = process.platform === 'darwin';
const line: Item = { type: 'separator' };

/** Sets the menus in these words; an item that is not the system's own sends its command to the page. */
export function setMenu(words: MenuWords, page: WebContents): void {
  const item: Commands = (label, command, accelerator, more = {}) => ({
    label,
    ...(accelerator ? { accelerator } : {}),
    ...more,
    click: () => page.isDestroyed() || page.send('menu-command', command),
  });
  const menus = [fileMenu(words, item), editMenu(words, item), viewMenu(words), helpMenu(words, item)];
  Menu.setApplicationMenu(Menu.buildFromTemplate(isMac ? [programMenu(words, item), ...menus] : menus));
  page.removeAllListeners('context-menu');
  page.on('context-menu', (_event, { isEditable, selectionText }) => {
    if (isEditable || selectionText) editingMenu(words, isEditable).popup();
  });
}

// The menu of a right click in a field or on selected text, where the page shows none of its own.
function editingMenu(words: MenuWords, isEditable: boolean): Menu {
  const copy: Item = { role: 'copy', label: words.copy };
  const field: Item[] = [{ role: 'cut', label: words.cut }, copy, { role: 'paste', label: words.paste }];
  return Menu.buildFromTemplate(isEditable ? [...field, line, { role: 'selectAll', label: words.selectAll }] : [copy]);
}

function programMenu(words: MenuWords, item: Commands): Item {
  const hide: Item[] = [
    { role: 'hide', label: words.hide },
    { role: 'hideOthers', label: words.hideOthers },
  ];
  return {
    label: app.name,
    submenu: [item(words.about, 'about'), line, ...hide, line, { role: 'quit', label: words.quit }],
  };
}

function fileMenu(words: MenuWords, item: Commands): Item {
  const last: Item = isMac ? { role: 'close', label: words.closeWindow } : { role: 'quit', label: words.quit };
  return {
    label: words.file,
    submenu: [
      item(words.newWorkspace, 'new-workspace', 'CmdOrCtrl+N'),
      item(words.openWorkspace, 'open-workspace', 'CmdOrCtrl+O'),
      item(words.openSample, 'open-sample'),
      line,
      item(words.importFiles, 'import-files', 'CmdOrCtrl+I'),
      item(words.importFolder, 'import-folder'),
      line,
      item(words.exportReview, 'export-review', 'CmdOrCtrl+E'),
      line,
      last,
    ],
  };
}

// The page owns these keys, because in a text field they mean the field's own undo; the menu only shows them.
const shownOnly: Item = { registerAccelerator: false };

function editMenu(words: MenuWords, item: Commands): Item {
  return {
    label: words.edit,
    submenu: [
      item(words.undo, 'undo', 'CmdOrCtrl+Z', shownOnly),
      item(words.redo, 'redo', isMac ? 'Shift+Cmd+Z' : 'Ctrl+Y', shownOnly),
      line,
      { role: 'cut', label: words.cut },
      { role: 'copy', label: words.copy },
      { role: 'paste', label: words.paste },
      { role: 'selectAll', label: words.selectAll },
      line,
      item(words.search, 'search', 'CmdOrCtrl+K', shownOnly),
    ],
  };
}

function viewMenu(words: MenuWords): Item {
  const forDevelopment: Item[] = devServer ? [line, { role: 'reload' }, { role: 'toggleDevTools' }] : [];
  return {
    label: words.view,
    submenu: [
      { role: 'resetZoom', label: words.actualSize },
      { role: 'zoomIn', label: words.zoomIn },
      { role: 'zoomOut', label: words.zoomOut },
      line,
      { role: 'togglefullscreen', label: words.fullScreen },
      ...forDevelopment,
    ],
  };
}

function helpMenu(words: MenuWords, item: Commands): Item {
  const about = isMac ? [] : [item(words.about, 'about')];
  return { label: words.help, submenu: [item(words.keyboard, 'keyboard', 'F1', shownOnly), ...about] };
}
