import { useState } from 'react';
import { Button } from './button';
import { Block } from './empty';
import { IconWarn } from './icons';
import { useWords } from './words';

/** What went wrong, to which file, what was kept and what to do, with the details to copy. */
export function ProblemBlock({
  code,
  args,
  detail,
  onDismiss,
  onRepeat,
}: {
  code: string;
  args: Readonly<Record<string, string | number>>;
  detail: string;
  onDismiss?: () => void;
  onRepeat?: () => void;
}) {
  const { t, find } = useWords();
  const [copied, setCopied] = useState(false);
  const text = find(`error.${code}`, args) ?? t('common.bug');
  const copy = (): void => {
    void navigator.clipboard.writeText(JSON.stringify({ code, args, detail }, null, 2)).then(() => setCopied(true));
  };
  return (
    <Block
      tone={code === 'query_cancelled' ? 'warn' : 'bad'}
      icon={<IconWarn size={16} aria-hidden />}
      title={text}
      actions={
        <>
          {onRepeat && <Button onPress={onRepeat}>{t('common.again')}</Button>}
          <Button kind="quiet" onPress={copy}>
            {copied ? t('common.copied') : t('common.copyDetails')}
          </Button>
          {onDismiss && (
            <Button kind="quiet" onPress={onDismiss}>
              {t('common.dismiss')}
            </Button>
          )}
        </>
      }
    />
  );
}
