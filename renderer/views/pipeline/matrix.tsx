import { stageMatrix, stageMatrixHeight, stageMatrixWidth } from '../../charts/stage-matrix';
import type { Table } from '../../charts/table';
import { numberColumn, tableOf, textColumn } from '../../charts/table';
import type { Row } from '../../engine';
import { AnswerPlace } from '../../frame/answer-place';
import { numberIn, textIn } from '../../frame/answers';
import { useAsked } from '../../frame/measure';
import { moneyUnit } from '../../frame/money-unit';
import { valueName } from '../../frame/names';
import { Panel } from '../../frame/panel';
import { Picture } from '../../frame/picture';
import { useChoice } from '../../state/choices';
import { Segmented } from '../../ui/segmented';
import { useFormat } from '../../ui/use-format';
import { useWords } from '../../ui/words';

const ladder = ['lead', 'contacted', 'qualified', 'meeting', 'presented', 'proposal', 'negotiation'] as const;
const closed = ['won', 'paid', 'lost', 'no_decision', 'disqualified'] as const;

/** Where each deal stood at the start and stands at the end. Those closed before are left out: only what could move is shown. */
export function Matrix() {
  const words = useWords();
  const { t, locale } = words;
  const formats = useFormat();
  const [shown, setShown] = useChoice('pipeline.matrix', 'count', 'amount_end_money');
  const asked = useAsked('stage-matrix');
  const rows = (asked.answer?.grid.rows ?? []).filter((row) => !isClosed(textIn(row, 'rung_start')));
  const holds = (column: string) => (rung: string) =>
    rows.some((row) => row[column] === rung && (numberIn(row, shown) ?? 0) > 0);
  const from = ['not_begun', ...ladder].filter(holds('rung_start'));
  const to = [...ladder, ...closed].filter(holds('rung_end'));
  const table = tableOfMoves(rows, shown);
  const chartWords = {
    nameOf: (rung: string) => valueName(rung, words),
    from: t('pipeline.from'),
    to: t('pipeline.to'),
    total: t('pipeline.total'),
  };
  const items = [
    { id: 'count', text: t('pipeline.count') },
    { id: 'amount_end_money', text: t('pipeline.value') },
  ] as const;
  const amounts = rows.map((row) => numberIn(row, 'amount_end_money') ?? 0);
  const unit = moneyUnit(amounts, asked.answer?.currency ?? '', words, formats);
  const note = [...(shown === 'count' || amounts.length === 0 ? [] : [unit]), t('pipeline.matrixNote')].join(' · ');
  return (
    <Panel
      title={t('pipeline.matrix')}
      note={note}
      stale={asked.stale}
      end={<Segmented label={t('pipeline.matrixShows')} items={items} selected={shown} onChange={setShown} />}
    >
      <AnswerPlace answered={asked} isEmpty={() => from.length === 0}>
        {(answer) => (
          <Picture
            name={t('pipeline.matrix')}
            height={stageMatrixHeight(from.length)}
            least={stageMatrixWidth(to.length, 'least')}
            most={stageMatrixWidth(to.length, 'most')}
            table={table}
            draw={(marks) =>
              stageMatrix(table, { from, to, value: shown, currency: answer.currency }, chartWords, locale, marks)
            }
            explained={{ metric: 'stage-matrix', question: asked.question }}
            keys={{ from_rung: 'rung_start', to_rung: 'rung_end' }}
          />
        )}
      </AnswerPlace>
    </Panel>
  );
}

function tableOfMoves(rows: readonly Row[], shown: string): Table {
  return tableOf(
    textColumn(
      'from_rung',
      rows.map((row) => textIn(row, 'rung_start')),
    ),
    textColumn(
      'to_rung',
      rows.map((row) => textIn(row, 'rung_end')),
    ),
    numberColumn(
      shown,
      shown === 'count' ? 'count' : 'money',
      rows.map((row) => numberIn(row, shown)),
    ),
  );
}

function isClosed(rung: string | null): boolean {
  return closed.some((each) => each === rung);
}
