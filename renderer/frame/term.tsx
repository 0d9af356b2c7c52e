import { Button } from 'react-aria-components';
import { show } from '../state/screen';
import { Tip } from '../ui/tip';
import { useWords } from '../ui/words';
import type { Term as TermName } from './glossary';

/** A word that says what it means while the pointer or the focus is on it; pressed, it opens the list of all terms. */
export function Term({ name, text }: { name: TermName; text: string }) {
  const { t } = useWords();
  return (
    <Tip text={t(`glossary.${name}Text`)}>
      <Button className="term" onPress={() => show({ glossary: true })}>
        {text}
      </Button>
    </Tip>
  );
}
