import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { RecentWorkspace } from '../../../electron/contract';
import { Logo } from '../../frame/logo';
import { controlKey } from '../../frame/names';
import { LanguageButton, ThemeButton } from '../../frame/person-buttons';
import {
  chooseFiles,
  chooseFolder,
  enter,
  forgetWorkspace,
  openByDialog,
  openSample,
  recentWorkspaces,
} from '../../state/doors';
import { refuseFiles, useLoad } from '../../state/load';
import { dismissProblem, useWorkspace } from '../../state/workspace';
import { Button } from '../../ui/button';
import { IconClose, IconFolder, IconOffline, IconRun, IconUpload } from '../../ui/icons';
import { ProblemBlock } from '../../ui/problem';
import { useWords } from '../../ui/words';
import './start.css';

/** No workspace open: the promise at the left, with a picture once there is one, the ways in at the right. */
export function Start({ example }: { example: ReactNode }) {
  return (
    <div className="start">
      <Promise example={example} />
      <Ways />
    </div>
  );
}

function Promise({ example }: { example: ReactNode }) {
  const { t } = useWords();
  return (
    <aside className="start-promise">
      <Logo size={48} />
      <h1>{t('start.promiseHead')}</h1>
      <p>{t('start.promise')}</p>
      <figure className="start-example">
        <div className="start-picture">{example}</div>
        <figcaption className="caption">{t('start.chart')}</figcaption>
      </figure>
      <p className="start-offline small">
        <IconOffline size={14} aria-hidden />
        {t('start.offline')}
      </p>
    </aside>
  );
}

function Ways() {
  const { t } = useWords();
  const opening = useWorkspace((store) => store.phase === 'opening');
  return (
    <main className={`start-ways ${opening ? 'stale' : ''}`} aria-busy={opening}>
      <div className="start-head">
        <h2>{t('start.title')}</h2>
        <span className="top-group">
          <LanguageButton />
          <ThemeButton />
        </span>
      </div>
      <Faults />
      <div className="drop-zone">
        <IconUpload size={20} strokeWidth={1.5} aria-hidden />
        <div className="title">{t('start.drop')}</div>
        <p className="quiet">{t('start.kinds')}</p>
        <div className="drop-actions">
          <Button kind="primary" onPress={() => void chooseFiles()}>
            {t('start.chooseFiles')}
          </Button>
          <Button onPress={() => void chooseFolder()}>{t('start.chooseFolder')}</Button>
        </div>
      </div>
      <p className="caption">{t('start.note')}</p>
      <h2>{t('start.lookAround')}</h2>
      <div className="start-row start-sample">
        <div>
          <div className="start-name">{t('start.sample')}</div>
          <div className="caption">{t('start.sampleNote')}</div>
        </div>
        <Button onPress={() => void openSample()}>
          <IconRun size={14} aria-hidden />
          {t('start.openSample')}
        </Button>
      </div>
      <Recent />
      <Button kind="quiet" className="start-another" onPress={() => void openByDialog()}>
        <IconFolder size={14} aria-hidden />
        {t('start.openAnother')}
        <kbd>{controlKey('O')}</kbd>
      </Button>
      <p className="start-foot caption">
        {t('frame.product')} · {t('start.languages')}
      </p>
    </main>
  );
}

function Faults() {
  const opened = useWorkspace((store) => store.problem);
  const brought = useLoad((store) => store.problem);
  return (
    <>
      {opened && <ProblemBlock {...opened} onDismiss={dismissProblem} />}
      {brought && <ProblemBlock {...brought} onDismiss={() => refuseFiles(null)} />}
    </>
  );
}

// Left out while there are none, not shown empty.
function Recent() {
  const { t } = useWords();
  const [recent, setRecent] = useState<readonly RecentWorkspace[]>([]);
  useEffect(() => {
    let here = true;
    void recentWorkspaces().then((found) => here && setRecent(found));
    return () => {
      here = false;
    };
  }, []);
  if (recent.length === 0) return null;
  const forget = (folder: string): void => {
    setRecent(recent.filter((entry) => entry.folder !== folder));
    forgetWorkspace(folder);
  };
  return (
    <>
      <h2>{t('start.recent')}</h2>
      <ul className="start-recent">
        {recent.map(({ folder, name }) => (
          <li key={folder} className="start-row">
            <button type="button" className="start-open" onClick={() => void enter(folder)}>
              <span className="start-name">{name}</span>
              <span className="start-folder small">
                <bdi>{folder}</bdi>
              </span>
            </button>
            <Button kind="icon" label={t('start.forget', { name })} onPress={() => forget(folder)}>
              <IconClose size={14} aria-hidden />
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
