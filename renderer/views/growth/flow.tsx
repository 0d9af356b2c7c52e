import { sourceFlow } from '../../charts/source-flow';
import { numberColumn, tableOf, textColumn } from '../../charts/table';
import type { Row } from '../../engine';
import { AnswerPlace } from '../../frame/answer-place';
import { numberIn, textIn } from '../../frame/answers';
import { useAsked } from '../../frame/measure';
import { valueName } from '../../frame/names';
import { Panel } from '../../frame/panel';
import { Picture } from '../../frame/picture';
import { useWords } from '../../ui/words';

/** Sources beyond which the bands cannot be told apart. */
const mostSources = 9;

const won = 'flow_won';
const notWon = 'flow_not_won';

/** From source to what became of it: the deals closed in the period, each band as wide as its count. */
export function Flow() {
  const words = useWords();
  const { t, locale } = words;
  const asked = useAsked('win-rate', {}, ['source']);
  const flows = flowsOf(asked.answer?.grid.rows ?? []);
  const table = tableOf(
    textColumn(
      'from',
      flows.map(({ from }) => from),
    ),
    textColumn(
      'to',
      flows.map(({ to }) => to),
    ),
    numberColumn(
      'value',
      'count',
      flows.map(({ value }) => value),
    ),
  );
  const nameOf = (node: string): string => {
    if (node === won) return t('growth.won');
    return node === notWon ? t('growth.notWon') : valueName(node, words);
  };
  return (
    <Panel title={t('growth.flow')} note={t('growth.flowNote')} stale={asked.stale}>
      <AnswerPlace answered={asked} isEmpty={() => flows.length === 0}>
        {() => (
          <Picture
            name={t('growth.flow')}
            height={300}
            table={table}
            draw={(marks) => sourceFlow(table, {}, { nameOf }, locale, marks)}
          />
        )}
      </AnswerPlace>
    </Panel>
  );
}

interface Band {
  readonly from: string;
  readonly to: string;
  readonly value: number;
}

function flowsOf(rows: readonly Row[]): readonly Band[] {
  const closed = (row: Row): number => numberIn(row, 'denominator') ?? 0;
  const largest = [...rows].sort((a, b) => closed(b) - closed(a)).slice(0, mostSources);
  return largest.flatMap((row) => {
    const from = textIn(row, 'source') ?? 'Unknown';
    const wins = numberIn(row, 'numerator') ?? 0;
    const bands: readonly Band[] = [
      { from, to: won, value: wins },
      { from, to: notWon, value: closed(row) - wins },
    ];
    return bands.filter(({ value }) => value > 0);
  });
}
