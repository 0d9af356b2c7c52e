import { waterfall as draw, waterfallHeight } from '../../charts/waterfall';
import { AnswerPlace } from '../../frame/answer-place';
import { chartTable } from '../../frame/chart-table';
import type { Asked } from '../../frame/measure';
import { Panel } from '../../frame/panel';
import { Picture } from '../../frame/picture';
import { useChoice } from '../../state/choices';
import { useWords } from '../../ui/words';
import { bucketName, levels, takes } from './buckets';

/** From the open amount at the start to that at the end, bucket by bucket; it balances. A click shows the bucket's deals. */
export function Waterfall({ waterfall }: { waterfall: Asked }) {
  const words = useWords();
  const { t, locale } = words;
  const [selected, select] = useChoice('pipeline.bucket');
  const table = chartTable(waterfall.answer?.grid.columns ?? [], waterfall.answer?.grid.rows ?? []);
  return (
    <Panel title={t('pipeline.changed')} note={t('pipeline.changedNote')} stale={waterfall.stale}>
      <AnswerPlace answered={waterfall}>
        {(answer) => (
          <Picture
            name={t('pipeline.changed')}
            height={waterfallHeight(table.length)}
            table={table}
            draw={(marks) =>
              draw(
                table,
                { levels, takes, selected, currency: answer.currency },
                { nameOf: (bucket) => bucketName(bucket, words), deals: t('pipeline.deals') },
                locale,
                marks,
              )
            }
            explained={{ metric: 'pipeline-waterfall', question: waterfall.question }}
            onChoose={(where) => select(where['bucket'] ?? selected)}
          />
        )}
      </AnswerPlace>
    </Panel>
  );
}
