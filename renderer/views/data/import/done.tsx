import { chooseFiles } from '../../../state/doors';
import { clearLoad, undoImport, useLoad } from '../../../state/load';
import { showView } from '../../../state/question';
import { Button } from '../../../ui/button';
import { ProblemBlock } from '../../../ui/problem';
import { useWords } from '../../../ui/words';
import { Sources } from './sources';
import { totals } from './totals';

/** The load is done: what came in, the way back, the way on. */
export function Done() {
  const { t } = useWords();
  const { result, problem } = useLoad();
  const sums = totals(result?.files ?? []);
  const importId = result?.import_id;
  return (
    <div className="view">
      <div className="answer-head">
        <h1>{t('load.done', { n: sums.new + sums.updated })}</h1>
        {sums.skipped + sums.rejected > 0 && (
          <p>{t('load.doneNote', { skipped: sums.skipped, rejected: sums.rejected })}</p>
        )}
      </div>
      {problem && <ProblemBlock {...problem} />}
      <div className="import-actions">
        <Button kind="primary" onPress={() => showView('overview')}>
          {t('load.look')}
        </Button>
        <Button
          onPress={() => {
            clearLoad();
            void chooseFiles();
          }}
        >
          {t('load.another')}
        </Button>
        {importId && (
          <Button kind="quiet" onPress={() => void undoImport(importId)}>
            {t('load.undo')}
          </Button>
        )}
      </div>
      <Sources />
    </div>
  );
}
