import type { Words } from '../../../i18n';
import type { SqlResult } from '../../../state/sql';
import { useSql } from '../../../state/sql';
import type { Formats } from '../../../ui/use-format';
import { useFormat } from '../../../ui/use-format';
import { useWords } from '../../../ui/words';
import { rawFormats } from './raw';

/** What the last query gave, as one sentence. */
export function Head() {
  const words = useWords();
  const { t } = words;
  const formats = rawFormats(useFormat());
  const { result, problem } = useSql();
  const failed = problem !== null && problem.code !== 'query_cancelled';
  return (
    <div className="answer-head">
      <h1>{failed ? t('sql.headFailed') : sqlHeadline(result, words, formats)}</h1>
      <p>{t('sql.note')}</p>
    </div>
  );
}

/** Rows and columns of a result; where it is a single value, that value. */
export function sqlHeadline(result: SqlResult | null, { t }: Words, { cell }: Formats): string {
  if (!result) return t('sql.headNone');
  if (result.explained) return t('sql.headPlan');
  const { columns, rows } = result.grid;
  const [column] = columns;
  if (result.count === 1 && columns.length === 1 && column)
    return t('sql.headOne', { column: column.name, value: cell(column.unit, rows[0]?.[column.name] ?? null) });
  return t('sql.headRows', { n: result.count, columns: t('sql.columns', { n: columns.length }) });
}
