import { useWorkspace } from '../../../state/workspace';
import type { CompletedFunction, CompletedTable } from '../../../ui/sql-editor';
import { useFormat } from '../../../ui/use-format';
import { useWords } from '../../../ui/words';

/** The tables that hold something with their columns, and the macros of the model with what they mean. */
export function Names({
  tables,
  functions,
}: {
  tables: readonly CompletedTable[];
  functions: readonly CompletedFunction[];
}) {
  const { t } = useWords();
  const rows = useWorkspace((store) => store.workspace?.tables) ?? [];
  const { count } = useFormat();
  const countOf = (name: string): number | undefined => rows.find((entry) => entry.name === name)?.rows;
  const filled = tables.filter(({ name }) => name.includes('.') || (countOf(name) ?? 0) > 0);
  return (
    <aside className="sql-tables" aria-label={t('sql.tables')}>
      <h2>{t('sql.tables')}</h2>
      {filled.map((table) => (
        <details key={table.name}>
          <summary>
            <span className="sql-name">{table.name}</span>
            <span className="caption num">
              {countOf(table.name) === undefined ? '' : count(countOf(table.name) ?? 0)}
            </span>
          </summary>
          <dl>
            {table.columns.map((column) => (
              <div key={column.name} title={column.about}>
                <dt>{column.name}</dt>
                <dd>{column.type}</dd>
              </div>
            ))}
          </dl>
        </details>
      ))}
      <Functions own={functions.filter(({ own }) => own)} />
    </aside>
  );
}

function Functions({ own }: { own: readonly CompletedFunction[] }) {
  const { t } = useWords();
  if (own.length === 0) return null;
  return (
    <>
      <h2>{t('sql.functions')}</h2>
      {own.map(({ name, takes, about }) => (
        <details key={name}>
          <summary>
            <span className="sql-name">{name}</span>
          </summary>
          <dl>
            <div>
              <dt>
                {name}({takes.join(', ')})
              </dt>
            </div>
            {about !== '' && (
              <div>
                <dd>{about}</dd>
              </div>
            )}
          </dl>
        </details>
      ))}
    </>
  );
}
