import { stopTaking, useTaking } from '../state/taking';
import { Button } from '../ui/button';
import { useWords } from '../ui/words';
import { useLonger } from './use-longer';

/** Past one second how far a list that is copied or saved has come, with a way to stop it; for a moment after, that it was copied. */
export function ListOnItsWay() {
  const { t } = useWords();
  const { taking, copied } = useTaking();
  const isLong = useLonger(taking?.since ?? null, 1_000);
  if (copied !== null)
    return (
      <span className="status-item num" role="status">
        {t('frame.copiedRows', { n: copied })}
      </span>
    );
  if (!taking || !isLong) return null;
  const { done, total } = taking.come ?? { done: 0, total: 0 };
  return (
    <span className="status-item num" role="group" aria-label={t('common.reading')}>
      <span
        role="progressbar"
        aria-label={t('common.reading')}
        aria-valuemin={0}
        aria-valuemax={total}
        {...(total > 0 && { 'aria-valuenow': done })}
      >
        {total > 0 ? t('frame.rowsRead', { done, total }) : t('common.reading')}
      </span>
      <Button kind="quiet" className="status-link" onPress={stopTaking}>
        {t('common.cancel')}
      </Button>
    </span>
  );
}
