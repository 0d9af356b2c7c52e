import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everything } from '../../electron/model/question';
import { changeSetting, defaultSettings } from '../../electron/model/settings';
import { rowsOf } from '../../electron/model/table';
import { createSession } from '../../electron/session';
import { changedSettings } from '../../electron/session/open-workspace';
import { ask, closeGrounds, groundOf } from '../analytics/ground';
import { closed, deal, history, lastly, stage_map } from '../analytics/sales';

afterAll(closeGrounds);

const refused = (key: string, value: string) => () => changedSettings(defaultSettings, [[key, value]]);

describe('settings', () => {
  it('are checked: what is unknown and what does not fit is refused by name', () => {
    expect(refused('colour', 'red')).toThrow('unknown_setting');
    for (const [key, value] of [
      ['time_zone', 'Mars/Olympus'],
      ['currency', 'Euro'],
      ['fiscal_start_month', '13'],
      ['fiscal_calendar', '4-4-4'],
      ['fiscal_year_end', 'first-monday'],
      ['evidence_n', '0'],
      ['shown_rungs', 'won,lead'],
      ['window.qualified.won', 'soon'],
      ['stage.Won', 'celebrated'],
      ['option.win-rate.disqualified', 'maybe'],
      ['checklist.Printers', 'model,,pace'],
      ['role.r1', 'boss'],
      ['skill.present', 'manager'],
    ] as const)
      expect(refused(key, value), key).toThrow('bad_setting');
    expect(refused('skill.charm', 'ae')).toThrow('unknown_setting');
    expect(refused('option.no-such-metric.window', '30d')).toThrow('unknown_setting');
    expect(refused('window.won.lead', '30d')).toThrow('unknown_setting');
  });

  it('change all or none', () => {
    expect(() =>
      changedSettings(defaultSettings, [
        ['evidence_n', '10'],
        ['currency', 'dollars'],
      ]),
    ).toThrow('bad_setting');
    expect(
      changedSettings(defaultSettings, [
        ['evidence_n', '10'],
        ['currency', 'myr'],
      ]),
    ).toMatchObject({ evidence_n: 10, currency: 'MYR' });
  });

  it('an empty text takes back what has no default, and nothing else', () => {
    const set = changeSetting(defaultSettings, 'window.qualified.won', '30d');
    expect(changeSetting(set, 'window.qualified.won', '')).toMatchObject({ 'window.qualified.won': '' });
    expect(() => changeSetting(defaultSettings, 'currency', '')).toThrow('bad_setting');
  });
});

