// @vitest-environment page
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Asked, History, StepName } from '../../renderer/state/question';
import {
  filterTo,
  firstQuestion,
  keepNow,
  openQuestionOf,
  redo,
  redone,
  setFunnel,
  showView,
  stepped,
  undo,
  undone,
  useQuestion,
} from '../../renderer/state/question';

const start: History = { past: [], asked: firstQuestion, future: [] };

const names: fc.Arbitrary<StepName> = fc.oneof(
  fc.constant<StepName>({ kind: 'period' }),
  fc.constant<StepName>({ kind: 'comparison' }),
  fc.constant<StepName>({ kind: 'setting' }),
  fc.constant<StepName>({ kind: 'view', view: 'funnel' }),
  fc.constant<StepName>({ kind: 'filter', dimension: 'team', values: ['North'] }),
);

const questions: fc.Arbitrary<Asked> = fc.record({
  view: fc.constantFrom('overview', 'funnel', 'reps', 'import', 'sql'),
  period: fc.option(
    fc.record({
      kind: fc.constant('quarter' as const),
      year: fc.integer({ min: 2020, max: 2030 }),
      quarter: fc.integer({ min: 1, max: 4 }),
    }),
  ),
  comparisons: fc.subarray(['previous', 'year_before'] as const),
  filters: fc.dictionary(
    fc.constantFrom('team', 'rep', 'source'),
    fc.array(fc.string(), { minLength: 1, maxLength: 3 }),
  ),
  funnel: fc.record({
    breakdown: fc.constantFrom('source', 'team'),
    step: fc.constantFrom('won', 'meeting'),
    side: fc.constantFrom('reached', 'lost'),
    young: fc.boolean(),
  }),
  reps: fc.record({
    unit: fc.constantFrom('rep', 'team'),
    chosen: fc.array(fc.string(), { maxLength: 6 }),
    shown: fc.constantFrom('adjusted', 'crude'),
  }),
  choices: fc.dictionary(fc.constantFrom('retention.mode', 'retention.band'), fc.constantFrom('rolling', 'watch')),
});

const histories = fc
  .array(fc.tuple(names, questions), { maxLength: 20 })
  .map((steps) => steps.reduce((history, [name, asked]) => stepped(history, name, asked), start));

function times(count: number, step: (history: History) => History, history: History): History {
  return Array.from({ length: count }).reduce<History>((now) => step(now), history);
}

describe('steps of the question', () => {
  it('are undone to the first question by as many undos as there are steps', () => {
    fc.assert(
      fc.property(histories, (history) => {
        expect(times(history.past.length, undone, history).asked).toEqual(firstQuestion);
      }),
    );
  });

  it('are the same again after any undos and as many redos', () => {
    fc.assert(
      fc.property(histories, fc.nat(25), (history, count) => {
        const back = Math.min(count, history.past.length);
        expect(times(back, redone, times(back, undone, history))).toEqual(history);
      }),
    );
  });

  it('lose nothing and invent nothing when undo and redo go past the ends', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const all = (each: History): number => each.past.length + each.future.length;
        const far = times(300, undone, history);
        expect(all(far)).toBe(all(history));
        expect(times(300, redone, far)).toEqual(history);
      }),
    );
  });

  it('forget what was undone once another step is taken', () => {
    const one = stepped(start, { kind: 'period' }, { ...firstQuestion, period: { kind: 'all' } });
    const other = stepped(undone(one), { kind: 'view', view: 'sql' }, { ...firstQuestion, view: 'sql' });
    expect(redone(other)).toEqual(other);
  });

  it('are none where nothing changes', () => {
    fc.assert(
      fc.property(histories, names, (history, name) => {
        expect(stepped(history, name, history.asked)).toBe(history);
      }),
    );
  });

  it('count as one while the selection walks', () => {
    const walk = ['lead', 'qualified', 'meeting'].reduce(
      (history, step) =>
        stepped(history, { kind: 'selection' }, { ...history.asked, funnel: { ...history.asked.funnel, step } }),
      start,
    );
    expect(walk.past).toHaveLength(1);
    expect(undone(walk).asked).toEqual(firstQuestion);
  });
});

describe('the question of a workspace', () => {
  beforeEach(() => {
    keepNow();
    localStorage.clear();
  });

  it('is written once the page rests, and at once when it goes', async () => {
    const kept = () => localStorage.getItem('quarterdeck.question:/a.quarterdeck');
    openQuestionOf('/a.quarterdeck');
    filterTo('team', ['Central']);
    expect(kept()).toBeNull();
    await vi.waitFor(() => expect(kept()).toContain('Central'));
    filterTo('team', ['North']);
    keepNow();
    expect(kept()).toContain('North');
  });

  it('is there again after a restart, with its undone steps', () => {
    openQuestionOf('/a.quarterdeck');
    filterTo('team', ['Central']);
    showView('funnel');
    setFunnel({ breakdown: 'team' });
    undo();
    const before = useQuestion.getState();
    openQuestionOf('/b.quarterdeck');
    expect(useQuestion.getState().asked).toEqual(firstQuestion);
    openQuestionOf('/a.quarterdeck');
    expect(useQuestion.getState()).toEqual(before);
    redo();
    expect(useQuestion.getState().asked.funnel.breakdown).toBe('team');
  });

  it('begins anew where what was kept cannot be read', () => {
    localStorage.setItem('quarterdeck.question:/a.quarterdeck', '{"form":1,"history":7}');
    openQuestionOf('/a.quarterdeck');
    expect(useQuestion.getState().asked).toEqual(firstQuestion);
  });

  it('takes what an earlier version did not know from the first question', () => {
    const asked = { ...firstQuestion, view: 'sql', reps: undefined };
    localStorage.setItem(
      'quarterdeck.question:/a.quarterdeck',
      JSON.stringify({ form: 1, history: { past: [], asked, future: [] } }),
    );
    openQuestionOf('/a.quarterdeck');
    expect(useQuestion.getState().asked).toEqual({ ...firstQuestion, view: 'sql' });
  });

  it('loses a filter that is emptied', () => {
    openQuestionOf('/c.quarterdeck');
    filterTo('team', ['Central']);
    filterTo('team', []);
    expect(useQuestion.getState().asked.filters).toEqual({});
  });
});
