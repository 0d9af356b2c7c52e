import type { MenuWords } from '../../electron/contract';
import type { Words } from '../i18n';

/** Labels of the menus in a language; the main process holds none. */
export function menuWords({ t }: Words): MenuWords {
  return {
    file: t('menu.file'),
    newWorkspace: t('command.new'),
    openWorkspace: t('command.open'),
    openSample: t('command.sample'),
    importFiles: t('command.importFiles'),
    importFolder: t('command.importFolder'),
    exportReview: t('menu.exportReview'),
    closeWindow: t('menu.closeWindow'),
    quit: t('menu.quit'),
    edit: t('menu.edit'),
    undo: t('frame.undo'),
    redo: t('frame.redo'),
    cut: t('menu.cut'),
    copy: t('common.copy'),
    paste: t('menu.paste'),
    selectAll: t('menu.selectAll'),
    search: t('frame.search'),
    view: t('menu.view'),
    actualSize: t('menu.actualSize'),
    zoomIn: t('menu.zoomIn'),
    zoomOut: t('menu.zoomOut'),
    fullScreen: t('menu.fullScreen'),
    hide: t('menu.hide'),
    hideOthers: t('menu.hideOthers'),
    help: t('menu.help'),
    keyboard: t('command.keys'),
    about: t('menu.about'),
  };
}
