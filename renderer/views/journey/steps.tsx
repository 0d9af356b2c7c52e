import { dotInterval, dotIntervalHeight } from '../../charts/dot-interval';
import { AnswerPlace } from '../../frame/answer-place';
import { AnswerTable } from '../../frame/answer-table';
import { textIn } from '../../frame/answers';
import { chartTable } from '../../frame/chart-table';
import type { Asked } from '../../frame/measure';
import { eventName } from '../../frame/names';
import { Panel } from '../../frame/panel';
import { Picture, useChartWords } from '../../frame/picture';
import { useChoice } from '../../state/choices';
import { useWords } from '../../ui/words';

const names = ['step', 'event', 'numerator', 'value', 'from_previous', 'immature', 'median_days'];

/** Each step with the share of the first that reached it: drawn with its interval, and in figures. A click shows who. */
export function Steps({
  journey,
  selected,
}: {
  journey: Asked & { readonly steps: readonly string[] };
  selected: string;
}) {
  const words = useWords();
  const { t, locale } = words;
  const chartWords = useChartWords();
  const [, select] = useChoice('journey.step');
  const nameOf = (step: string | null): string =>
    `${step ?? ''} ${eventName(journey.steps[Number(step) - 1] ?? '', words)}`;
  return (
    <Panel title={t('journey.title')} note={t('journey.note')} stale={journey.stale}>
      <AnswerPlace answered={journey}>
        {(answer) => {
          // The first step is all of them by construction and not drawn.
          const drawn = answer.grid.rows.slice(1);
          const table = chartTable(answer.grid.columns, drawn);
          return (
            <>
              <Picture
                name={t('journey.title')}
                height={dotIntervalHeight(drawn.length)}
                table={table}
                draw={(marks) =>
                  dotInterval(
                    table,
                    { category: 'step', selected, labelWidth: 148 },
                    { ...chartWords, nameOf },
                    locale,
                    marks,
                  )
                }
                explained={{ metric: 'journey', question: journey.question }}
                onChoose={(where) => select(where['step'] ?? selected)}
              />
              <div className="journey-table">
                <AnswerTable
                  label={t('journey.title')}
                  answer={answer}
                  names={names}
                  heads={{ value: t('common.inUnit', { text: t('journey.ofFirst'), unit: '%' }) }}
                  widths={{
                    step: '40px',
                    event: 'minmax(120px, 1fr)',
                    numerator: '72px',
                    value: '96px',
                    from_previous: '108px',
                  }}
                  onOpen={(row) => select(textIn(row, 'step') ?? selected)}
                />
              </div>
            </>
          );
        }}
      </AnswerPlace>
    </Panel>
  );
}
