import { locales } from '../i18n';
import { setDark, setLanguage, usePreferences } from '../state/preferences';
import { Button } from '../ui/button';
import { IconDark, IconLight } from '../ui/icons';
import { MenuButton } from '../ui/menu';
import { useWords } from '../ui/words';

/** The language in force; pressing it offers the others. */
export function LanguageButton() {
  const { t, locale } = useWords();
  return (
    <MenuButton
      label={t('frame.language')}
      button={
        <Button kind="icon" label={`${t('frame.language')}: ${t('frame.languageCode')}`}>
          {t('frame.languageCode')}
        </Button>
      }
      groups={[{ items: locales.map((id) => ({ id, text: t(`language.${id}`) })) }]}
      selected={[locale]}
      onChoose={(id) => setLanguage(id === 'ms' ? 'ms' : 'en')}
    />
  );
}

/** Turns the page light or dark. */
export function ThemeButton() {
  const { t } = useWords();
  const dark = usePreferences((preferences) => preferences.dark);
  const label = dark ? t('frame.light') : t('frame.dark');
  return (
    <Button kind="icon" label={label} tip={label} onPress={() => void setDark(!dark)}>
      {dark ? <IconDark size={16} aria-hidden /> : <IconLight size={16} aria-hidden />}
    </Button>
  );
}
