import { useState } from 'react';
import type { RowsWanted } from '../state/use-rows';
import { useRows } from '../state/use-rows';
import { askAgain } from '../state/use-metric';
import { useWorkspace } from '../state/workspace';
import { Button } from '../ui/button';
import { ProblemBlock } from '../ui/problem';
import { Table } from '../ui/table';
import { useFormat } from '../ui/use-format';
import { useWords } from '../ui/words';
import { gridColumns, shownFirst } from './grid-table';
import { Panel } from './panel';
import { TableTools } from './rows-panel';

/** The rows behind the selected mark, below the picture: they number what the mark says. Undefined while nothing is selected. */
export function RowsBelow({ wanted, title, hint }: { wanted: RowsWanted | undefined; title: string; hint: string }) {
  const words = useWords();
  const formats = useFormat();
  const key = JSON.stringify(wanted);
  const [more, setMore] = useState({ key, pages: 1 });
  const pages = more.key === key ? more.pages : 1;
  const { answer, stale, problem } = useRows(wanted, pages);
  const currency = useWorkspace((store) => store.workspace?.settings['currency'] ?? '');
  const rows = answer?.grid.rows ?? [];
  const every = answer ? gridColumns(answer.grid, words, formats, currency) : [];
  const columns = shownFirst(every, rows);
  const { t } = words;
  if (!wanted) {
    return (
      <Panel title={title} className="fills">
        <p className="small quiet">{hint}</p>
      </Panel>
    );
  }
  return (
    <Panel
      title={title}
      note={answer && t('measure.rows', { n: answer.count })}
      stale={stale}
      className="fills"
      end={<TableTools name={wanted.metric} columns={every} rows={rows} />}
    >
      {problem && <ProblemBlock {...problem} onRepeat={askAgain} />}
      <Table
        key={columns.map(({ id }) => id).join()}
        label={title}
        columns={columns}
        rows={rows}
        onEnd={() => answer && rows.length < answer.count && setMore({ key, pages: 2 * pages })}
        foot={
          answer &&
          rows.length < answer.count && (
            <Button kind="link" onPress={() => setMore({ key, pages: 2 * pages })}>
              {t('common.more', { n: answer.count - rows.length })}
            </Button>
          )
        }
      />
    </Panel>
  );
}
