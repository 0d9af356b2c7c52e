import type { Question } from '../../electron/model/question';
import { explain } from '../state/screen';
import { Button } from '../ui/button';
import { Addable } from './addable';
import { useWords } from '../ui/words';

/** A figure that opens to how it is worked out. */
export function FigureButton({
  metric,
  question,
  where,
  text,
  large = false,
  thin = false,
}: {
  metric: string;
  question: Question;
  where?: Readonly<Record<string, string | null>>;
  text: string;
  large?: boolean;
  /** Below the evidence rule: printed in grey. */
  thin?: boolean;
}) {
  const { t } = useWords();
  return (
    <Addable explained={{ metric, question }}>
      <Button
        kind="link"
        className={`figure ${large ? 'figure-large' : ''} ${thin ? 'figure-thin' : ''}`}
        label={t('explain.open', { value: text })}
        tip={t('explain.tip')}
        onPress={() => explain({ metric, question, ...(where && { where }) })}
      >
        {text}
      </Button>
    </Addable>
  );
}
