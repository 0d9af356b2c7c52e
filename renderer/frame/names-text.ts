import type { Words } from '../i18n';

/** Names put together in the language on screen: `Aisyah, Farid and Suresh`. */
export function namesText({ locale }: Words): (names: readonly string[]) => string {
  const list = new Intl.ListFormat(locale === 'ms' ? 'ms' : 'en-GB', { style: 'long', type: 'conjunction' });
  return (names) => list.format(names);
}
