import { useState } from 'react';
import type { WorkspaceState } from '../../../../electron/contract';
import { useCheckRows } from '../../../state/reads';
import { setSqlText } from '../../../state/sql';
import { showView } from '../../../state/question';
import { useWorkspace } from '../../../state/workspace';
import type { Grid } from '../../../engine';
import { gridColumns } from '../../../frame/grid-table';
import { listName } from '../../../frame/names';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { Empty } from '../../../ui/empty';
import { ProblemBlock } from '../../../ui/problem';
import { Table } from '../../../ui/table';
import { useFormat } from '../../../ui/use-format';
import type { Words } from '../../../i18n';
import { useWords } from '../../../ui/words';
import './checks.css';

type Check = WorkspaceState['checks'][number];

/** What in the data a figure leaves out or takes with care: how often, the rows, what follows, what would mend it. */
export function Checks() {
  const words = useWords();
  const { t } = words;
  const { count } = useFormat();
  const workspace = useWorkspace((store) => store.workspace);
  const [open, setOpen] = useState<Check | null>(null);
  const checks = workspace?.checks ?? [];
  return (
    <div className="view">
      <div className="answer-head">
        <h1>{t('checks.headline', { n: checks.length })}</h1>
        <p>{t('checks.note')}</p>
      </div>
      {checks.length === 0 ? (
        <Empty text={t('checks.none')} />
      ) : (
        <table className="checks">
          <thead>
            <tr>
              <th className="num">{t('checks.rows')}</th>
              <th>{t('checks.finding')}</th>
              <th>{t('checks.remedy')}</th>
            </tr>
          </thead>
          <tbody>
            {checks.map((check) => (
              <tr key={check.id}>
                <td className="num">
                  <Button
                    kind="link"
                    label={t('checks.open', { n: check.count, what: said(check, 'consequence', words) })}
                    onPress={() => setOpen(check)}
                  >
                    {count(check.count)}
                  </Button>
                </td>
                <td>{said(check, 'consequence', words)}</td>
                <td className="quiet">{said(check, 'remedy', words)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {open && <Rows check={open} onClose={() => setOpen(null)} />}
    </div>
  );
}

// Checks of references and of unread cells are one each table, so their words are found by what their names begin with.
function said(check: Check, part: 'consequence' | 'remedy', words: Words): string {
  const { find } = words;
  const kind = /^(unknown|unread)_/.exec(check.id)?.[1] ?? '';
  const own = find(`check.${check.id}.${part}`) ?? find(`check.${kind}.${part}`) ?? check[part];
  return part === 'consequence' && kind !== '' ? `${placeOf(check.id.slice(kind.length + 1), words)}: ${own}` : own;
}

// `activities_account_id` in words: the list, and what the column is called in it.
function placeOf(name: string, words: Words): string {
  const tables = useWorkspace.getState().workspace?.tables.map((table) => table.name) ?? [];
  const [table] = tables.filter((each) => name.startsWith(`${each}_`)).sort((a, b) => b.length - a.length);
  if (table === undefined) return name;
  const column = name.slice(table.length + 1);
  const said = words.find(`column.${column}`) ?? words.find(`field.${column}`) ?? column;
  return words.t('checks.place', { list: listName(table, words), column: said });
}

// Columns that say nothing of any of the rows would only push the others away.
function filledOnly({ columns, rows }: Grid): Grid {
  return { rows, columns: columns.filter(({ name }) => rows.some((row) => row[name] !== null && row[name] !== '')) };
}

function Rows({ check, onClose }: { check: Check; onClose: () => void }) {
  const words = useWords();
  const { t } = words;
  const formats = useFormat();
  const { answer, problem } = useCheckRows(check.sql);
  const currency = useWorkspace((store) => store.workspace?.settings['currency'] ?? '');
  const title = said(check, 'consequence', words);
  const columns = answer ? gridColumns(filledOnly(answer), words, formats, currency) : [];
  return (
    <Dialog title={title} place="wide" onClose={onClose}>
      {problem && <ProblemBlock {...problem} />}
      <p className="caption checks-more">
        {answer && t('checks.shown', { n: answer.rows.length, all: check.count })}
        <Button
          kind="link"
          onPress={() => {
            setSqlText(check.sql);
            showView('sql');
          }}
        >
          {t('checks.inSql')}
        </Button>
      </p>
      <div className="rows-panel">{answer && <Table label={title} columns={columns} rows={answer.rows} />}</div>
    </Dialog>
  );
}
