/** The steps of a cohort in money, put together from the engine's answer. */
import type { Row } from '../../engine';
import { excludedOf, figureIn, numberIn } from '../../frame/answers';
import { useMetric } from '../../state/use-metric';
import { useQuestionAbout } from '../../state/use-period';
import type { Shown } from './shown';
import { behindBar } from './shown';
import type { FunnelStep } from './steps';
import type { ComparedSteps, FunnelData } from './use-funnel';
import { byValue, windowDays } from './use-funnel';

const unweighed = ['no_amount', 'no_fx', 'negative'];

/** Steps whose `reached` and `young` are money; null at a lead, which has no amount. `rows` are the conversions by value of all pairs. */
export function valueSteps(rungs: readonly string[], rows: readonly Row[]): readonly FunnelStep[] {
  const [first = ''] = rungs;
  const pair = (from: string | undefined, to: string | undefined): Row | undefined =>
    rows.find((row) => row['from_rung'] === from && row['to_rung'] === to);
  const none = { others: null, ofFirst: null, ofPrevious: null, medianDays: null, cameOn: null };
  return rungs.map((rung, i): FunnelStep => {
    if (i === 0) return { ...none, rung, from: null, young: 0, ...atFirst(rung, pair(first, rungs[1])) };
    const [row, previous] = [pair(first, rung), pair(rungs[i - 1], rung)];
    const young = numberIn(row, 'immature_hits_money') ?? 0;
    return {
      ...none,
      rung,
      from: rungs[i - 1] ?? null,
      reached: row ? (numberIn(row, 'numerator') ?? 0) + young : null,
      young,
      withoutMoney: numberIn(row, 'hits_without_money') ?? 0,
      ofFirst: row && first !== 'lead' ? figureIn(row) : null,
      ofPrevious: previous && rungs[i - 1] !== 'lead' ? figureIn(previous) : null,
      cameOn: cameOn(previous),
    };
  });
}

function cameOn(row: Row | undefined): NonNullable<FunnelStep['cameOn']> | null {
  const [money, whole] = [numberIn(row, 'numerator'), numberIn(row, 'denominator')];
  return money === null || whole === null ? null : { money, whole };
}

function atFirst(rung: string, row: Row | undefined): Pick<FunnelStep, 'reached' | 'withoutMoney'> {
  if (!row || rung === 'lead') return { reached: null };
  const left = excludedOf(row);
  return {
    reached: (numberIn(row, 'denominator') ?? 0) + (numberIn(row, 'immature_money') ?? 0),
    withoutMoney: unweighed.reduce((sum, reason) => sum + (left[reason] ?? 0), 0),
  };
}

/** The funnel in money; asked only when wanted, null until then. */
export function useValueShown(funnel: FunnelData, wanted: boolean): Shown | null {
  const [first, second] = funnel.compared;
  const now = useMoney(funnel, funnel.period, wanted);
  const ofFirst = useMoney(funnel, first?.period ?? funnel.period, wanted && first !== undefined);
  const ofSecond = useMoney(funnel, second?.period ?? funnel.period, wanted && second !== undefined);
  if (!wanted || !now.answer) return null;
  const [from = ''] = funnel.rungs;
  const explained = (where: Readonly<Record<string, string | null>>) => ({
    metric: byValue,
    question: now.question,
    where,
  });
  return {
    unit: 'money',
    currency: now.answer.currency,
    steps: now.steps.map((step, i) => ({ ...step, medianDays: funnel.steps[i]?.medianDays ?? null })),
    compared: funnel.compared.map((each, at): ComparedSteps => ({
      ...each,
      steps: (at === 0 ? ofFirst : ofSecond).steps,
    })),
    ofFirst: ({ rung }) => explained({ from_rung: from, to_rung: rung }),
    ofPrevious: (step) => explained({ from_rung: step.from, to_rung: step.rung }),
    behind: (rung) => behindBar(funnel, rung),
    rates: { metric: byValue, question: now.question },
    stale: [now, ofFirst, ofSecond].some((each) => each.stale),
  };
}

function useMoney({ rungs }: FunnelData, period: FunnelData['period'], wanted: boolean) {
  const question = useQuestionAbout(period, [], { steps: rungs.join(','), window: `${windowDays}d` });
  const { answer, stale } = useMetric(byValue, wanted ? question : undefined);
  return { question, answer, stale, steps: valueSteps(rungs, answer?.grid.rows ?? []) };
}
