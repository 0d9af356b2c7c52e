import { periodName } from './period-name';
import { comparedPeriod, useAskedPeriod } from '../state/use-period';
import { change, comparisonKinds, useQuestion } from '../state/question';
import { Button } from '../ui/button';
import { IconOpen } from '../ui/icons';
import { MenuButton } from '../ui/menu';
import { useWords } from '../ui/words';

/** What the period is compared with; several at once. */
export function Comparisons() {
  const words = useWords();
  const { t } = words;
  const comparisons = useQuestion((history) => history.asked.comparisons);
  const period = useAskedPeriod();
  const named = comparisonKinds.flatMap((kind) => {
    const compared = comparedPeriod(period, kind);
    return compared ? [{ kind, name: periodName(compared, words) }] : [];
  });
  if (named.length === 0) return null;
  const inForce = named.filter(({ kind }) => comparisons.includes(kind)).map(({ name }) => name);
  const text = inForce.length > 0 ? t('frame.against', { periods: inForce.join(', ') }) : t('frame.againstNothing');
  const toggle = (id: string): void => {
    const next = comparisonKinds.filter((kind) =>
      kind === id ? !comparisons.includes(kind) : comparisons.includes(kind),
    );
    change({ kind: 'comparison' }, { comparisons: next });
  };
  return (
    <MenuButton
      label={t('frame.compare')}
      multiple
      button={
        <Button kind="quiet" className="top-compare">
          {text}
          <IconOpen size={14} aria-hidden />
        </Button>
      }
      groups={[{ items: named.map(({ kind, name }) => ({ id: kind, text: t(`comparison.${kind}`), note: name })) }]}
      selected={comparisons}
      onChoose={toggle}
    />
  );
}
