import { useEffect, useRef, useState } from 'react';
import type { EnteredGrid } from '../../../../electron/contract';
import { saveDraft, setDraft, useDrafts, useGrid } from '../../../state/entered';
import { saveText } from '../../../state/reads';
import { useWorkspace } from '../../../state/workspace';
import { Button } from '../../../ui/button';
import { cellsOfText } from '../../../ui/cells-of-text';
import { csvText } from '../../../ui/copy-text';
import type { EditColumn } from '../../../ui/edit-grid';
import { EditGrid } from '../../../ui/edit-grid';
import { ProblemBlock } from '../../../ui/problem';
import { useFormat } from '../../../ui/use-format';
import { useWords } from '../../../ui/words';
import { Head } from './head';
import './people.css';
import type { SheetRow } from './sheet';
import type { TypedTable } from './tables';
import { tables } from './tables';
import { columnsOf, fieldsNamed, isFixed, sheetOf, typedOf, withBlock, withLines } from './sheet';

/** What no CRM exports, typed or pasted in: one grid a table, the imported rows in it to be typed over. */
export function People() {
  const { t } = useWords();
  const [table, setTable] = useState<TypedTable>('reps');
  const drafts = useDrafts((store) => store.drafts);
  const { answer: grid, problem } = useGrid(table);
  const { count } = useFormat();
  const typed = useWorkspace((store) => store.workspace?.typed) ?? [];
  const typedIn = (name: TypedTable): number => typed.find((entry) => entry.name === name)?.rows ?? 0;
  return (
    <div className="view people">
      <Head />
      <nav aria-label={t('entered.tables')} className="people-tables">
        {tables.map((name) => (
          <button
            key={name}
            type="button"
            className="people-table"
            aria-current={name === table ? 'page' : undefined}
            onClick={() => setTable(name)}
          >
            {t(`entered.${name}`)}
            {drafts[name] ? (
              <span className="people-mark" role="img" aria-label={t('entered.unsaved', { n: 1 })} />
            ) : (
              typedIn(name) > 0 && <span className="caption num">{count(typedIn(name))}</span>
            )}
          </button>
        ))}
      </nav>
      <section className="people-main">
        {problem && <ProblemBlock {...problem} />}
        {grid && <Sheet key={table} table={table} grid={grid} />}
      </section>
    </div>
  );
}

function Sheet({ table, grid }: { table: TypedTable; grid: EnteredGrid }) {
  const { t } = useWords();
  const draft = useDrafts((store) => store.drafts[table]);
  const problem = useDrafts((store) => store.problem);
  const typed = draft ?? grid.typed;
  const rows = sheetOf(grid, typed);
  const change = (next: readonly SheetRow[]): void => setDraft(table, typedOf(grid, next));
  const columns = useColumns(grid);
  const more = grid.importedCount - grid.imported.length;
  return (
    <>
      {problem && <ProblemBlock {...problem} onDismiss={() => useDrafts.setState({ problem: null })} />}
      <Actions table={table} grid={grid} rows={rows} change={change} />
      <EditGrid
        label={t(`entered.${table}`)}
        columns={columns}
        rowCount={rows.length + 1}
        cell={(at, field) => {
          const row = rows[at];
          const own = row?.typed[field];
          return {
            text: own ?? row?.imported?.[field] ?? '',
            own: own !== undefined && !(row?.imported && grid.key.includes(field)),
            fixed: isFixed(grid, row, field),
          };
        }}
        onSet={(row, field, text) => {
          const column = columns.findIndex(({ id }) => id === field);
          if ((rows[row]?.typed[field] ?? rows[row]?.imported?.[field] ?? '') !== text)
            change(withBlock(grid, rows, { row, column }, [[text]]));
        }}
        onPaste={(row, column, block) => change(withBlock(grid, rows, { row, column }, block))}
      />
      <p className="caption people-legend">
        {t('entered.own')} {t('entered.paste')} {more > 0 && t('entered.more', { n: more })}
      </p>
    </>
  );
}

