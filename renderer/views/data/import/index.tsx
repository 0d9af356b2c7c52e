import { useLoad } from '../../../state/load';
import { ProblemBlock } from '../../../ui/problem';
import { plan, refuseFiles } from '../../../state/load';
import { Bring } from './bring';
import { Done } from './done';
import './import.css';
import { Planned } from './planned';
import { Reading } from './reading';

/** One load on one screen: what the files are read as, what they would change, and then what they did. */
export function Import() {
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
  if (!planned) return <Reading fault={fault} />;
  return <Planned plan={planned} fault={fault} />;
}
