import { EmptyView } from '../../frame/empty-view';
import { figureIn, numberIn, useStatus } from '../../frame/answers';
import { eventName } from '../../frame/names';
import { RowsBelow } from '../../frame/rows-below';
import { useChoice } from '../../state/choices';
import { rowsIn, useWorkspace } from '../../state/workspace';
import { useFormat } from '../../ui/use-format';
import { useWords } from '../../ui/words';
import { Controls } from './controls';
import './journey.css';
import { journeyHeadline } from './headline';
import { LossReasons } from './loss-reasons';
import { Steps } from './steps';
import { StepTimes } from './step-times';
import { useJourney } from './use-journey';

/** What happens between any two events: the chosen steps in order, strictly or in any order, within a window, with what may not happen between. */
export function Journey() {
  const { t } = useWords();
  const workspace = useWorkspace((store) => store.workspace);
  if (rowsIn(workspace, 'opportunities') + rowsIn(workspace, 'leads') > 0) return <Filled />;
  return <EmptyView text={t('funnel.empty')} />;
}

function Filled() {
  const words = useWords();
  const { t } = words;
  const journey = useJourney();
  const [step] = useChoice('journey.step');
  const chosen = journey.steps[Number(step) - 1] === undefined ? String(journey.steps.length) : step;
  const event = eventName(journey.steps[Number(chosen) - 1] ?? '', words);
  const wanted = {
    metric: 'journey',
    question: journey.question,
    where: { step: chosen },
    part: 'numerator' as const,
  };
  return (
    <div className="view journey">
      <Head />
      <Controls />
      <div className="beside journey-top">
        <div className="stack">
          <Steps journey={journey} selected={chosen} />
          <RowsBelow
            wanted={journey.answer ? wanted : undefined}
            title={t('journey.reachedStep', { event })}
            hint={t('journey.chooseStep')}
          />
        </div>
        <div className="stack">
          <LossReasons />
          <StepTimes />
        </div>
      </div>
    </div>
  );
}

function Head() {
  const words = useWords();
  const { t } = words;
  const formats = useFormat();
  const journey = useJourney();
  const judged = numberIn(journey.answer?.grid.rows[0], 'denominator');
  useStatus(journey.answer, { metric: 'journey', question: journey.question }, 'status.journeys', judged);
  if (!journey.answer) return <div className="answer-head answer-waiting" />;
  const rows = journey.answer.grid.rows;
  const [first, last] = [rows[0], rows.at(-1)];
  const figure = figureIn(last);
  const sentence = journeyHeadline({
    share: figure.value === null || (figure.n ?? 0) === 0 ? null : formats.ratio(figure.value),
    range: formats.range('ratio', figure.lower, figure.upper),
    thin: figure.state === 'thin',
    first: eventName(journey.steps[0] ?? '', words),
    last: eventName(journey.steps.at(-1) ?? '', words),
  });
  return (
    <div className={`answer-head ${journey.stale ? 'stale' : ''}`}>
      <h1>{t(sentence.key, sentence.args)}</h1>
      <p>
        {t('journey.about', {
          n: numberIn(first, 'denominator') ?? 0,
          young: numberIn(first, 'immature') ?? 0,
        })}
      </p>
    </div>
  );
}
