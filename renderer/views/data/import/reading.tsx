import type { ReactNode } from 'react';
import { clearLoad, useLoad } from '../../../state/load';
import { IconFile } from '../../../ui/icons';
import { sizeText } from '../../../ui/size-text';
import { useFormat } from '../../../ui/use-format';
import { useWords } from '../../../ui/words';
import { Sureness, tileNote } from './planned';
import { partName } from './totals';
import { UnderWay } from './under-way';

/** The first look at files: what each was recognised as, while every line of them is still being read. */
export function Reading({ fault }: { fault: ReactNode }) {
  const { t } = useWords();
  const { seen } = useLoad();
  return (
    <div className="import">
      <div className="view import-view">
        <div className="answer-head" role="status">
          <h1>{t('load.reading')}</h1>
        </div>
        {fault}
        <Seen />
      </div>
      <UnderWay
        title={t('load.dryRun')}
        note={seen.length > 0 ? t('load.countsFollow') : t('load.dryRunNote')}
        label={t('load.reading')}
        onCancel={clearLoad}
      />
    </div>
  );
}

function Seen() {
  const words = useWords();
  const { t, locale } = words;
  const { count } = useFormat();
  const { files, seen } = useLoad();
  const waiting = files.filter(({ name }) => !seen.some(({ file }) => file === name));
  return (
    <ul className="import-seen" aria-label={t('load.files')}>
      {seen.map((file) => (
        <li key={partName(file)}>
          <IconFile size={16} strokeWidth={1.5} aria-hidden />
          <span className="tile-text">
            <span className="tile-name">{partName(file)}</span>
            <span className="tile-note">{tileNote(file, words)}</span>
            <span className="caption import-seen-columns">{file.columns.join(' · ')}</span>
          </span>
          <span className="tile-note num">
            <span>{sizeText(file.bytes, locale)}</span>
            <span>{t('load.columnsIn', { n: file.columns.length, count: count(file.columns.length) })}</span>
            <Sureness confidence={file.confidence} />
          </span>
        </li>
      ))}
      {waiting.map(({ name, stored }) => (
        <li key={stored} className="muted">
          <IconFile size={16} strokeWidth={1.5} aria-hidden />
          <span className="tile-name">{name}</span>
        </li>
      ))}
    </ul>
  );
}
