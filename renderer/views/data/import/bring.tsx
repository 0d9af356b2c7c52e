import type { ReactNode } from 'react';
import { Loaded } from './loaded';
import { chooseFiles, chooseFolder } from '../../../state/doors';
import { Button } from '../../../ui/button';
import { IconUpload } from '../../../ui/icons';
import { useWords } from '../../../ui/words';
import { Sources } from './sources';

/** Nothing chosen yet: the place to drop files, and what was imported before. */
export function Bring({ fault }: { fault: ReactNode }) {
  const { t } = useWords();
  return (
    <div className="view">
      <Loaded />
      {fault}
      <div className="drop-zone import-drop">
        <IconUpload size={20} strokeWidth={1.5} aria-hidden />
        <h2>{t('start.drop')}</h2>
        <p className="quiet">{t('start.kinds')}</p>
        <div className="drop-actions">
          <Button kind="primary" onPress={() => void chooseFiles()}>
            {t('start.chooseFiles')}
          </Button>
          <Button onPress={() => void chooseFolder()}>{t('start.chooseFolder')}</Button>
        </div>
      </div>
      <p className="caption import-note">{t('start.note')}</p>
      <Sources />
    </div>
  );
}
