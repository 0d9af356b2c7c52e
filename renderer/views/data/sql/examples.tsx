import { runSql, setSqlText } from '../../../state/sql';
import { rowsIn, useWorkspace } from '../../../state/workspace';
import { Button } from '../../../ui/button';
import { Empty } from '../../../ui/empty';
import { useWords } from '../../../ui/words';

const examples = [
  {
    id: 'stages',
    table: 'opportunities',
    text: 'select stage, count(*) as deals\nfrom opportunities\ngroup by all\norder by deals desc',
  },
  {
    id: 'months',
    table: 'opportunities',
    text: "select strftime(created_at, '%Y-%m') as month, count(*) as deals\nfrom opportunities\nwhere created_at is not null\ngroup by all\norder by month",
  },
  {
    id: 'segments',
    table: 'accounts',
    text: 'select segment, count(*) as customers\nfrom accounts\ngroup by all\norder by customers desc',
  },
  {
    id: 'kinds',
    table: 'activities',
    text: 'select kind, count(*) as activities\nfrom activities\ngroup by all\norder by activities desc',
  },
] as const;

/** Nothing ran yet: how to begin, and queries over what is there. */
export function Examples() {
  const { t } = useWords();
  const workspace = useWorkspace((store) => store.workspace);
  const fitting = examples.filter(({ table }) => rowsIn(workspace, table) > 0);
  const take = (text: string): void => {
    setSqlText(text);
    void runSql(false);
    // The button goes with what it led to.
    document.querySelector<HTMLElement>('.sql-editor .cm-content')?.focus();
  };
  return (
    <div className="sql-begin">
      <Empty text={t('sql.empty')} />
      {fitting.length > 0 && (
        <div className="sql-examples" role="group" aria-label={t('sql.examples')}>
          <span className="small">{t('sql.examples')}</span>
          {fitting.map(({ id, text }) => (
            <Button key={id} onPress={() => take(text)}>
              {t(`sql.example.${id}`)}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
