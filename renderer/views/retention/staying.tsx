import { survival, survivalHeight } from '../../charts/survival';
import { AnswerPlace } from '../../frame/answer-place';
import type { Question } from '../../../electron/model/question';
import type { Row } from '../../engine';
import { numberIn } from '../../frame/answers';
import { chartTable } from '../../frame/chart-table';
import { dimensionName, valueName } from '../../frame/names';
import { Panel } from '../../frame/panel';
import type { BehindMark } from '../../frame/picture';
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
            explained={{ metric: 'customer-survival', question }}
            behind={(where) => behindAt(where, group, shown, question)}
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

/** Days of a month as the picture's axis counts them. */
const monthDays = 30.4375;

// The number at risk at a time is that of the next day on which somebody left; null after the last.
function daysAtRisk(rows: readonly Row[], months: number): number | null {
  return rows.flatMap((row) => numberIn(row, 't_days') ?? []).find((days) => days / monthDays >= months - 1e-9) ?? null;
}

// The customers still there at a month.
function behindAt(
  where: Readonly<Record<string, string | null>>,
  group: string,
  rows: readonly Row[],
  question: Question,
): BehindMark | null {
  const name = where[group] ?? null;
  const days = daysAtRisk(
    rows.filter((row) => row[group] === name),
    Number(where['t']),
  );
  const asked = { metric: 'customer-survival', question };
  return days === null ? null : { ...asked, where: { [group]: name, at_days: String(days) } };
}
