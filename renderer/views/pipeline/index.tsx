import { EmptyView } from '../../frame/empty-view';
import { useAsked } from '../../frame/measure';
import { RowsBelow } from '../../frame/rows-below';
import { useChoice } from '../../state/choices';
import { rowsIn, useWorkspace } from '../../state/workspace';
import { useWords } from '../../ui/words';
import { Ageing } from './ageing';
import { bucketName } from './buckets';
import { Head } from './head';
import { Matrix } from './matrix';
import { Outlook } from './outlook';
import './pipeline.css';
import { Waterfall } from './waterfall';

/** What changed and what is stuck: the buckets between two instants, the moves between stages, what stands too long, and what is still to come. */
export function Pipeline() {
  const { t } = useWords();
  const deals = useWorkspace((store) => rowsIn(store.workspace, 'opportunities'));
  if (deals > 0) return <Filled />;
  return <EmptyView text={t('pipeline.empty')} />;
}

function Filled() {
  const words = useWords();
  const [bucket] = useChoice('pipeline.bucket');
  const waterfall = useAsked('pipeline-waterfall');
  const there = waterfall.answer?.grid.rows.some((row) => row['bucket'] === bucket) ?? false;
  const wanted = {
    metric: 'pipeline-waterfall',
    question: waterfall.question,
    where: { bucket },
    part: 'denominator' as const,
  };
  return (
    <div className="view pipeline">
      <Head waterfall={waterfall} />
      <Outlook />
      <div className="beside pipeline-top">
        <Waterfall waterfall={waterfall} />
        <Matrix />
      </div>
      <div className="beside pipeline-below">
        <RowsBelow
          wanted={there ? wanted : undefined}
          title={bucketName(bucket, words)}
          hint={words.t('pipeline.chooseBucket')}
        />
        <Ageing />
      </div>
    </div>
  );
}
