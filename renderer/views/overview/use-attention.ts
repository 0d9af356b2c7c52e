import type { Row } from '../../engine';
import { numberIn, textIn } from '../../frame/answers';
import { changeIn } from '../../frame/change';
import { useChanges } from '../../frame/compared';
import { extraRows } from '../../frame/extra';
import type { Answered, MetricAnswer } from '../../state/use-metric';
import { useMetric } from '../../state/use-metric';
import { usePeriod, useQuestionAbout, useQuestionOver } from '../../state/use-period';
import { useWorkspace } from '../../state/workspace';
import type { Formats } from '../../ui/use-format';
import { useFormat } from '../../ui/use-format';
import type { MessageKey } from '../../i18n';
import type { Item } from './attention';
import { useJudgedPeriod } from './use-overview';
import { useCoverage } from './use-targets';

/** Everything that may need attention in the period, and the good news; empty until the answers are there, which are asked for when the rest of the page has its own. */
export function useAttention(metric: string): readonly Item[] {
  return [...useMoney(), ...usePeopleAndData(), ...useGood(metric)];
}

function useMoney(): readonly Item[] {
  const everything = useQuestionOver({ from: null, to: null }, [], { band: 'watch' });
  const quiet = useMetric('silent-churn', everything, { rows: 200, by: 'value_at_risk_money' }, 'after');
  const ageing = useLater('ageing');
  const left = useLater('money-left');
  const sum = extraRows(quiet.answer, 'groups')[0];
  const item = (name: string): Row | undefined => left.answer?.grid.rows.find((row) => row['item'] === name);
  return [
    ...found('quiet', 'retention', numberIn(sum, 'watch'), {
      args: { left: numberIn(sum, 'likely_left') ?? 0 },
      money: numberIn(sum, 'watch_money') || null,
      kind: textIn(sum, 'basis') === 'margin' ? 'overview.quietMoney' : 'overview.quietRevenue',
    }),
    ...found('aged', 'pipeline', total(ageing.answer?.grid.rows ?? [], 'numerator'), {
      args: { stale: total(ageing.answer?.grid.rows ?? [], 'stale') ?? 0 },
      money: total(ageing.answer?.grid.rows ?? [], 'aged_money'),
    }),
    ...found('unpaid', 'customers', numberIn(item('unpaid_invoice'), 'n'), {
      args: {},
      money: numberIn(item('unpaid_invoice'), 'value'),
    }),
    ...found('lostQuiet', 'retention', numberIn(item('lost_without_conversation'), 'n'), {
      args: {},
      money: numberIn(item('lost_without_conversation'), 'value'),
    }),
  ];
}

function useLater(metric: string): Answered<MetricAnswer> {
  return useMetric(metric, useQuestionAbout(usePeriod()), undefined, 'after');
}

function usePeopleAndData(): readonly Item[] {
  const touch = useLater('touch-coverage').answer?.grid.rows[0];
  const checks = useWorkspace((store) => store.workspace?.checks);
  const promoters = useMetric(
    'promoter-list',
    useQuestionOver({ from: null, to: null }),
    { rows: 1, by: 'value' },
    'after',
  );
  const asked = textIn(promoters.answer?.grid.rows[0], 'account') === null ? 0 : (promoters.answer?.total ?? 0);
  return [
    ...found('untouched', 'customers', textIn(touch, 'state') === 'derived' ? null : numberIn(touch, 'without'), {
      args: { top: numberIn(touch, 'top_without') ?? 0 },
      money: null,
    }),
    ...found('unowned', 'checks', checks?.find(({ id }) => id === 'no_owner')?.count ?? null, {
      args: {},
      money: null,
    }),
    ...found('ask', 'growth', asked, { args: {}, money: null }),
  ];
}

function useGood(metric: string): readonly Item[] {
  const formats = useFormat();
  const coverage = useCoverage(usePeriod());
  const change = useChanges(metric, useJudgedPeriod(metric))[0]?.change ?? changeIn(undefined);
  const row = coverage.answer?.grid.rows[0];
  if (textIn(row, 'reason') === 'target_met') return [targetMet(row, coverage.answer?.currency ?? '', formats)];
  if (changeIn(undefined).kind === change.kind || change.kind !== 'higher') return [];
  const range = formats.range('ratio', change.lower, change.upper, { sign: true });
  return [
    {
      id: 'improved',
      view: 'funnel',
      text: { key: 'overview.improved', args: { metric } },
      detail: { key: 'overview.improvedDetail', args: { range } },
      money: null,
      kind: null,
      good: true,
    },
  ];
}

function targetMet(row: Row | undefined, currency: string, formats: Formats): Item {
  const money = (name: string): string => formats.money(numberIn(row, name), currency);
  return {
    id: 'targetMet',
    view: 'pipeline',
    text: { key: 'overview.targetMet', args: { target: money('target_money') } },
    detail: { key: 'overview.targetMetDetail', args: { won: money('won_money') } },
    money: null,
    kind: null,
    good: true,
  };
}

type Name = 'quiet' | 'aged' | 'unpaid' | 'lostQuiet' | 'untouched' | 'unowned' | 'ask';

interface Found {
  readonly args: Readonly<Record<string, number>>;
  readonly money: number | null;
  /** What the money is where its name alone does not tell. */
  readonly kind?: MessageKey;
}

function found(id: Name, view: Item['view'], n: number | null, { args, money, kind: told }: Found): readonly Item[] {
  if (n === null || n === 0) return [];
  const kind =
    id === 'untouched' || id === 'unowned' || id === 'ask' ? null : (told ?? (`overview.${id}Money` as const));
  return [
    {
      id,
      view,
      text: { key: `overview.${id}`, args: { n } },
      detail: { key: `overview.${id}Detail`, args },
      money,
      kind,
      good: false,
    },
  ];
}

function total(rows: readonly Row[], column: string): number | null {
  const values = rows.flatMap((row) => numberIn(row, column) ?? []);
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0);
}
