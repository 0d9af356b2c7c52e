import { survival, survivalHeight } from '../../charts/survival';
import { AnswerPlace } from '../../frame/answer-place';
import { chartTable } from '../../frame/chart-table';
import { dimensionName, valueName } from '../../frame/names';
import { Panel } from '../../frame/panel';
import { Picture } from '../../frame/picture';
import { useChoice } from '../../state/choices';
import { useMetric } from '../../state/use-metric';
import { useQuestionOver } from '../../state/use-period';
import { Pick } from '../../ui/pick';
import { useWords } from '../../ui/words';

const offered = ['segment', 'source', 'region', 'industry'] as const;

/** Groups beyond which curves cannot be told apart. */
const mostCurves = 4;

/** How long customers stay, by group: steps with their band and how many are still observed. Asked of all of history: a life is longer than a quarter. */
export function Staying() {
  const words = useWords();
  const { t, locale } = words;
  const [group, setGroup] = useChoice('retention.group', ...offered);
  const question = useQuestionOver({ from: null, to: null }, [group]);
  const answered = useMetric('customer-survival', question);
  const rows = (answered.answer?.grid.rows ?? []).filter(
    (row) => row['survival'] !== null && row['state'] !== 'thin' && row[group] !== 'Unknown',
  );
  const groups = [...new Set(rows.map((row) => String(row[group])))].slice(0, mostCurves);
  const shown = rows.filter((row) => groups.includes(String(row[group])));
  const table = chartTable(answered.answer?.grid.columns ?? [], shown);
  return (
    <Panel
      title={t('retention.staying')}
      note={t('retention.stayingNote')}
      stale={answered.stale}
      end={
        <Pick
          label={t('funnel.byWhat')}
          items={offered.map((id) => ({
            id,
            text: t('funnel.by', { dimension: dimensionName(id, words).toLocaleLowerCase() }),
          }))}
          selected={group}
          onChange={(id) => setGroup(offered.find((each) => each === id) ?? 'segment')}
        />
      }
    >
      <AnswerPlace answered={answered} isEmpty={() => shown.length === 0}>
        {() => (
          <Picture
            name={t('retention.staying')}
            height={survivalHeight(groups.length) - 50}
            table={table}
            draw={(marks) =>
              survival(
                table,
                { group },
                {
                  nameOf: (name) => valueName(name, words),
                  axis: t('retention.survivalAxis'),
                  atRisk: t('retention.atRisk'),
                },
                locale,
                marks,
              )
            }
          />
        )}
      </AnswerPlace>
    </Panel>
  );
}
