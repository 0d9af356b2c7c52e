import { useWords } from '../ui/words';

/** Stands where a list will be once it is read. */
export function Reading() {
  const { t } = useWords();
  return (
    <p className="small quiet" role="status">
      {t('common.reading')}
    </p>
  );
}
