import { useState } from 'react';
import type { LoadPlan } from '../../../../electron/contract';
import { cancelLoad, clearLoad, load, mustAnswer, useLoad } from '../../../state/load';
import { useWorkspace } from '../../../state/workspace';
import { Button } from '../../../ui/button';
import { IconNext } from '../../../ui/icons';
import { useFormat } from '../../../ui/use-format';
import { useWords } from '../../../ui/words';
import type { Outcome } from './totals';
import { Lines, SaveLines } from './lines';
import { balances, isKnown, outcomes, totals } from './totals';
import { UnderWay } from './under-way';

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
      <div className={`dry-note small ${sums.skipped + sums.rejected > 0 ? 'dry-kept' : ''}`}>
        <div>
          {sums.skipped + sums.rejected > 0
            ? t('load.setAside', { n: sums.skipped + sums.rejected })
            : t('load.nothingWritten')}
        </div>
        {sums.skipped + sums.rejected > 0 && <SaveLines />}
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
  const open = mustAnswer(plan.questions).length;
  const refused = !balances(plan.files)
    ? t('load.unbalanced')
    : !plan.files.some(isKnown)
      ? t('load.nothingToLoad')
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
  return (
    <UnderWay
      title={progress ? t(`load.step.${progress.step}`) : t('load.step.read')}
      note={t('load.cancelNote')}
      label={t('load.dryRun')}
      onCancel={cancelLoad}
    />
  );
}
