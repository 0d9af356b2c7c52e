import { dotInterval, dotIntervalHeight } from '../../charts/dot-interval';
import { AnswerPlace } from '../../frame/answer-place';
import { chartTable } from '../../frame/chart-table';
import { useAsked } from '../../frame/measure';
import { valueName } from '../../frame/names';
import { Panel } from '../../frame/panel';
import { Picture, useChartWords } from '../../frame/picture';
import { useMore } from '../../frame/use-more';
import { useChoice } from '../../state/choices';
import { Segmented } from '../../ui/segmented';
import { useWords } from '../../ui/words';

/** Why deals are lost, to whom, and how a reference goes together with winning. */
export function LossReasons() {
  const words = useWords();
  const { t, locale } = words;
  const chartWords = useChartWords();
  const [of, setOf] = useChoice('journey.losses', 'reason', 'competitor', 'reference');
  const asked = useAsked('loss-profile', { of });
  const every = asked.answer?.grid.rows ?? [];
  const list = useMore(7, of);
  const rows = every.slice(0, list.most);
  const table = chartTable(asked.answer?.grid.columns ?? [], rows);
  return (
    <Panel
      title={t('journey.losses')}
      note={t(of === 'reference' ? 'journey.referenceNote' : 'journey.lossesNote')}
      stale={asked.stale}
      end={
        <Segmented
          label={t('journey.losses')}
          items={[
            { id: 'reason', text: t('journey.reason') },
            { id: 'competitor', text: t('journey.competitor') },
            { id: 'reference', text: t('journey.reference') },
          ]}
          selected={of}
          onChange={setOf}
        />
      }
    >
      <AnswerPlace answered={asked}>
        {() => (
          <div className={list.className}>
            <Picture
              name={t('journey.losses')}
              height={dotIntervalHeight(rows.length)}
              table={table}
              draw={(marks) =>
                dotInterval(
                  table,
                  { category: 'reason', labelWidth: 148 },
                  { ...chartWords, nameOf: (reason) => valueName(reason, words) },
                  locale,
                  marks,
                )
              }
              explained={{ metric: 'loss-profile', question: asked.question }}
            />
          </div>
        )}
      </AnswerPlace>
      {list.button(every.length - rows.length)}
    </Panel>
  );
}
