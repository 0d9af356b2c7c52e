import { useState } from 'react';
import type { Incoming, LoadPlan } from '../../../../electron/contract';
import { ask, bridge } from '../../../engine';
import { cancelLoad, clearLoad, load, useLoad } from '../../../state/load';
import { useAnswer } from '../../../state/use-metric';
import { useWorkspace } from '../../../state/workspace';
import { Button } from '../../../ui/button';
import { csvText } from '../../../ui/copy-text';
import { Dialog } from '../../../ui/dialog';
import { IconNext } from '../../../ui/icons';
import { ProblemBlock } from '../../../ui/problem';
import { Table } from '../../../ui/table';
import { useFormat } from '../../../ui/use-format';
import { useWords } from '../../../ui/words';
import type { Outcome } from './totals';
import { balances, outcomes, sizeText, totals } from './totals';

/** What the load would do: read = new + updated + unchanged + skipped + rejected, each count opening its lines, and the button that does it. */
export function DryRun({ plan, onConfirm }: { plan: LoadPlan; onConfirm: () => void }) {
  const { t } = useWords();
  const { count } = useFormat();
  const [open, setOpen] = useState<Outcome | null>(null);
  const phase = useLoad((store) => store.phase);
  const sums = totals(plan.files);
  if (phase === 'loading') return <Loading />;
  return (
    <div className="dry-run" role="group" aria-label={t('load.dryRun')}>
      <div className="dry-title">
        <div className="start-name">{t('load.dryRun')}</div>
        <div className="caption">{t('load.dryRunNote')}</div>
      </div>
      <Figure n={count(sums.read)} text={t('load.read')} />
      {outcomes.map((outcome, i) => (
        <Figure
          key={outcome}
          sign={i === 0 ? '=' : '+'}
          n={count(sums[outcome])}
          text={t(`load.${outcome}`)}
          bad={outcome === 'rejected' && sums.rejected > 0}
          {...(sums[outcome] > 0 && { onPress: () => setOpen(outcome) })}
        />
      ))}
      <div className="dry-note small">
        <div>
          {sums.skipped + sums.rejected > 0
            ? t('load.setAside', { n: sums.skipped + sums.rejected })
            : t('load.nothingWritten')}
        </div>
        <SaveLines plan={plan} />
      </div>
      <Actions plan={plan} onConfirm={onConfirm} />
      {open && <Lines outcome={open} onClose={() => setOpen(null)} />}
    </div>
  );
}

interface FigureProps {
  readonly sign?: string;
  readonly n: string;
  readonly text: string;
  readonly bad?: boolean;
  readonly onPress?: () => void;
}

function Figure({ sign, n, text, bad, onPress }: FigureProps) {
  return (
    <>
      {sign !== undefined && <span className="dry-sign">{sign}</span>}
      <div className={`dry-figure ${bad ? 'dry-bad' : ''}`}>
        <div className="dry-n num">{n}</div>
        {onPress ? (
          <Button kind="link" className="small" label={`${n} ${text}`} onPress={onPress}>
            {text}
          </Button>
        ) : (
          <span className="small">{text}</span>
        )}
      </div>
    </>
  );
}

function Actions({ plan, onConfirm }: { plan: LoadPlan; onConfirm: () => void }) {
  const { t } = useWords();
  const { count } = useFormat();
  const readOnly = useWorkspace((store) => store.workspace?.readOnly ?? false);
  const planning = useLoad((store) => store.phase === 'planning');
  const sums = totals(plan.files);
  const open = plan.questions.length;
  const refused = !balances(plan.files)
    ? t('load.unbalanced')
    : readOnly
      ? t('load.readOnly')
      : open > 0
        ? t('load.confirmFirst')
        : planning
          ? t('load.reading')
          : undefined;
  return (
    <div className="dry-actions">
      {!balances(plan.files) && <span className="dry-bad small">{t('load.unbalanced')}</span>}
      <Button onPress={clearLoad}>{t('common.cancel')}</Button>
      <Button kind={open > 0 ? 'default' : 'primary'} refused={refused} onPress={() => void load()}>
        {t('load.load', { n: count(sums.new + sums.updated) })}
      </Button>
      {open > 0 && (
        <Button kind="primary" onPress={onConfirm}>
          {t('load.confirm', { n: open })}
          <IconNext size={14} aria-hidden />
        </Button>
      )}
    </div>
  );
}

