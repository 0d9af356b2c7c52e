import { Focusable } from 'react-aria-components';
import { Tip } from '../ui/tip';
import { useWords } from '../ui/words';
import type { Term as TermName } from './glossary';

/** A word that says what it means while the pointer or the focus is on it. */
export function Term({ name, text }: { name: TermName; text: string }) {
  const { t } = useWords();
  return (
    <Tip text={t(`glossary.${name}Text`)}>
      <Focusable>
        <span role="term" className="term" tabIndex={0}>
          {text}
        </span>
      </Focusable>
    </Tip>
  );
}
