import { describe, expect, it } from 'vitest';
import type { Change } from '../../renderer/frame/change';
import { customersHeadline } from '../../renderer/views/customers/headline';
import { economicsHeadline } from '../../renderer/views/economics/headline';
import { growthHeadline } from '../../renderer/views/growth/headline';
import { flowsOf } from '../../renderer/views/growth/bands';
import { chainOf } from '../../renderer/views/growth/chain';
import { journeyHeadline } from '../../renderer/views/journey/headline';
import type { PipelineFacts } from '../../renderer/views/pipeline/headline';
import { pipelineHeadline } from '../../renderer/views/pipeline/headline';
import { textsOf } from '../../renderer/charts/table';

describe('the pipeline’s headline', () => {
  const none = { opened: null, left: null, added: null, won: null, gone: null };
  const keys = (facts: Partial<PipelineFacts>) => pipelineHeadline({ ...none, ...facts }).map(({ key }) => key);

  it('names only the buckets that hold something', () => {
    expect(keys({ opened: 'RM 3M', left: 'RM 1M', added: 'RM 2M', won: 'RM 1M', gone: 'RM 3M' })).toEqual([
      'pipeline.headLeft',
      'pipeline.headAdded',
      'pipeline.headWonAndGone',
    ]);
    expect(keys({ opened: 'RM 3M' })).toEqual(['pipeline.headCleared']);
    expect(keys({ left: 'RM 1M', gone: 'RM 3M' })).toEqual(['pipeline.headNothingOpen', 'pipeline.headGone']);
  });
});

describe('growth’s headline', () => {
  const change = (kind: Change['kind']): Change => ({
    kind,
    now: 0.3,
    before: 0.2,
    difference: 0.1,
    lower: null,
    upper: null,
    n: 100,
  });
  const key = (kind: Change['kind'], share: string | null = '30%', untold = false) =>
    growthHeadline({ share, untold, range: '', change: change(kind), against: 'Q2', before: '20%' }).key;

  it('claims a rise or a fall only where the verdict does', () => {
    expect(key('higher')).toBe('growth.headHigher');
    expect(key('lower')).toBe('growth.headLower');
    expect(key('no_clear_change')).toBe('growth.headNoChange');
    expect(key('cannot_tell')).toBe('growth.headAlone');
    expect(key('higher', null)).toBe('growth.headNothing');
    expect(key('none', null, true)).toBe('growth.headUntold');
  });
});

describe('what comes of the sources', () => {
  const rows = Array.from({ length: 12 }, (_, i) => ({ source: `S${i}`, denominator: 20 - i, numerator: 3 }));

  it('adds up to every closed deal: the smaller sources are one band', () => {
    const { flows, left } = flowsOf(rows);
    const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
    expect(sum(flows.map(({ value }) => value))).toBe(sum(rows.map(({ denominator }) => denominator)));
    expect(new Set(flows.map(({ from }) => from)).size).toBe(9);
    expect(left).toBe(4);
  });

  it('has no band of others where all sources are drawn', () => {
    expect(flowsOf(rows.slice(0, 9)).left).toBe(0);
    expect(new Set(flowsOf(rows.slice(0, 9)).flows.map(({ from }) => from)).size).toBe(9);
  });
});

describe('the other headlines', () => {
  it('say nothing of money that is not known', () => {
    const keys = (facts: Parameters<typeof economicsHeadline>[0]) => economicsHeadline(facts).map(({ key }) => key);
    expect(keys({ cost: null, points: '5', added: null, margin: null, isMargin: false })).toEqual([
      'economics.headNoCost',
    ]);
    const risen = { cost: 'RM 9', points: '5', added: '3', margin: null, isMargin: false };
    expect(keys(risen)).toEqual(['economics.headCost', 'economics.headAdded']);
    expect(keys({ ...risen, margin: 'RM 7', isMargin: true })).toEqual(['economics.headCost', 'economics.headMargin']);
    expect(keys({ ...risen, margin: 'RM 7' })).toEqual(['economics.headCost', 'economics.headRevenue']);
  });

  it('tell thin evidence and nobody to judge apart', () => {
    const facts = { share: '35%', range: '19–54', thin: true, first: 'Qualified', last: 'Won' };
    expect(journeyHeadline(facts).key).toBe('journey.headThin');
    expect(journeyHeadline({ ...facts, thin: false }).key).toBe('journey.headShare');
    expect(journeyHeadline({ ...facts, share: null }).key).toBe('journey.headNothing');
  });

  it('count the customers nobody spoke with', () => {
    const facts = { active: 10, untouched: 0, share: '100%', range: '72–100', derived: false };
    expect(customersHeadline(facts).key).toBe('customers.headEverybody');
    expect(customersHeadline({ ...facts, untouched: 3 }).key).toBe('customers.headUntouched');
    expect(customersHeadline({ ...facts, active: 0 }).key).toBe('customers.headNobody');
    expect(customersHeadline({ ...facts, derived: true }).key).toBe('customers.headDerived');
  });
});

describe('the chain of recommendations', () => {
  const row = (id: string, from: string, to: string | null, became = false) => ({
    referral_id: id,
    from_account: from,
    from_name: from.toUpperCase(),
    to_account: to,
    to_name: to && to.toUpperCase(),
    became,
    value: null,
  });

  it('puts whoever was named and named others in turn below the one that named it', () => {
    const { table, names } = chainOf([row('1', 'a', 'b', true), row('2', 'b', 'c')], 9);
    expect(textsOf(table, 'account')).toEqual(['a', 'b', 'c']);
    expect(textsOf(table, 'referred_by')).toEqual([null, 'a', 'b']);
    expect(textsOf(table, 'state')).toEqual(['won', 'won', 'open']);
    expect(names.get('b')).toBe('B');
  });

  it('takes whole givers, the first always, until so many leaves stand', () => {
    const { table } = chainOf([row('1', 'a', 'b'), row('2', 'a', 'c'), row('3', 'd', 'e')], 2);
    expect(textsOf(table, 'account')).toEqual(['a', 'b', 'c']);
  });
});