describe('metrics obey the settings', () => {
  const opportunities = [
    closed('a', 'Won', '2026-02-04', { created_at: '2026-01-05' }),
    closed('b', 'Won', '2026-03-20', { created_at: '2026-01-05' }),
    deal('c', { stage: 'Proposal' }),
  ];
  const stage_events = history('c', ['2026-01-05', 'Qualified'], ['2026-02-20', 'Proposal']);
  const rows = { opportunities, stage_events, activities: [lastly('2026-12-01')], stage_map };

  it('a window a pair of rungs, unless the question names one', async () => {
    const ground = await groundOf(rows, { 'window.qualified.won': '30d' });
    expect((await ask(ground, 'cohort-conversion')).rows[0]).toMatchObject({
      numerator: 1,
      denominator: 3,
      window_days: 30,
    });
    expect((await ask(ground, 'cohort-conversion', { options: { window: '90d' } })).rows[0]).toMatchObject({
      numerator: 2,
      window_days: 90,
    });
    const steps = (await ask(ground, 'stage-conversion', { options: { steps: 'qualified,proposal,won' } })).rows;
    expect(steps.map((row) => row['window_days'])).toEqual([90, 90]);
    const one = (await ask(ground, 'stage-conversion', { options: { steps: 'qualified,won' } })).rows;
    expect(one[0]).toMatchObject({ numerator: 1, window_days: 30 });
  });

  it('an option of a metric, where the question does not say', async () => {
    const ground = await groundOf(rows, { 'option.cohort-conversion.to': 'proposal' });
    const {
      answer,
      rows: [row],
    } = await ask(ground, 'cohort-conversion');
    expect(row).toMatchObject({ to_rung: 'proposal', numerator: 3 });
    expect(answer.settings).toMatchObject({ to: 'proposal' });
  });

  it('the rungs shown', async () => {
    const ground = await groundOf(rows, { shown_rungs: 'qualified,proposal,won' });
    expect((await ask(ground, 'stage-conversion')).rows.map((row) => row['from_rung'])).toEqual([
      'qualified',
      'proposal',
    ]);
  });

  it('the evidence rule, for rates and for medians', async () => {
    const lenient = await groundOf(rows, { evidence_n: 2, evidence_expected: 0, evidence_median: 2 });
    expect((await ask(lenient, 'win-rate')).rows[0]).toMatchObject({ state: 'ok' });
    expect((await ask(lenient, 'cycle-length')).rows[0]).toMatchObject({ state: 'ok' });
    const usual = await groundOf(rows);
    expect((await ask(usual, 'win-rate')).rows[0]).toMatchObject({ state: 'thin' });
    expect((await ask(usual, 'cycle-length')).rows[0]).toMatchObject({ state: 'thin' });
  });

  it('whose work a skill is, and which are measured at all', async () => {
    const people = {
      ...rows,
      reps: [{ rep_id: 'r1', name: 'Ann', role: 'sdr' }],
      opportunities: ['x', 'y'].map((id) => deal(id, { owner_id: 'r1' })),
      stage_events: ['x', 'y'].flatMap((id) =>
        history(id, ['2026-01-05', 'Qualified', { rep_id: 'r1' }], ['2026-02-01', 'Meeting', { rep_id: 'r1' }]),
      ),
    };
    const question = { from: '2026-01-01', to: '2026-12-01' };
    const skillsOf = async (settings: Record<string, string>) => {
      const found = await ask(await groundOf(people, settings), 'skill-gap', question);
      return found.rows
        .filter(({ skill, trials }) => skill !== 'pace' && Number(trials) > 0)
        .map(({ skill, rep, trials }) => [skill, rep, trials]);
    };
    expect(await skillsOf({})).toEqual([]);
    expect(await skillsOf({ 'skill.discover': 'sdr' })).toContainEqual(['discover', 'Ann', 2]);
    expect(await skillsOf({ 'skill.discover': 'off' })).toEqual([]);
  });

  it('the role of somebody, listed or not, but for the time a dated role says otherwise', async () => {
    const people = {
      ...rows,
      reps: [{ rep_id: 'r1', name: 'Ann', role: 'other' }],
      rep_periods: [{ rep_id: 'r1', from_on: '2026-03-01', to_on: '2026-04-01', role: 'sdr' }],
      opportunities: [
        closed('x', 'Won', '2026-02-04', { owner_id: 'r1' }),
        closed('y', 'Won', '2026-03-04', { owner_id: 'r1' }),
        closed('z', 'Won', '2026-02-04', { owner_id: 'nobody listed' }),
      ],
      stage_events: [],
    };
    const roles = async (settings: Record<string, string>) => {
      const found = await ask(await groundOf(people, settings), 'win-rate', { by: ['role'] });
      return found.rows.map(({ role, n }) => [role, n]);
    };
    expect(await roles({})).toEqual([
      ['other', 2],
      ['sdr', 1],
    ]);
    expect(await roles({ 'role.r1': 'ae', 'role.nobody listed': 'cs' })).toEqual([
      ['ae', 1],
      ['cs', 1],
      ['sdr', 1],
    ]);
  });

  it('a checklist a product family: the keys set are the ones to record', async () => {
    const needs = {
      ...rows,
      products: [{ product_id: 'p', name: 'Printer', family: 'Printers' }],
      opportunities: [
        deal('x', { stage: 'Proposal', product_id: 'p' }),
        deal('y', { stage: 'Proposal', product_id: 'p' }),
      ],
      stage_events: [...history('x', ['2026-02-01', 'Proposal']), ...history('y', ['2026-02-01', 'Proposal'])],
      opportunity_needs: [
        { opportunity_id: 'x', need_key: 'model', recorded_at: '2026-01-10' },
        { opportunity_id: 'x', need_key: 'pace', recorded_at: '2026-01-10' },
        { opportunity_id: 'y', need_key: 'colour', recorded_at: '2026-01-10' },
      ],
    };
    expect((await ask(await groundOf(needs), 'needs')).rows[0]).toMatchObject({ numerator: 0, denominator: 2 });
    const set = await groundOf(needs, { 'checklist.Printers': 'model, pace' });
    expect((await ask(set, 'needs')).rows[0]).toMatchObject({ numerator: 1, denominator: 2 });
  });
});

describe('a workspace keeps them', () => {
  let folder: string;
  beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'settings-'))));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it(
    'and a change deletes nothing: the stage ladder can be changed and changed back',
    { timeout: 60_000 },
    async () => {
      const file = join(folder, 'opportunities.csv');
      writeFileSync(
        file,
        'Opportunity ID,Created,Stage,Closed,Amount\n1,2026-01-01,Won,2026-02-01,10\n2,2026-01-01,Signed,2026-02-03,20\n3,2026-01-01,Lost,2026-02-02,30\n',
      );
      const session = createSession();
      await session.open(join(folder, 'w'), true);
      for await (const _event of session.load([await session.stage(file)], {})) void _event;
      const wins = async () => (rowsOf((await session.answer('win-rate', everything)).table)[0] ?? {})['numerator'];
      const before = await wins();
      await session.change([
        ['stage.Lost', 'won'],
        ['currency', 'MYR'],
      ]);
      expect(await wins()).toBe(Number(before) + 1);
      await session.close();
      await session.open(join(folder, 'w'), false);
      expect((await session.state()).settings).toMatchObject({ 'stage.Lost': 'won', currency: 'MYR' });
      expect(await wins()).toBe(Number(before) + 1);
      await session.change([['stage.Lost', '']]);
      expect(await wins()).toBe(before);
      expect((await session.state()).tables).toEqual([{ name: 'opportunities', rows: 3 }]);
      await session.close();
    },
  );

  it('a workspace asked for again while it is still being opened is opened once, for both', async () => {
    const session = createSession();
    const [first, second] = await Promise.all(
      [true, true].map((create) => session.open(join(folder, 'twice'), create)),
    );
    expect(second).toEqual(first);
    expect(first?.open).toBe(true);
    await session.close();
  });
});
