import { twinColumns } from '../../../renderer/charts/twin';
import type { Words } from '../../../renderer/i18n';
import type { Answer } from '../../model/question';
import type { Column } from '../../model/table';
import { metricOf } from '../../analytics';
import type { Twin } from './content';
import { nameIn } from './context';

/** The table twin of an answer, its heads and the engine's own texts in words: the columns the screen shows, in its order. */
export function twinOf({ metric, table, by, currency }: Answer, words: Words): Twin {
  const { find } = words;
  // A metric whose key is a reason shows it, for there it is no part of the envelope.
  const keys = [...by, ...metricOf(metric).keys];
  const named = table.columns.filter(({ name }) => keys.includes(name));
  const columns = [...named, ...twinColumns(table.columns.filter(({ name }) => !keys.includes(name)))];
  return {
    table: { length: table.length, columns: columns.map((column) => inWords(column, words)) },
    titles: columns.map(({ name }) => find(`dimension.${name}`) ?? find(`column.${name}`) ?? name.replaceAll('_', ' ')),
    currency,
  };
}

/** Columns whose codes are told in words of their own. */
const ownWords: ReadonlySet<string> = new Set(['skill', 'bucket']);

function inWords(column: Column, words: Words): Column {
  if (column.kind !== 'text' || column.unit !== 'label') return column;
  const own = (text: string) => (ownWords.has(column.name) ? words.find(`${column.name}.${text}`) : null);
  return { ...column, dictionary: column.dictionary.map((text) => own(text) ?? nameIn(words, text)) };
}
