/** What belongs to the person and not to a workspace: language, kept here, and theme, which the shell keeps and the system shows. */
import { create } from 'zustand';
import { bridge } from '../engine';
import type { Locale } from '../i18n';

interface Preferences {
  readonly language: Locale;
  readonly dark: boolean;
}

const place = 'quarterdeck.language';

export const usePreferences = create<Preferences>(() => ({ language: readLanguage(), dark: false }));

export function setLanguage(language: Locale): void {
  localStorage.setItem(place, language);
  usePreferences.setState({ language });
}

/** Chooses light or dark from now on; the shell makes the system's preference follow. */
export async function setDark(dark: boolean): Promise<void> {
  usePreferences.setState({ dark });
  await bridge().setTheme(dark ? 'dark' : 'light');
}

/** Follows the preferred colour scheme, which is the person's choice or the system's; the answer ends it. */
export function followTheme(): () => void {
  const query = window.matchMedia('(prefers-color-scheme: dark)');
  const follow = (): void => usePreferences.setState({ dark: query.matches });
  follow();
  query.addEventListener('change', follow);
  return () => query.removeEventListener('change', follow);
}

function readLanguage(): Locale {
  const kept = localStorage.getItem(place);
  if (kept === 'en' || kept === 'ms') return kept;
  return navigator.language.startsWith('ms') ? 'ms' : 'en';
}
