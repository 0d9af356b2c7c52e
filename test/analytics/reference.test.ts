import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { hasSharedData, sharedData } from '../shared-data';
import type { Row } from './ground';
import { ask, closeGrounds, groundOf } from './ground';
import { contract, daysAfter, endOf } from './retention/sold';
import { stage_map } from './sales';

afterAll(closeGrounds);

const today = '2020-12-31';

function reference<T>(file: string): T {
  return JSON.parse(readFileSync(sharedData('reference', file), 'utf8')) as T;
}

interface Life {
  readonly time: number;
  readonly event: number;
}

interface Step {
  readonly time: number;
  readonly n_risk: number;
  readonly n_event: number;
  readonly survival: number;
  readonly loglog_lower: number | null;
  readonly loglog_upper: number | null;
  readonly log_lower: number | null;
  readonly log_upper: number | null;
}

interface AmlFile {
  readonly data: Readonly<Record<string, readonly Life[]>>;
  readonly full_precision: Readonly<Record<string, readonly Step[]>>;
  readonly published_summary: Readonly<Record<string, { readonly n: number; readonly median: number }>>;
  readonly logrank: { readonly chisq_full: number };
}

function close(actual: unknown, expected: number | null, digits: number): void {
  if (expected === null) expect(actual).toBeNull();
  else expect(actual).toBeCloseTo(expected, digits);
}

// A life of so many days: a contract that ended, or one that still runs on the last day.
function contractsOf({ data }: AmlFile): { accounts: Row[]; subscriptions: Row[] } {
  const lives = Object.entries(data).flatMap(([segment, rows]) =>
    rows.map((life, i) => ({ ...life, segment, id: `${segment} ${i}` })),
  );
  return {
    accounts: lives.map(({ id, segment }) => ({ account_id: id, name: id, segment })),
    subscriptions: lives.map(({ id, time, event }) =>
      event === 1
        ? contract(id, '2020-01-01', { ended_on: daysAfter('2020-01-01', time) })
        : contract(id, daysAfter(today, -time)),
    ),
  };
}

describe.skipIf(!hasSharedData)('published figures, through the metrics', () => {
  it('survival of the leukaemia trial of Miller (1997): steps, both kinds of limits, medians, log-rank 3.396389', async () => {
    const file = reference<AmlFile>('km_aml.json');
    const ground = await groundOf(contractsOf(file), {}, endOf(today));
    for (const limits of ['log-log', 'log'] as const) {
      const { answer, rows } = await ask(ground, 'customer-survival', { by: ['segment'], options: { limits } });
      for (const [segment, steps] of Object.entries(file.full_precision)) {
        const found = rows.filter((row) => row['segment'] === segment);
        expect(found.map((row) => [row['t_days'], row['at_risk'], row['events']])).toEqual(
          steps.map((step) => [step.time, step.n_risk, step.n_event]),
        );
        steps.forEach((step, i) => {
          close(found[i]?.['survival'], step.survival, 12);
          close(found[i]?.['lower'], limits === 'log' ? step.log_lower : step.loglog_lower, 9);
          close(found[i]?.['upper'], limits === 'log' ? step.log_upper : step.loglog_upper, 9);
        });
      }
      expect(answer.extra?.['groups']).toMatchObject(
        Object.entries(file.published_summary).map(([segment, { n, median }]) => ({
          segment,
          customers: n,
          median_days: median,
        })),
      );
      expect(answer.extra?.['log_rank']).toMatchObject({ df: 1 });
      expect((answer.extra?.['log_rank'] as { chi_square: number }).chi_square).toBeCloseTo(file.logrank.chisq_full, 6);
    }
  });

  it('cumulative incidence with a competing end (Kyle et al. 2002): what a cohort’s conversion says where many are young', async () => {
    // A month of the study is a day here: won is the first cause, lost the other, open the censored ones.
    const [, ...lines] = readFileSync(sharedData('reference', 'mgus2_competing.csv'), 'utf8').trim().split(/\r?\n/);
    const opportunities = lines.map((line): Row => {
      const [id = '', , time = '0', event = '0'] = line.split(',');
      const created_at = event === '0' ? daysAfter(today, -Number(time)) : '2018-01-01';
      const closed_at = event === '0' ? null : daysAfter(created_at, Number(time));
      return { opportunity_id: id, created_at, stage: { 0: 'Qualified', 1: 'Won', 2: 'Lost' }[event] ?? '', closed_at };
    });
    const ground = await groundOf({ opportunities, stage_map }, {}, endOf(today));
    const { expected } = reference<{ expected: { time: number; cause1: number }[] }>('competing_mgus2.json');
    for (const { time, cause1 } of expected.filter(({ time }) => time <= 240)) {
      const [row] = (await ask(ground, 'cohort-conversion', { options: { window: `${time}d` } })).rows;
      if (Number(row?.['immature']) > 0.1 * Number(row?.['reached_from']))
        expect(row?.['incidence']).toBeCloseTo(cause1, 9);
      else expect(row?.['incidence'] ?? null).toBeNull();
    }
    const [last] = (await ask(ground, 'cohort-conversion', { options: { window: '240d' } })).rows;
    expect(last?.['incidence']).not.toBeNull();
  });
});
