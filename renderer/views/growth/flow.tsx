import { sourceFlow } from '../../charts/source-flow';
import { numberColumn, tableOf, textColumn } from '../../charts/table';
import { AnswerPlace } from '../../frame/answer-place';
import { useAsked } from '../../frame/measure';
import { valueName } from '../../frame/names';
import { Panel } from '../../frame/panel';
import { Picture } from '../../frame/picture';
import { useWords } from '../../ui/words';
import { flowsOf, notWon, others, won } from './bands';

/** From source to what became of it: the deals closed in the period, each band as wide as its count. */
export function Flow() {
  const words = useWords();
  const { t, locale } = words;
  const asked = useAsked('win-rate', {}, ['source']);
  const { flows, left } = flowsOf(asked.answer?.grid.rows ?? []);
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
    if (node === others) return t('growth.otherSources', { n: left });
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
