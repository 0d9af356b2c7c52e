import { dotInterval, dotIntervalHeight } from '../../charts/dot-interval';
import { AnswerPlace } from '../../frame/answer-place';
import { numberIn } from '../../frame/answers';
import { chartTable } from '../../frame/chart-table';
import { useAsked } from '../../frame/measure';
import { valueName } from '../../frame/names';
import { Panel } from '../../frame/panel';
import { Picture, useChartWords } from '../../frame/picture';
import { useWords } from '../../ui/words';

/** How long journeys stay on each step: the median with its interval, those still there counted as not finished. */
export function StepTimes() {
  const words = useWords();
  const { t, locale } = words;
  const chartWords = useChartWords();
  const asked = useAsked('stage-duration');
  const rows = (asked.answer?.grid.rows ?? []).filter((row) => (numberIn(row, 'n') ?? 0) > 0);
  const table = chartTable(asked.answer?.grid.columns ?? [], rows);
  return (
    <Panel title={t('journey.times')} note={t('journey.timesNote')} stale={asked.stale}>
      <AnswerPlace answered={asked}>
        {() => (
          <Picture
            name={t('journey.times')}
            height={dotIntervalHeight(rows.length)}
            table={table}
            draw={(marks) =>
              dotInterval(
                table,
                { category: 'rung', labelWidth: 148 },
                { ...chartWords, nameOf: (rung) => valueName(rung, words) },
                locale,
                marks,
              )
            }
            explained={{ metric: 'stage-duration', question: asked.question }}
          />
        )}
      </AnswerPlace>
    </Panel>
  );
}
