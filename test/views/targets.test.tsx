// @vitest-environment page
import { fireEvent, screen, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { words } from '../../renderer/i18n';
import { useQuestion } from '../../renderer/state/question';
import { attainedOf, binsOf, medianOf, sharesOf } from '../../renderer/views/team/targets/attained';
import { paysTopAlone, planTold, targetsHeadline } from '../../renderer/views/team/targets/headline';
import { stepsIn, stepsText, typedFigure, withFigure } from '../../renderer/views/team/targets/plan';
import { rewardAnswers } from './fake-rewards';
import { furnish, headline, settle, showPage } from './page';

beforeAll(furnish);

const spread = rewardAnswers['incentive-spread'] ?? [];
const percent = (value: number | null): string => `${Math.round((value ?? 0) * 100)}%`;
const asNamed = (name: string): string => name;

function texts(grid: string): (string | null)[] {
  const rows = within(screen.getByRole('grid', { name: grid }))
    .getAllByRole('row')
    .slice(1);
  return rows.map((row) => [...row.children].map((cell) => cell.textContent).join(' | '));
}

describe('targets and incentives', () => {
  it('name the plan that pays the top alone, and list everybody by name, those without a target too', async () => {
    await showPage('targets');
    expect(headline()).toBe(
      'For the few paid the top alone: 95.0% of it went to a fifth of the people, 2 of 10 got anything.',
    );
    expect(texts('Everybody, by name')).toEqual([
      'Farid Hakim | bookings | RM 50,000 | RM 100K | 50%'.replace('RM 50,000', 'RM 50K'),
      'Kamala Devi | bookings | RM 90K | RM 100K | 90%',
      'Priya Nair | bookings | RM 105K | RM 100K | 105%',
      'Suresh Kumar | bookings | RM 130K | RM 100K | 130%',
      'Tan Mei Ling | no target | – | – | –',
    ]);
    expect(screen.getByText('4 people with a target')).toBeDefined();
  });

  it('open at a bar of the spread exactly the people it counts', async () => {
    await showPage('targets');
    const picture = screen.getByRole('application', { name: 'Attainment by person' });
    picture.focus();
    fireEvent.keyDown(picture, { key: 'ArrowRight' });
    fireEvent.keyDown(picture, { key: 'Enter' });
    await settle();
    const list = within(screen.getByRole('dialog'));
    const [, said = ''] = /· (\d+) (?:person|people)$/.exec(list.getByRole('heading').textContent ?? '') ?? [];
    const names = new Set(
      list
        .getAllByRole('row')
        .slice(1)
        .map((row) => row.firstElementChild?.textContent),
    );
    expect(names.size).toBe(Number(said));
    expect(list.getByText(said === '1' ? '1 person' : `${said} people`)).toBeDefined();
  });

  it('name a team with a target of its own as a team, and count it apart from people', async () => {
    const teams = [{ team: 'North', measure: 'bookings', actual: 90_000, target: 100_000, value: 0.9 }];
    await showPage('targets', { extras: { attainment: { teams } } });
    expect(texts('Everybody, by name')[0]).toBe('North (team) | bookings | RM 90K | RM 100K | 90%');
    expect(screen.getByText('4 people with a target, 1 team with its own')).toBeDefined();
  });

  it('say how many wishes the plans answer', async () => {
    await showPage('targets');
    expect(screen.getByText('The plans pay money. 4 of 10 asked for money, 6 for something else.')).toBeDefined();
  });

  it('pay a plan whose figures are assumed, with the difference for each person; undo takes it back', async () => {
    const { calls } = await showPage('targets');
    const steps = within(screen.getByRole('list', { name: 'Another plan' })).getAllByRole('listitem');
    expect(steps.map((step) => step.getAttribute('aria-label'))).toEqual(['Step 1: attainment', 'Step 2: attainment']);
    expect(screen.getByText('Change a figure above to see what the plan would pay.')).toBeDefined();
    const once = within(steps[0] ?? document.body).getByRole('textbox', { name: 'once' });
    expect(once.getAttribute('placeholder')).toBe('700');
    fireEvent.change(once, { target: { value: '1200' } });
    fireEvent.keyDown(once, { key: 'Enter' });
    await settle();
    const asked = JSON.stringify({ steps: 'attainment:0.5:::1200;attainment:0.8:::700', like: 'For all' });
    expect(calls).toContain(`answer:plan-complexity:${asked}`);
    expect(texts('Difference for each person')).toEqual([
      'Farid Hakim | 1,400 | 2,000 | +600',
      'Kamala Devi | 1,400 | 1,000 | −400',
      'Priya Nair | 700 | 700 | 0',
    ]);
    expect(screen.getByText('1 would get more, 1 less, 1 the same')).toBeDefined();
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
    await settle();
    expect(useQuestion.getState().asked.choices['targets.steps'] ?? '').toBe('');
    expect(screen.getByText('Change a figure above to see what the plan would pay.')).toBeDefined();
  });

  it('without any list say which would fill the page', async () => {
    await showPage('targets', { tables: { opportunities: 3 } });
    expect(screen.getByText(/Lists of targets, payouts or incentive plans fill this page/)).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Type them in' }));
    await settle();
    expect(useQuestion.getState().asked.view).toBe('people');
  });
});

describe('what the headline says of a plan', () => {
  it('stands on the page, beside the other plans', async () => {
    await showPage('targets');
    const plans = within(screen.getByRole('list', { name: /^What each plan paid the top fifth/ }));
    const lines = plans.getAllByRole('listitem').map((item) => item.textContent);
    expect(lines).toHaveLength(2);
    for (const figure of /(\d[\d.]*%).* (\d+ of \d+)/.exec(headline())?.slice(1) ?? ['nothing'])
      expect(lines.some((line) => line.includes(figure))).toBe(true);
  });
});

describe('below the headline', () => {
  it('is told what the top fifth booked while that very plan paid', async () => {
    await showPage('targets');
    const plan = planTold(spread);
    expect(headline().startsWith(String(plan?.['plan']))).toBe(true);
    const share = `${(Number(plan?.['bookings_top20_share']) * 100).toFixed(1)}%`;
    expect(
      screen.getByText(new RegExp(`While ${String(plan?.['plan'])} paid, the top fifth booked ${share}`)),
    ).toBeDefined();
  });

  it('is of the plan that reaches most where none pays the top alone', () => {
    const [, all = {}] = spread;
    expect(planTold([{ ...all, plan: 'First', share_paid: 0.5 }, all])?.['plan']).toBe('For all');
  });
});

describe('a plan that pays the top alone', () => {
  const [few = {}, all = {}] = spread;

  it('is one whose whole interval of people paid is low, and whose spread results do not explain', () => {
    expect(paysTopAlone(few)).toBe(true);
    expect(paysTopAlone(all)).toBe(false);
    expect(paysTopAlone({ ...few, share_paid_upper: 0.7 })).toBe(false);
    expect(paysTopAlone({ ...few, bookings_top20_share: 0.9 })).toBe(false);
    expect(paysTopAlone({ ...few, share_paid_upper: null })).toBe(false);
  });

  it('is not claimed of others; without payouts the targets are told, and without both nothing', () => {
    expect(targetsHeadline([all], undefined, percent, asNamed)).toEqual({
      key: 'targets.headPaid',
      args: { plan: 'For all', share: '27%', paid: 9, n: 10 },
    });
    const met = { measure: 'bookings', met: 2, holders: 6 };
    expect(targetsHeadline([], met, percent, asNamed)).toEqual({
      key: 'targets.headMet',
      args: { measure: 'bookings', met: 2, n: 6, teams: 0, teamsMet: 0 },
    });
    const said = (row: Readonly<Record<string, number>>): string => {
      const { key, args } = targetsHeadline([], { measure: 'bookings', ...row }, percent, asNamed);
      return words('en').t(key, args);
    };
    expect(said({ met: 1, holders: 1, teams: 1, teams_met: 1 })).toBe(
      'Targets of bookings were reached by 1 of 1 team.',
    );
    expect(said({ met: 3, holders: 8, teams: 2, teams_met: 1 })).toBe(
      'Targets of bookings were reached by 2 of 6 people and 1 of 2 teams.',
    );
    expect(targetsHeadline([], undefined, percent, asNamed).key).toBe('targets.headNothing');
  });
});

describe('how much of their targets people reached', () => {
  it('leaves the line of nobody out where it holds but targets of teams', () => {
    const line = { rep: 'Unassigned', measure: 'bookings', value: 1, numerator: 5, denominator: 5, n: 1, holders: 1 };
    const team = { team: 'North', measure: 'bookings', actual: 5, target: 5, value: 1 };
    const found = attainedOf([{ ...line, teams: 1 }], [team]);
    expect(found.map(({ rep, isTeam }) => [rep, isTeam])).toEqual([['North', true]]);
    expect(sharesOf(found)).toEqual([]);
  });

  it('is the mean over kinds of target, counted in fifths with empty ones between', () => {
    const line = (rep: string, measure: string, value: number | null) => ({
      rep,
      isTeam: false,
      measure,
      value,
      actual: null,
      target: null,
      hasTarget: value !== null,
    });
    const shares = sharesOf([
      line('a', 'bookings', 0.4),
      line('a', 'leads', 0.6),
      line('b', 'leads', 1.1),
      line('c', 'leads', null),
    ]);
    const of = (...values: readonly number[]) => values.map((share) => ({ rep: 'x', share }));
    expect(shares).toEqual([
      { rep: 'a', share: 0.5 },
      { rep: 'b', share: 1.1 },
    ]);
    expect(binsOf(shares).map(({ people }) => people)).toEqual([['a'], [], [], ['b']]);
    expect(binsOf(of(0.1, 0.13, 0.14, 0.22)).map(({ people }) => people.length)).toEqual([1, 1, 1, 0, 0, 0, 1]);
    expect(binsOf(of(0.6)).map(({ from }) => Math.round(from * 10))).toEqual([6]);
    expect([medianOf(shares), medianOf(of(3, 1, 2)), medianOf([])]).toEqual([0.8, 2, null]);
  });
});

describe('a step of a plan', () => {
  it('is typed in percent where it is about a share, and read by the engine as one', () => {
    const [step] = stepsIn('attainment:1.3:1.5:9000:');
    if (!step) throw new Error('no step');
    expect([typedFigure(step, 'from'), typedFigure(step, 'rate'), typedFigure(step, 'fixed')]).toEqual([
      '130',
      '9000',
      '',
    ]);
    expect(stepsText([withFigure(withFigure(step, 'from', '110'), 'fixed', '50')])).toBe('attainment:1.1:1.5:9000:50');
    expect(stepsText([withFigure({ ...step, measure: 'bookings' }, 'from', '110')])).toBe('bookings:110:1.5:9000:');
  });
});
