import { twinColumns } from '../../../renderer/charts/twin';
import type { Words } from '../../../renderer/i18n';
import type { Answer } from '../../model/question';
import { metricOf } from '../../analytics';
import type { Twin } from './content';

/** The table twin of an answer, with its heads in words: the columns the screen shows, in its order. */
export function twinOf({ metric, table, by, currency }: Answer, { find }: Words): Twin {
  // A metric whose key is a reason shows it, for there it is no part of the envelope.
  const keys = [...by, ...metricOf(metric).keys];
  const named = table.columns.filter(({ name }) => keys.includes(name));
  const columns = [...named, ...twinColumns(table.columns.filter(({ name }) => !keys.includes(name)))];
  return {
    table: { length: table.length, columns },
    titles: columns.map(({ name }) => find(`dimension.${name}`) ?? find(`column.${name}`) ?? name.replaceAll('_', ' ')),
    currency,
  };
}
