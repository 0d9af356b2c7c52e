import { memo } from 'react';
import type { KeyboardEvent } from 'react';
import { useChoice } from '../../state/choices';
import type { ViewId } from '../../state/question';
import { showView } from '../../state/question';
import { usePeriod } from '../../state/use-period';
import { rowsIn, useWorkspace } from '../../state/workspace';
import { Panel } from '../../frame/panel';
import { useWhyNoTarget } from '../../frame/target-filters';
import { Button } from '../../ui/button';
import {
  IconCheck,
  IconClose,
  IconCustomers,
  IconData,
  IconGrowth,
  IconPipeline,
  IconReps,
  IconRetention,
  IconTeam,
  IconWarn,
} from '../../ui/icons';
import { useFormat } from '../../ui/use-format';
import { useWords } from '../../ui/words';
import type { Item } from './attention';
import { attentionList } from './attention';
import { useAttention } from './use-attention';

/** What needs attention, by money, then people, ending with good news; kinds of money are told apart and never summed. `X` sets a row aside for this period. */
export function NeedsAttention({ metric }: { metric: string }) {
  const { t } = useWords();
  const [aside] = useChoice('overview.aside');
  const period = JSON.stringify(usePeriod());
  const all = useAttention(metric);
  const whyNoTarget = useWhyNoTarget();
  const hasTargets = useWorkspace((store) => rowsIn(store.workspace, 'targets') > 0);
  const put = new Set(
    aside.split('\n').flatMap((entry) => (entry.startsWith(`${period} `) ? [entry.slice(period.length + 1)] : [])),
  );
  const items = attentionList(all, put);
  const largest = Math.max(1, ...items.map(({ money }) => money ?? 0));
  return (
    <Panel title={t('overview.attention')} note={t('overview.attentionNote')} className="attention">
      {items.length === 0 ? (
        <p className="small quiet">{t('overview.nothing')}</p>
      ) : (
        <div role="list" aria-label={t('overview.attention')}>
          {items.map((item) => (
            <AttentionRow key={item.id} item={item} share={(item.money ?? 0) / largest} period={period} />
          ))}
        </div>
      )}
      {hasTargets && whyNoTarget !== null && <p className="caption">{whyNoTarget}</p>}
    </Panel>
  );
}

interface RowProps {
  readonly item: Item;
  readonly share: number;
  /** The chosen one as text, under which a row is set aside. */
  readonly period: string;
}

// Its list is put together anew with every answer, most rows saying what they said.
const AttentionRow = memo(AttentionLine, (before, now) => JSON.stringify(before) === JSON.stringify(now));

function AttentionLine({ item, share, period }: RowProps) {
  const [aside, setAside] = useChoice('overview.aside');
  const onAside = (): void => setAside([...aside.split('\n').filter(Boolean), `${period} ${item.id}`].join('\n'));
  const words = useWords();
  const { t } = words;
  const formats = useFormat();
  const currency = useWorkspace((store) => store.workspace?.settings['currency'] ?? '');
  const pressed = (event: KeyboardEvent): void => {
    if (event.key !== 'x' && event.key !== 'X') return;
    event.preventDefault();
    onAside();
  };
  const metric = words.find(`metric.${String(item.text.args['metric'])}.title`);
  const args = metric === null ? item.text.args : { ...item.text.args, metric };
  return (
    <div className="attention-row" role="listitem" onKeyDown={pressed}>
      <ItemIcon item={item} />
      <span className="attention-text">
        <span className="attention-said">{t(item.text.key, args)}</span>
        <span className="caption">{t(item.detail.key, item.detail.args)}</span>
      </span>
      <span className="attention-money num">{item.money !== null && formats.money(item.money, currency)}</span>
      <span className="attention-bar">
        {item.money !== null && <i style={{ width: `${Math.round(share * 100)}%` }} />}
        {item.kind !== null && <span className="caption">{t(item.kind)}</span>}
      </span>
      <Button kind="link" onPress={() => showView(item.view)} aria-keyshortcuts="X">
        {t(`view.${item.view}`)}
      </Button>
      <Button kind="icon" label={t('overview.setAside')} tip={t('overview.setAside')} onPress={onAside}>
        <IconClose size={12} aria-hidden />
      </Button>
    </div>
  );
}

// Of the place that the row leads to, as the rail shows it.
const icons: Partial<Record<ViewId, typeof IconWarn>> = {
  pipeline: IconPipeline,
  retention: IconRetention,
  customers: IconCustomers,
  skills: IconReps,
  growth: IconGrowth,
  coverage: IconTeam,
  recognition: IconTeam,
  targets: IconTeam,
  checks: IconData,
};

function ItemIcon({ item }: { item: Item }) {
  const Icon = item.good ? IconCheck : (icons[item.view] ?? IconWarn);
  return <Icon size={16} strokeWidth={1.5} aria-hidden />;
}
