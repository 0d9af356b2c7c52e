import { memo, useCallback, useInsertionEffect, useRef } from 'react';
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
  const asked = useRef({ metric, question, where });
  useInsertionEffect(() => {
    asked.current = { metric, question, where };
  });
  const onPress = useCallback(() => {
    const { where: row, ...about } = asked.current;
    explain({ ...about, ...(row && { where: row }) });
  }, []);
  return (
    <Addable explained={{ metric, question }}>
      <Face text={text} large={large} thin={thin} onPress={onPress} />
    </Addable>
  );
}

interface FaceProps {
  readonly text: string;
  readonly large: boolean;
  readonly thin: boolean;
  readonly onPress: () => void;
}

// Another question with the same figure changes nothing to be seen.
const Face = memo(function Face({ text, large, thin, onPress }: FaceProps) {
  const { t } = useWords();
  return (
    <Button
      kind="link"
      className={`figure ${large ? 'figure-large' : ''} ${thin ? 'figure-thin' : ''}`}
      label={t('explain.open', { value: text })}
      tip={t('explain.tip')}
      onPress={onPress}
    >
      {text}
    </Button>
  );
});