function Loading() {
  const { t } = useWords();
  const progress = useLoad((store) => store.progress);
  const share = progress && progress.total > 0 ? progress.done / progress.total : null;
  return (
    <div className="dry-run" role="group" aria-label={t('load.dryRun')}>
      <div className="dry-title">
        <div className="start-name">{progress ? t(`load.step.${progress.step}`) : t('load.step.read')}</div>
        <div className="caption">{t('load.cancelNote')}</div>
      </div>
      <div
        className="dry-progress"
        role="progressbar"
        aria-label={t('load.dryRun')}
        aria-valuemin={0}
        aria-valuemax={100}
        {...(share !== null && { 'aria-valuenow': Math.round(share * 100) })}
      >
        <span style={{ '--share': share ?? 0 }} />
      </div>
      <div className="dry-note small num">
        {progress && t('load.loading', { file: progress.file, done: progress.done, total: progress.total })}
      </div>
      <div className="dry-actions">
        <Button onPress={cancelLoad}>{t('common.cancel')}</Button>
      </div>
    </div>
  );
}

interface SetAsideLine {
  readonly file: string;
  readonly line: number;
  readonly reason: string;
  readonly text: string;
}

async function linesOf(
  files: readonly Incoming[],
  outcome: Outcome,
  signal?: AbortSignal,
): Promise<readonly SetAsideLine[]> {
  const { map } = useLoad.getState();
  const found = await Promise.all(
    files.map(async (file) => {
      const lines = await ask(
        (engine, either) => engine.files.lines({ file, map, outcome }, { signal: either }),
        signal,
      );
      return lines.map((line) => ({ file: file.name, ...line }));
    }),
  );
  return found.flat();
}

function useLineColumns() {
  const { t } = useWords();
  return [
    { id: 'file', head: t('load.file'), value: (row: SetAsideLine) => row.file, width: '180px' },
    { id: 'line', head: t('load.line'), value: (row: SetAsideLine) => row.line, align: 'right', width: '64px' },
    { id: 'reason', head: t('load.reason'), value: (row: SetAsideLine) => row.reason, width: '220px' },
    { id: 'text', head: t('load.text'), value: (row: SetAsideLine) => row.text, width: 'minmax(240px, 1fr)' },
  ] as const;
}

function Lines({ outcome, onClose }: { outcome: Outcome; onClose: () => void }) {
  const { t } = useWords();
  const files = useLoad((store) => store.files);
  const map = useLoad((store) => store.map);
  const columns = useLineColumns();
  const key = `lines:${outcome}:${JSON.stringify([files, map])}`;
  const { answer, problem } = useAnswer(key, (signal) => linesOf(files, outcome, signal));
  const title = t('load.lines', { outcome: t(`load.${outcome}`), file: files.map((file) => file.name).join(', ') });
  return (
    <Dialog title={title} place="wide" onClose={onClose}>
      {problem && <ProblemBlock {...problem} />}
      <div className="rows-panel">{answer && <Table label={title} columns={columns} rows={answer} />}</div>
    </Dialog>
  );
}

function SaveLines({ plan }: { plan: LoadPlan }) {
  const { t } = useWords();
  const columns = useLineColumns();
  const sums = totals(plan.files);
  if (sums.skipped + sums.rejected === 0) return <SizeNote plan={plan} />;
  const save = async (): Promise<void> => {
    const { files } = useLoad.getState();
    const lines = [...(await linesOf(files, 'rejected')), ...(await linesOf(files, 'skipped'))];
    await bridge().saveFile('set-aside.csv', new TextEncoder().encode(`\uFEFF${csvText(columns, lines)}`));
  };
  return (
    <Button kind="link" onPress={() => void save()}>
      {t('load.saveLines')}
    </Button>
  );
}

function SizeNote({ plan }: { plan: LoadPlan }) {
  const { t, locale } = useWords();
  const bytes = plan.files.reduce((sum, file) => sum + file.bytes, 0);
  return <div className="caption">{t('load.size', { n: plan.files.length, size: sizeText(bytes, locale) })}</div>;
}
