import { useLoad } from '../../../state/load';
import { Empty } from '../../../ui/empty';
import { ProblemBlock } from '../../../ui/problem';
import { useWords } from '../../../ui/words';
import { plan, refuseFiles } from '../../../state/load';
import { Bring } from './bring';
import { Done } from './done';
import './import.css';
import { Planned } from './planned';

/** One load on one screen: what the files are read as, what they would change, and then what they did. */
export function Import() {
  const { t } = useWords();
  const { phase, plan: planned, problem, files } = useLoad();
  if (phase === 'done') return <Done />;
  const fault = problem && (
    <ProblemBlock
      {...problem}
      onDismiss={() => refuseFiles(null)}
      {...(files.length > 0 && { onRepeat: () => void plan() })}
    />
  );
  if (phase === 'empty' || (phase === 'planned' && !planned)) return <Bring fault={fault} />;
  if (!planned) {
    return (
      <div className="view">
        <Empty text={t('load.reading')} />
        {fault}
      </div>
    );
  }
  return <Planned plan={planned} fault={fault} />;
}
