import { useState } from 'react';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { useWords } from '../ui/words';

/** What would have to be imported for a figure that lacks a table: which list that is, its columns, where CRMs have it. */
export function Needed({ table }: { table: string }) {
  const { t, find } = useWords();
  const [open, setOpen] = useState(false);
  const text = find(`needed.${table}`);
  if (text === null) return null;
  return (
    <>
      <Button kind="link" onPress={() => setOpen(true)}>
        {t('needed.ask')}
      </Button>
      {open && (
        <Dialog title={t('needed.ask')} onClose={() => setOpen(false)}>
          <p>{text}</p>
          <p className="small quiet">{t('needed.any')}</p>
        </Dialog>
      )}
    </>
  );
}
