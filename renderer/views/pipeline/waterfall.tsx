import { waterfall as draw, waterfallHeight } from '../../charts/waterfall';
import { AnswerPlace } from '../../frame/answer-place';
import { chartTable } from '../../frame/chart-table';
import { numberIn } from '../../frame/answers';
import type { Asked } from '../../frame/measure';
import { moneyUnit } from '../../frame/money-unit';
import { Panel } from '../../frame/panel';
import { Picture } from '../../frame/picture';
import { useChoice } from '../../state/choices';
import { useFormat } from '../../ui/use-format';
import { useWords } from '../../ui/words';
import { bucketName, levels, signed, takes } from './buckets';

/** From the open amount at the start to that at the end, bucket by bucket; it balances. A click shows the bucket's deals. */
export function Waterfall({ waterfall }: { waterfall: Asked }) {
  const words = useWords();
  const { t, locale } = words;
  const formats = useFormat();
  const [selected, select] = useChoice('pipeline.bucket');
  const table = signed(chartTable(waterfall.answer?.grid.columns ?? [], waterfall.answer?.grid.rows ?? []));
  const amounts = waterfall.answer?.grid.rows.map((row) => numberIn(row, 'amount_money') ?? 0) ?? [];
  const currency = waterfall.answer?.currency ?? '';
  const note = [
    ...(amounts.length > 0 ? [moneyUnit(amounts, currency, words, formats)] : []),
    t('pipeline.changedNote'),
  ].join(' · ');
  return (
    <Panel title={t('pipeline.changed')} note={note} stale={waterfall.stale}>
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
                {
                  nameOf: (bucket) => bucketName(bucket, words),
                  deals: t('pipeline.deals'),
                  changes: t('pipeline.changes'),
                },
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
