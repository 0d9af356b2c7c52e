import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { Status } from '../state/screen';
import { explain, useScreen } from '../state/screen';
import { useLoad } from '../state/load';
import type { ViewId } from '../state/question';
import { useQuestion } from '../state/question';
import { cancelPending, usePending } from '../state/use-metric';
import { useTaking } from '../state/taking';
import { useWorkspace } from '../state/workspace';
import { Button } from '../ui/button';
import { IconOffline, IconWorkspace } from '../ui/icons';
import { sizeText } from '../ui/size-text';
import { useFormat } from '../ui/use-format';
import { useWords } from '../ui/words';
import { LeftOutLines } from './left-out';
import { ListOnItsWay } from './list-on-its-way';
import { useLonger } from './use-longer';

const withoutQuestion: ReadonlySet<ViewId> = new Set(['import', 'checks', 'sql']);

/** The line at the bottom: as of when, how many, what was left out, by which interval, in which workspace. */
export function StatusBar() {
  const view = useQuestion((history) => history.asked.view);
  const workspace = useWorkspace((store) => store.workspace);
  const { t } = useWords();
  return (
    <footer className="status-bar" aria-label={t('frame.status')}>
      <Waiting />
      <ListOnItsWay />
      {withoutQuestion.has(view) ? (
        <>
          {view === 'import' && <Load />}
          <span className="status-space" />
          <span className="status-item">
            <IconOffline size={13} aria-hidden />
            {t('frame.offline')}
          </span>
        </>
      ) : (
        <Frame />
      )}
      <span className="status-item">
        <IconWorkspace size={13} aria-hidden />
        <span>
          {workspace?.name}
          {workspace?.readOnly && ` · ${t('frame.readOnly')}`}
        </span>
      </span>
      {!withoutQuestion.has(view) && <Links />}
    </footer>
  );
}

// What lies on the import's table, and that nothing of it has been written yet.
function Load() {
  const { t, locale } = useWords();
  const { phase, plan } = useLoad();
  if (!plan || phase === 'done' || phase === 'empty') return null;
  const bytes = plan.files.reduce((sum, file) => sum + file.bytes, 0);
  return (
    <>
      <span>{t('load.size', { n: plan.files.length, size: sizeText(bytes, locale) })}</span>
      {phase !== 'loading' && <span>{t('load.nothingWritten')}</span>}
    </>
  );
}

function Frame() {
  const { t, find } = useWords();
  const { instant } = useFormat();
  const status = useScreen((screen) => screen.status);
  const workspace = useWorkspace((store) => store.workspace);
  const method = status?.method ? (find(`method.${status.method}`) ?? status.method) : null;
  return (
    <>
      {workspace?.asOf && (
        <span>{t('frame.asOf', { at: instant(workspace.asOf, workspace.settings['time_zone']) })}</span>
      )}
      {status?.n !== null && status?.unit && <span>{t(status.unit, { n: status.n })}</span>}
      <Excluded excluded={status?.excluded ?? {}} explained={status?.explained ?? null} />
      {method && <span>{t('frame.method', { method })}</span>}
      <span className="status-space" />
    </>
  );
}

function Excluded({ excluded, explained }: Pick<Status, 'excluded' | 'explained'>) {
  const { t } = useWords();
  const total = Object.values(excluded).reduce((sum, n) => sum + n, 0);
  if (total === 0) return null;
  return (
    <DialogTrigger>
      <Button kind="quiet" className="status-link">
        {t('frame.excluded', { n: total })}
      </Button>
      <Popover className="popover" offset={4} placement="top start">
        <Dialog aria-label={t('frame.excluded', { n: total })} className="excluded">
          {({ close }) => (
            <>
              <p>{t('frame.excludedWhy')}</p>
              <LeftOutLines excluded={excluded} explained={explained} onOpen={close} />
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function Links() {
  const { t } = useWords();
  const explained = useScreen((screen) => screen.status?.explained);
  if (!explained) return null;
  return (
    <>
      <Button kind="quiet" className="status-link" onPress={() => explain(explained)}>
        {t('frame.definition')}
      </Button>
      <Button kind="quiet" className="status-link" onPress={() => explain(explained, true)}>
        {t('view.sql')}
      </Button>
    </>
  );
}

// Past one second what is being done is said, with a way to stop it.
function Waiting() {
  const since = usePending((pending) => pending.since);
  return useLonger(since, 1_000) && <WaitingFor />;
}

function WaitingFor() {
  const { t } = useWords();
  const count = usePending((pending) => pending.count);
  return (
    <span className="status-item" role="status">
      {t('frame.computing', { n: count })}
      <Button kind="quiet" className="status-link" onPress={cancelPending}>
        {t('common.cancel')}
      </Button>
    </span>
  );
}

/** A thin bar under the top bar once an answer or a list takes longer than 300 milliseconds. */
export function Progress() {
  const { t } = useWords();
  const asking = usePending((pending) => pending.since);
  const taking = useTaking((store) => store.taking?.since);
  const since = asking ?? taking ?? null;
  const long = useLonger(since, 300);
  return long ? <div className="progress" role="progressbar" aria-label={t('frame.computing', { n: 1 })} /> : null;
}