function useColumns(grid: EnteredGrid): readonly EditColumn[] {
  const { t, find } = useWords();
  const wide = new Set([
    'name',
    'note',
    'text',
    'programme',
    'topic',
    'skills',
    'required_roles',
    'aliases',
    'team_id',
  ]);
  return columnsOf(grid).map(({ name, type, values }) => ({
    id: name,
    head: find(`field.${name}`) ?? name,
    width: wide.has(name) ? '184px' : name === 'role' ? '152px' : '124px',
    align: type === 'dec' || type === 'int' ? 'right' : 'left',
    ...(values.length > 0 && { choices: values.map((id) => ({ id, text: find(`label.${id}`) ?? id })) }),
    ...(type === 'bool' && {
      choices: [
        { id: 'true', text: t('common.yes') },
        { id: 'false', text: t('common.no') },
      ],
    }),
  }));
}

function Actions({
  table,
  grid,
  rows,
  change,
}: {
  table: TypedTable;
  grid: EnteredGrid;
  rows: readonly SheetRow[];
  change: (rows: readonly SheetRow[]) => void;
}) {
  const { t } = useWords();
  const draft = useDrafts((store) => store.drafts[table]);
  const saving = useDrafts((store) => store.saving);
  const readOnly = useWorkspace((store) => store.workspace?.readOnly ?? false);
  const refused = readOnly ? t('entered.readOnly') : saving ? t('entered.saving') : undefined;
  const save = (): void => void saveDraft(table, grid.typed);
  useSaveKey(save);
  return (
    <div className="people-actions">
      {draft ? (
        <>
          <Button kind="primary" onPress={save} refused={refused} aria-keyshortcuts="Control+S">
            {saving ? t('entered.saving') : t('entered.save')}
          </Button>
          <Button kind="quiet" onPress={() => setDraft(table, null)}>
            {t('entered.discard')}
          </Button>
          <span className="small">{t('entered.unsaved', { n: changedRows(grid.typed, draft) })}</span>
        </>
      ) : (
        <span className="small">
          {t('entered.counted', { typed: grid.typed.length, imported: grid.importedCount })}
        </span>
      )}
      <span className="top-space" />
      <BringCsv grid={grid} rows={rows} change={change} />
      <Button kind="quiet" onPress={() => saveText(`${table}.csv`, csvOf(grid, rows))}>
        {t('entered.toCsv')}
      </Button>
    </div>
  );
}

function BringCsv({
  grid,
  rows,
  change,
}: {
  grid: EnteredGrid;
  rows: readonly SheetRow[];
  change: (rows: readonly SheetRow[]) => void;
}) {
  const { t } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const bring = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    const [first = [], ...lines] = cellsOfText(await file.text());
    const named = fieldsNamed(grid, first);
    const fields = named ?? columnsOf(grid).map(({ name }) => name);
    change(withLines(grid, rows, fields, named ? lines : [first, ...lines]));
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".csv,.tsv,.txt"
        hidden
        aria-label={t('entered.fromCsv')}
        onChange={(event) => {
          void bring(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      <Button kind="quiet" onPress={() => input.current?.click()}>
        {t('entered.fromCsv')}
      </Button>
    </>
  );
}

function useSaveKey(save: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      save();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
}

function csvOf(grid: EnteredGrid, rows: readonly SheetRow[]): string {
  const columns = grid.fields.map(({ name }) => ({
    head: name,
    value: (row: SheetRow) => row.typed[name] ?? row.imported?.[name] ?? null,
  }));
  return csvText(columns, rows);
}

function changedRows(before: readonly object[], after: readonly object[]): number {
  const known = new Set(before.map((row) => JSON.stringify(row)));
  const same = after.filter((row) => known.has(JSON.stringify(row))).length;
  return Math.max(before.length, after.length) - same;
}
