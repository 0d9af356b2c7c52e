import type { Row } from '../../../engine';
import { gridColumns } from '../../../frame/grid-table';
import { addQueryToDeck } from '../../../frame/review-keys';
import { TableTools } from '../../../frame/table-tools';
import { useChoice } from '../../../state/choices';
import { useSqlFunctions, useSqlTables } from '../../../state/reads';
import { cancelSql, mostSqlOfSlide, runSql, setSqlText, useSql } from '../../../state/sql';
import { useWorkspace } from '../../../state/workspace';
import { Button } from '../../../ui/button';
import { IconOpen, IconRun } from '../../../ui/icons';
import { MenuButton } from '../../../ui/menu';
import { ProblemBlock } from '../../../ui/problem';
import { Segmented } from '../../../ui/segmented';
import { SqlEditor } from '../../../ui/sql-editor';
import type { CompletedFunction, CompletedTable } from '../../../ui/sql-editor';
import type { TableColumn } from '../../../ui/table';
import { Table } from '../../../ui/table';
import { useFormat } from '../../../ui/use-format';
import { useWords } from '../../../ui/words';
import { Examples } from './examples';
import { Head } from './head';
import { Names } from './names';
import { rawFormats } from './raw';
import { ResultChart } from './result-chart';
import './sql.css';

const none: readonly CompletedTable[] = [];
const noFunctions: readonly CompletedFunction[] = [];

/** A query of one's own over the workspace's tables: editor, result, and the tables to look names up in. */
export function Sql() {
  const { t } = useWords();
  const text = useSql((store) => store.text);
  const { answer: tables = none } = useSqlTables();
  const { answer: functions = noFunctions } = useSqlFunctions();
  return (
    <div className="view sql">
      <div className="sql-main">
        <Head />
        <SqlEditor
          label={t('sql.editor')}
          text={text}
          tables={tables}
          functions={functions}
          onChange={setSqlText}
          onRun={() => void runSql(false)}
        />
        <Actions />
        <Result />
      </div>
      <Names tables={tables} functions={functions} />
    </div>
  );
}

function Actions() {
  const { t } = useWords();
  const running = useSql((store) => store.running);
  const history = useSql((store) => store.history);
  return (
    <div className="sql-actions">
      <Button kind="primary" onPress={() => void runSql(false)} aria-keyshortcuts="Control+Enter">
        <IconRun size={14} aria-hidden />
        {t('sql.run')}
      </Button>
      <Button onPress={() => void runSql(true)}>{t('sql.explain')}</Button>
      {running && <Button onPress={cancelSql}>{t('sql.cancel')}</Button>}
      {running && <span className="caption">{t('sql.running')}</span>}
      <span className="top-space" />
      <MenuButton
        label={t('sql.history')}
        button={
          <Button kind="quiet" {...(history.length === 0 && { refused: t('sql.noHistory') })}>
            {t('sql.history')}
            <IconOpen size={14} aria-hidden />
          </Button>
        }
        groups={[{ items: history.map((entry) => ({ id: entry, text: entry.replaceAll(/\s+/g, ' ').slice(0, 90) })) }]}
        onChoose={setSqlText}
      />
    </div>
  );
}

// What was given up leaves the result before it; what failed does not, which would be taken for its own.
function Result() {
  const { result, problem } = useSql();
  const stays = !problem || (problem.code === 'query_cancelled' && result !== null);
  return (
    <>
      {problem && <ProblemBlock {...problem} />}
      {stays && <LastResult />}
    </>
  );
}

function LastResult() {
  const words = useWords();
  const formats = useFormat();
  const { result, running } = useSql();
  const currency = useWorkspace((store) => store.workspace?.settings['currency'] ?? '');
  const [shown, setShown] = useChoice('sql.shown', 'table', 'chart');
  const { t } = words;
  if (!result) return <Examples />;
  if (result.explained) {
    const plan = result.grid.rows.map((row) => String(Object.values(row).at(-1) ?? '')).join('\n');
    return (
      <section className="sql-result">
        <h2>{t('sql.plan')}</h2>
        <pre className="code" tabIndex={0}>
          {plan}
        </pre>
      </section>
    );
  }
  const columns = gridColumns(result.grid, rawWords(words), rawFormats(formats), currency).map(asWritten);
  const { count, cut, milliseconds } = result;
  return (
    <section className={`sql-result ${running ? 'stale' : ''}`}>
      <div className="rows-head">
        <span className="caption num">
          {t('sql.result', { n: count, ms: Math.round(milliseconds) })}
          {cut && ` · ${t('sql.cut', { shown: result.grid.rows.length })}`}
        </span>
        <span className="top-space" />
        <Segmented
          label={t('sql.shown')}
          items={(['table', 'chart'] as const).map((id) => ({ id, text: t(`sql.${id}`) }))}
          selected={shown}
          onChange={setShown}
        />
        <ToReview text={result.text} />
        <TableTools name="query" columns={columns} rows={result.grid.rows} />
      </div>
      {shown === 'chart' ? (
        <ResultChart grid={result.grid} />
      ) : (
        <Table label={t('sql.title')} columns={columns} rows={result.grid.rows} />
      )}
    </section>
  );
}

// What is added is the query that gave these rows, also where the text was changed since.
function ToReview({ text }: { text: string }) {
  const { t } = useWords();
  return (
    <Button {...(text.length > mostSqlOfSlide && { refused: t('sql.tooLong') })} onPress={() => addQueryToDeck(text)}>
      {t('mark.add')}
    </Button>
  );
}

// A query's columns keep the names that were written.
function rawWords<W extends { find: (key: string) => string | null }>(words: W): W {
  return { ...words, find: () => null };
}

// A column is called what the query calls it.
function asWritten(column: TableColumn<Row>): TableColumn<Row> {
  return { ...column, head: column.id };
}
