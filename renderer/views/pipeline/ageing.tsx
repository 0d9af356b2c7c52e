import { AnswerPlace } from '../../frame/answer-place';
import { AnswerTable } from '../../frame/answer-table';
import { numberIn, textIn } from '../../frame/answers';
import { useAsked } from '../../frame/measure';
import { valueName } from '../../frame/names';
import { Panel } from '../../frame/panel';
import { Spread } from '../../frame/spread';
import { showBehind } from '../../state/screen';
import { useFormat } from '../../ui/use-format';
import { useWords } from '../../ui/words';

const widths = {
  rung: 'minmax(78px, 1fr)',
  open: '44px',
  value: '48px',
  stale: '44px',
  median_days: '60px',
  p75_days: '66px',
  aged_money: '78px',
};

/** What stands too long: open deals by rung against how long won ones stood there; below it the forecast by any dimension. */
export function Ageing() {
  const words = useWords();
  const { t } = words;
  const formats = useFormat();
  const asked = useAsked('ageing');
  const rows = asked.answer?.grid.rows ?? [];
  const money = rows.reduce((sum, row) => sum + (numberIn(row, 'aged_money') ?? 0), 0);
  return (
    <div className="stack">
      <Panel
        title={t('pipeline.ageing')}
        note={t('pipeline.ageingNote')}
        stale={asked.stale}
        className="pipeline-ageing"
      >
        <AnswerPlace answered={asked}>
          {(answer) => (
            <AnswerTable
              label={t('pipeline.ageing')}
              answer={answer}
              names={Object.keys(widths)}
              widths={widths}
              heads={{ value: t('pipeline.aged'), median_days: t('pipeline.nowDays'), p75_days: t('pipeline.wonDays') }}
              onOpen={(row) =>
                showBehind({
                  metric: 'ageing',
                  question: asked.question,
                  where: { rung: textIn(row, 'rung') },
                  part: 'numerator',
                  title: t('pipeline.agedAt', { rung: valueName(textIn(row, 'rung'), words) }),
                })
              }
              foot={
                <span className="table-total num">
                  <strong>{t('pipeline.agedTotal', { money: formats.money(money, answer.currency) })}</strong>
                </span>
              }
            />
          )}
        </AnswerPlace>
      </Panel>
      <Spread
        metric="forecast"
        choice="pipeline.by"
        dimensions={['team', 'rep', 'segment', 'source', 'product', 'region']}
        most={4}
        summed
      />
    </div>
  );
}
