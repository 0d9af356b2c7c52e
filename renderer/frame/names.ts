import type { Words } from '../i18n';

/** Name of a dimension; an imported extra column by its own name. */
export function dimensionName(dimension: string, { find }: Words): string {
  return find(`dimension.${dimension}`) ?? dimension.replace(/^x_/, '').replaceAll('_', ' ');
}

/** A value of a dimension as shown: the engine's own buckets in the person's language, all else as the data has it. */
export function valueName(value: string | null, { find, t }: Words): string {
  if (value === null || value === '') return t('label.Unknown');
  return find(`label.${value}`) ?? value;
}

/** Whether there is no figure because what it is counted from was never imported. */
export function isMissing(reason: string | null | undefined): boolean {
  return reason?.startsWith('missing') ?? false;
}

/** An event of a journey in words: a rung, an exit, or what else is followed. */
export function eventName(event: string, { find }: Words): string {
  return find(`label.${event}`) ?? find(`event.${event.replace(':', '_')}`) ?? event;
}

/** What a table holds, as the name of a list. */
export function listName(table: string, { find }: Words): string {
  return find(`list.${table}`) ?? table.replaceAll('_', ' ');
}

/** Why there is no figure, in words. */
export function reasonText(reason: string | null, { find, t }: Words): string {
  const [kind = '', table = ''] = (reason ?? '').split(':');
  if (kind === 'missing') return t('reason.missing', { table: find(`table.${table}`) ?? table.replaceAll('_', ' ') });
  return find(`reason.${kind}`) ?? t('common.missing');
}

/** A key with the control key of this system, `Ctrl K` or `⌘K`. */
export function controlKey(key: string): string {
  return navigator.userAgent.includes('Mac') ? `⌘${key}` : `Ctrl ${key}`;
}
