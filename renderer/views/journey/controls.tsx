import { eventName } from '../../frame/names';
import { useChoice } from '../../state/choices';
import { Button } from '../../ui/button';
import { IconAdd, IconClose, IconNext } from '../../ui/icons';
import { Pick } from '../../ui/pick';
import { Segmented } from '../../ui/segmented';
import { useWords } from '../../ui/words';
import { events } from './events';
import { useSteps } from './use-journey';

const windows = ['30d', '90d', '180d', '365d', 'inf'] as const;
const fewest = 2;
const most = 8;

/** The question itself: which steps, in which order, how long they may take, and what may not come between. */
export function Controls() {
  const words = useWords();
  const { t } = words;
  const [order, setOrder] = useChoice('journey.order', 'ordered', 'strict', 'unordered');
  const [window, setWindow] = useChoice('journey.window', ...windows);
  const [exclude, setExclude] = useChoice('journey.exclude');
  const [over, setOver] = useChoice('journey.over', 'journey', 'account');
  return (
    <div className="journey-controls">
      <StepPicks />
      <Segmented
        label={t('journey.order')}
        items={(['ordered', 'strict', 'unordered'] as const).map((id) => ({ id, text: t(`journey.${id}`) }))}
        selected={order}
        onChange={setOrder}
      />
      <Pick
        label={t('journey.window')}
        items={windows.map((id) => ({
          id,
          text: id === 'inf' ? t('journey.noWindow') : t('journey.within', { days: Number.parseInt(id, 10) }),
        }))}
        selected={window}
        onChange={(id) => setWindow(windows.find((each) => each === id) ?? '90d')}
      />
      <Pick
        label={t('journey.exclude')}
        items={[
          { id: 'none', text: t('journey.noExclusion') },
          ...events.map((id) => ({ id, text: t('journey.without', { event: eventName(id, words) }) })),
        ]}
        selected={exclude === '' ? 'none' : exclude}
        onChange={(id) => setExclude(id === 'none' ? '' : id)}
      />
      <Segmented
        label={t('journey.over')}
        items={[
          { id: 'journey', text: t('journey.overJourneys') },
          { id: 'account', text: t('journey.overAccounts') },
        ]}
        selected={over}
        onChange={setOver}
      />
    </div>
  );
}

function StepPicks() {
  const words = useWords();
  const { t } = words;
  const [text, setText] = useSteps();
  const steps = text.split(',');
  const items = events.map((id) => ({ id, text: eventName(id, words) }));
  const put = (at: number, event: string): void => setText(steps.map((each, i) => (i === at ? event : each)).join());
  const drop = (at: number): void => setText(steps.filter((_, i) => i !== at).join());
  return (
    <span className="journey-steps" role="group" aria-label={t('journey.steps')}>
      {steps.map((step, at) => (
        <span key={`${at}-${step}`} className="journey-step">
          {at > 0 && <IconNext size={12} aria-hidden />}
          <Pick label={t('journey.step', { n: at + 1 })} items={items} selected={step} onChange={(id) => put(at, id)} />
          {steps.length > fewest && (
            <Button kind="icon" label={t('journey.dropStep', { n: at + 1 })} onPress={() => drop(at)}>
              <IconClose size={12} aria-hidden />
            </Button>
          )}
        </span>
      ))}
      {steps.length < most && (
        <Button
          kind="icon"
          label={t('journey.addStep')}
          tip={t('journey.addStep')}
          onPress={() => setText([...steps, 'order'].join())}
        >
          <IconAdd size={14} aria-hidden />
        </Button>
      )}
    </span>
  );
}
