import { useStatus } from '../../../frame/answers';
import { EmptyAnswer } from '../../../frame/empty-view';
import { namesText } from '../../../frame/names-text';
import { useChoice } from '../../../state/choices';
import { useMetric } from '../../../state/use-metric';
import { useQuestionOver } from '../../../state/use-period';
import { rowsIn, useWorkspace } from '../../../state/workspace';
import { useWords } from '../../../ui/words';
import { Changed } from './changed';
import { effectShown, effectsOf, trainingHeadline } from './effects';
import { Guards } from './guards';
import { Mentors } from './mentors';
import './training.css';
import { CoverageLines, WhoWasTrained } from './who-was-trained';

/** What training changed, who was trained in what, and who could help whom. */
export function Training() {
  const words = useWords();
  const { t } = words;
  const workspace = useWorkspace((store) => store.workspace);
  const question = useQuestionOver({ from: null, to: null });
  const there = rowsIn(workspace, 'trainings') > 0;
  const asked = useMetric('training-effect', there ? question : undefined);
  const effects = effectsOf(asked.answer?.grid.rows ?? [], asked.answer?.extra?.['people']);
  useStatus(asked.answer, { metric: 'training-effect', question }, 'status.trained');
  const [chosen] = useChoice('training.programme');
  const shown = effectShown(effects, chosen);
  const head = trainingHeadline(effects, namesText(words));
  return (
    <div className="view training">
      {!there && <EmptyAnswer text={t('training.empty')} />}
      {there && (
        <>
          <div className={`answer-head ${asked.stale ? 'stale' : ''}`}>
            <h1>{asked.answer && head.map(({ key, args }) => t(key, args)).join(' ')}</h1>
            <p>{asked.answer && t('training.how')}</p>
          </div>
          <div className="beside training-top">
            <div className="stack">
              <Changed asked={asked} effects={effects} shown={shown} question={question} />
              <CoverageLines />
            </div>
            <Guards effects={effects} effect={shown} />
          </div>
          <WhoWasTrained />
        </>
      )}
      <Mentors />
    </div>
  );
}
