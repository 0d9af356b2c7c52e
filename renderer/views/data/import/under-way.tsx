import { Button } from '../../../ui/button';
import { useWords } from '../../../ui/words';
import { ProgressBar } from './progress';

/** The foot of the import while something is under way: what it is, a line about it, how far it has come, and the way to stop it. */
export function UnderWay({
  title,
  note,
  label,
  onCancel,
}: {
  title: string;
  note: string;
  /** Name of the progress bar. */
  label: string;
  onCancel: () => void;
}) {
  const { t } = useWords();
  return (
    <div className="dry-run" role="group" aria-label={t('load.dryRun')}>
      <div className="dry-title">
        <div className="start-name">{title}</div>
        <div className="caption">{note}</div>
      </div>
      <ProgressBar label={label} />
      <div className="dry-actions">
        <Button onPress={onCancel}>{t('common.cancel')}</Button>
      </div>
    </div>
  );
}
