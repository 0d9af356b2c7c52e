/** The window: the first screen until a workspace is open, the workbench from then on. */
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { bridge } from './engine';
import { DropAnywhere } from './frame/drop-anywhere';
import { useKeys } from './frame/keys';
import { menuWords } from './frame/menu-words';
import type { Words } from './i18n';
import { words } from './i18n';
import { usePreferences } from './state/preferences';
import { useWorkspace } from './state/workspace';
import { tellCutText } from './ui/cut-text';
import { WordsProvider } from './ui/words';
import { Start } from './views/start';

/** What is loaded after the first screen is painted. */
export interface Parts {
  readonly Workbench: () => ReactNode;
  /** What can be called up from anywhere. */
  readonly Around: () => ReactNode;
  /** The picture on the first screen. */
  readonly Example: () => ReactNode;
}

/** The page in the person's language; other words may be given in its place. Without its parts it is the first screen alone. */
export function App({ words: given, parts = null }: { words?: Words; parts?: Parts | null }) {
  const language = usePreferences((preferences) => preferences.language);
  const dark = usePreferences((preferences) => preferences.dark);
  const said = given ?? words(language);
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
  }, [language, dark]);
  useEffect(() => void bridge().setMenuWords(menuWords(said)), [said]);
  return (
    <WordsProvider words={said}>
      <I18nProvider locale={language === 'ms' ? 'ms-MY' : 'en-GB'}>
        <Window parts={parts} />
      </I18nProvider>
    </WordsProvider>
  );
}

// Keys and dropped files are heeded from the first moment; what they call up comes with the parts.
function Window({ parts }: { parts: Parts | null }) {
  useKeys();
  useEffect(() => tellCutText(document), []);
  const open = useWorkspace((store) => store.phase === 'open');
  return (
    <>
      {open && parts ? <parts.Workbench /> : <Start example={parts && <parts.Example />} />}
      {parts && <parts.Around />}
      <DropAnywhere />
    </>
  );
}
