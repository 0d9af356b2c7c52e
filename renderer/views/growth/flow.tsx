import { sourceFlow } from '../../charts/source-flow';
import type { Table } from '../../charts/table';
import { numberColumn, tableOf, textColumn } from '../../charts/table';
import type { Part, Question } from '../../../electron/model/question';
import type { Row } from '../../engine';
import { AnswerPlace } from '../../frame/answer-place';
import { useAsked } from '../../frame/measure';
import { valueName } from '../../frame/names';
import { Panel } from '../../frame/panel';
import type { BehindMark } from '../../frame/picture';
import { Picture } from '../../frame/picture';
import { filterTo } from '../../state/question';
import { useWords } from '../../ui/words';
import type { Band } from './bands';
import { flowsOf, notWon, others, othersIn, won } from './bands';

/** From source to what became of it: the deals closed in the period, each band as wide as its count. */
export function Flow() {
  const words = useWords();
  const { t, locale } = words;
  const asked = useAsked('win-rate', {}, ['source']);
  const { flows, left } = flowsOf(asked.answer?.grid.rows ?? []);
  const table = flowTable(flows);
  const nameOf = (node: string): string => {
    if (node === won) return t('growth.won');
    if (node === others) return t('growth.otherSources', { n: left });
    return node === notWon ? t('growth.notWon') : valueName(node, words);
  };
  return (
    <Panel title={t('growth.flow')} note={t('growth.flowNote')} stale={asked.stale}>
      <AnswerPlace answered={asked} isEmpty={() => flows.length === 0}>
        {(answer) => (
          <Picture
            name={t('growth.flow')}
            height={300}
            table={table}
            explained={{ metric: 'win-rate', question: asked.question }}
            behind={(where) => behindFlow(where, asked.question, answer.grid.rows)}
            onChoose={({ node = null, from = node }) => {
              if (from === others) filterTo('source', othersIn(answer.grid.rows));
              else if (from !== null && from !== won && from !== notWon) filterTo('source', [from]);
            }}
            draw={(marks) => sourceFlow(table, {}, { nameOf }, locale, marks)}
          />
        )}
      </AnswerPlace>
    </Panel>
  );
}

function flowTable(flows: readonly Band[]): Table {
  return tableOf(
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
}

// A source's closed deals, of a band those that ended there; the ends count those of every source.
function behindFlow(
  { node = null, from = node, to = null }: Readonly<Record<string, string | null>>,
  question: Question,
  rows: readonly Row[],
): BehindMark {
  const end = to ?? (from === won || from === notWon ? from : null);
  const part: Part = end === null ? 'denominator' : end === won ? 'numerator' : 'missed';
  const asked = { metric: 'win-rate', question: { ...question, by: [] }, part };
  if (from === end) return asked;
  return from === others
    ? { ...asked, question: { ...asked.question, filters: { ...question.filters, source: othersIn(rows) } } }
    : { ...asked, where: { source: from } };
}
