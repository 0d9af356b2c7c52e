import type { MessageArgs, Words } from '../../renderer/i18n';
import { words } from '../../renderer/i18n';

/** A test language that prints each key in brackets with its arguments, so that whatever stands outside of brackets was not said by words. */
export const brackets: Words = {
  locale: 'en',
  t: (key, args) => bracketed(key, args),
  find: (key, args) => (words('en').find(key) === null ? null : bracketed(key, args)),
};

function bracketed(key: string, args: MessageArgs = {}): string {
  return `[${[key, ...Object.values(args).map(String)].join(' ')}]`;
}

/** A text without its brackets and what is in them, nested ones too. */
export function outsideBrackets(text: string): string {
  // A chart cuts what is too long with an ellipsis, bracket and all.
  let rest = text.replaceAll(/\[[^\]]*(?:…|\.\.\.)/g, ' ');
  for (;;) {
    const next = rest.replaceAll(/\[[^[\]]*\]/g, ' ');
    if (next === rest) return rest;
    rest = next;
  }
}
