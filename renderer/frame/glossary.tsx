import { show, useScreen } from '../state/screen';
import { Dialog } from '../ui/dialog';
import { useWords } from '../ui/words';

/** Terms that figures and pictures use, each explained in a sentence. */
const terms = [
  'asOf',
  'bookings',
  'censored',
  'churn',
  'cohort',
  'interval',
  'crude',
  'thin',
  'immature',
  'journey',
  'median',
  'n',
  'retention',
  'survival',
  'winRate',
  'verdict',
] as const;

export type Term = (typeof terms)[number];

/** The terms in the order of the alphabet. */
export function GlossaryDialog() {
  const { t, locale } = useWords();
  const open = useScreen((screen) => screen.glossary);
  if (!open) return null;
  const named = terms.map((term) => ({ term, name: t(`glossary.${term}`) }));
  return (
    <Dialog title={t('glossary.title')} onClose={() => show({ glossary: false })}>
      <dl className="glossary">
        {named
          .sort((a, b) => a.name.localeCompare(b.name, locale))
          .map(({ term, name }) => (
            <div key={term}>
              <dt>{name}</dt>
              <dd>{t(`glossary.${term}Text`)}</dd>
            </div>
          ))}
      </dl>
    </Dialog>
  );
}
