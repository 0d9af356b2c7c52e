import { dotInterval, dotIntervalHeight } from '../../charts/dot-interval';
import { AnswerPlace } from '../../frame/answer-place';
import { numberIn, textIn } from '../../frame/answers';
import { chartTable } from '../../frame/chart-table';
import { useAsked } from '../../frame/measure';
import { Panel } from '../../frame/panel';
import { Picture, useChartWords } from '../../frame/picture';
import { useWords } from '../../ui/words';

/** Conversations before the sale and staying twelve months later, by quarter of the customers. They go together; one need not be the cause, and the panel says so. */
export function Engagement() {
  const { t, locale } = useWords();
  const chartWords = useChartWords();
  const asked = useAsked('engagement-retention', {}, [], { kind: 'all' });
  const rows = asked.answer?.grid.rows ?? [];
  const table = chartTable(asked.answer?.grid.columns ?? [], rows);
  const talks = (quartile: string | null): string => {
    const row = rows.find((each) => textIn(each, 'quartile') === quartile);
    const [from, to] = [numberIn(row, 'conversations_from'), numberIn(row, 'conversations_to')];
    if (from === null || to === null) return t('customers.quartile', { n: quartile ?? '' });
    return from === to ? t('customers.talk', { n: from }) : t('customers.talks', { from, to });
  };
  return (
    <Panel title={t('customers.engagement')} note={t('customers.association')} stale={asked.stale}>
      <AnswerPlace answered={asked}>
        {() => (
          <Picture
            name={t('customers.engagement')}
            height={dotIntervalHeight(rows.length)}
            table={table}
            draw={(marks) =>
              dotInterval(
                table,
                { category: 'quartile', labelWidth: 112 },
                { ...chartWords, nameOf: talks },
                locale,
                marks,
              )
            }
            explained={{ metric: 'engagement-retention', question: asked.question }}
          />
        )}
      </AnswerPlace>
    </Panel>
  );
}
