import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from '../ui/button';
import { useWords } from '../ui/words';

/** How much of a breakdown is drawn: so many rows to begin with, all of them when asked. */
export interface More {
  readonly most: number;
  /** Class of the picture's place: the whole list scrolls within it. */
  readonly className: string;
  /** The way to the others, where some are left out. */
  readonly button: (left: number) => ReactNode;
}

/** Of each list anew: what was asked of one by `key` is not asked of the next. */
export function useMore(first: number, key: string): More {
  const { t } = useWords();
  const [asked, setAsked] = useState<string | null>(null);
  const whole = asked === key;
  return {
    most: whole ? Infinity : first,
    className: whole ? 'picture-whole' : '',
    button: (left) =>
      left > 0 && (
        <Button kind="link" className="list-more" onPress={() => setAsked(key)}>
          {t('common.more', { n: left })}
        </Button>
      ),
  };
}
