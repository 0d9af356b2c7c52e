import { useEffect, useState } from 'react';
import { takeDropped } from '../state/doors';
import { useWords } from '../ui/words';

/** Files dropped anywhere on the window go to the import, and the folder of a workspace is opened; while they are over it the window says so. */
export function DropAnywhere() {
  const { t } = useWords();
  const over = useDragged();
  return over ? <div className="drop-anywhere">{t('start.drop')}</div> : null;
}

/** True while files are dragged over the window. */
function useDragged(): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    let depth = 0;
    const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    const count = (by: number) => (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      depth = Math.max(0, depth + by);
      setOver(depth > 0);
    };
    const allow = (event: DragEvent): void => event.preventDefault();
    const take = (event: DragEvent): void => {
      event.preventDefault();
      depth = 0;
      setOver(false);
      void takeDropped([...(event.dataTransfer?.files ?? [])]);
    };
    const [enter, leave] = [count(1), count(-1)];
    window.addEventListener('dragenter', enter);
    window.addEventListener('dragleave', leave);
    window.addEventListener('dragover', allow);
    window.addEventListener('drop', take);
    return () => {
      window.removeEventListener('dragenter', enter);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('dragover', allow);
      window.removeEventListener('drop', take);
    };
  }, []);
  return over;
}
