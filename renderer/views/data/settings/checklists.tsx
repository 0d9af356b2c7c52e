import { useState } from 'react';
import { useWords } from '../../../ui/words';
import { Typed } from './typed';

const prefix = 'checklist.';

/** The needs to record before a proposal, a list a product family. */
export function Checklists({
  settings,
  onChange,
}: {
  settings: Readonly<Record<string, string>>;
  onChange: (key: string, value: string) => void;
}) {
  const { t } = useWords();
  const [added, setAdded] = useState<readonly string[]>([]);
  const set = Object.keys(settings).flatMap((key) =>
    key.startsWith(prefix) && settings[key] !== '' ? [key.slice(prefix.length)] : [],
  );
  const families = [...new Set([...set, ...added])]
    .filter((family) => family !== '')
    .sort((a, b) => a.localeCompare(b));
  return (
    <section className="settings-group" aria-label={t('settings.checklists')}>
      <h2>{t('settings.checklists')}</h2>
      <p className="caption">{t('settings.checklistsNote')}</p>
      {['', ...families].map((family) => {
        const key = `${prefix}${family}`;
        const label = family === '' ? t('settings.checklistAny') : family;
        const value = settings[key] ?? '';
        return (
          <div key={family} className="settings-row">
            <span className="settings-label">{label}</span>
            <Typed
              key={value}
              label={label}
              value={value}
              kind={{ key }}
              onPut={(next) => (next === value ? undefined : onChange(key, next))}
            />
          </div>
        );
      })}
      <div className="settings-row">
        <span className="settings-label">{t('settings.checklistNew')}</span>
        <Typed
          key={added.length}
          label={t('settings.checklistNew')}
          value=""
          kind={{ key: 'family' }}
          onPut={(family) => (family === '' ? undefined : setAdded([...added, family]))}
        />
      </div>
    </section>
  );
}
