import { useWords } from '../../ui/words';

/** One real picture of what the product draws. */
export function Example() {
  const { t } = useWords();
  return (
    <figure className="start-example">
      <figcaption className="caption">{t('start.chart')}</figcaption>
    </figure>
  );
}
