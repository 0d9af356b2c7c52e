import { dotInterval, dotIntervalHeight } from '../../../charts/dot-interval';
import { AnswerPlace } from '../../../frame/answer-place';
import { numberIn, textIn } from '../../../frame/answers';
import { chartTable } from '../../../frame/chart-table';
import { useAsked } from '../../../frame/measure';
import { Panel } from '../../../frame/panel';
import { Picture, useChartWords } from '../../../frame/picture';
import { useWords } from '../../../ui/words';

/** Wishes that money answers, in the languages the lists come in. */
const forMoney = /\b(cash|money|bonus|pay|salary|commission|wang|tunai|gaji|komisen|bayaran)\b/i;

/** What people asked for, beside what the plans give: plans pay money, so wishes for anything else go unanswered by them. */
export function Wanted() {
  const words = useWords();
  const { t, locale } = words;
  const chartWords = useChartWords();
  const asked = useAsked('wanted-incentives', {}, [], { kind: 'all' });
  const rows = (asked.answer?.grid.rows ?? []).filter((row) => textIn(row, 'wanted') !== null);
  const table = chartTable(asked.answer?.grid.columns ?? [], rows);
  const n = numberIn(rows[0], 'n') ?? 0;
  const money = rows
    .filter((row) => forMoney.test(textIn(row, 'wanted') ?? ''))
    .reduce((sum, row) => sum + (numberIn(row, 'numerator') ?? 0), 0);
  return (
    <Panel title={t('targets.wanted')} note={t('targets.wantedNote')} stale={asked.stale}>
      <AnswerPlace answered={asked} isEmpty={() => rows.length === 0}>
        {() => (
          <>
            <Picture
              name={t('targets.wanted')}
              height={dotIntervalHeight(rows.length)}
              table={table}
              draw={(marks) =>
                dotInterval(
                  table,
                  { category: 'wanted', labelWidth: 148 },
                  {
                    ...chartWords,
                    nameOf: (wanted) =>
                      forMoney.test(wanted ?? '') ? `${wanted} · ${t('targets.money')}` : (wanted ?? ''),
                  },
                  locale,
                  marks,
                )
              }
              explained={{ metric: 'wanted-incentives', question: asked.question }}
            />
            <p className="small">{t('targets.given', { money, n, other: n - money })}</p>
          </>
        )}
      </AnswerPlace>
    </Panel>
  );
}
