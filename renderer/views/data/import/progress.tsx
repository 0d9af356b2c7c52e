import { useLoad } from '../../../state/load';
import { sizeText } from '../../../ui/size-text';
import { useWords } from '../../../ui/words';

/** How far the load or its dry run has come, as a bar and in bytes. */
export function ProgressBar({ label }: { label: string }) {
  const { t, locale } = useWords();
  const progress = useLoad((store) => store.progress);
  const share = progress && progress.total > 0 ? progress.done / progress.total : null;
  return (
    <>
      <div
        className="dry-progress"
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        {...(share !== null && { 'aria-valuenow': Math.round(share * 100) })}
      >
        <span style={{ '--share': share ?? 0 }} />
      </div>
      <div className="dry-note dry-kept small num">
        {progress?.unit === 'bytes' &&
          t('load.loading', {
            file: progress.file,
            done: sizeText(progress.done, locale),
            total: sizeText(progress.total, locale),
          })}
      </div>
    </>
  );
}
