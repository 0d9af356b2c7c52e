import { createContext, useContext } from 'react';
import type { ReactNode } from 'react';
import type { Words } from '../i18n';
import { words } from '../i18n';

const WordsContext = createContext<Words>(words('en'));

/** Gives every component below it the words of a language. */
export function WordsProvider({ words: value, children }: { words: Words; children: ReactNode }) {
  return <WordsContext.Provider value={value}>{children}</WordsContext.Provider>;
}

/** The words of the language on screen. */
export function useWords(): Words {
  return useContext(WordsContext);
}
