import { show, useScreen } from '../state/screen';
import { useHello } from '../state/reads';
import { Dialog } from '../ui/dialog';
import { useWords } from '../ui/words';
import { controlKey } from './names';

/** The keys there are. */
export function KeysDialog() {
  const { t } = useWords();
  const open = useScreen((screen) => screen.keys);
  if (!open) return null;
  const lines = [
    [controlKey('1 … 9'), t('keys.places')],
    [controlKey('K'), t('keys.palette')],
    ['/', t('keys.filter')],
    ['T', t('keys.twin')],
    [controlKey('Z'), t('keys.undo')],
    [controlKey('⇧ Z'), t('keys.redo')],
    ['↑ ↓ ← →', t('keys.walk')],
    ['⇧ ← →', t('keys.stretch')],
    ['⇧ F10', t('keys.menu')],
    ['R', t('keys.add')],
    ['X', t('keys.aside')],
    [t('keys.enterKey'), t('keys.enter')],
    [controlKey('C'), t('keys.copy')],
    ['Alt ↑ ↓', t('keys.move')],
    ['?', t('keys.this')],
  ] as const;
  return (
    <Dialog title={t('command.keys')} onClose={() => show({ keys: false })}>
      <dl className="keys">
        {lines.map(([key, text]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}

/** Name and versions of the product. */
export function AboutDialog() {
  const { t } = useWords();
  const open = useScreen((screen) => screen.about);
  const { answer } = useHello(open);
  if (!open) return null;
  return (
    <Dialog title={t('frame.product')} onClose={() => show({ about: false })}>
      <p>{t('start.promise')}</p>
      {answer && <p className="caption">{t('frame.versions', { version: answer.version, duckdb: answer.duckdb })}</p>}
    </Dialog>
  );
}
