import { describe, expect, it } from 'vitest';
import { catalogue } from '../../electron/analytics';
import { optionLines } from '../../renderer/frame/option-lines';
import { words } from '../../renderer/i18n';
import { formatsOf } from '../../renderer/ui/use-format';
import { brackets, outsideBrackets } from '../views/words-of-brackets';

const lines = (metric: string, settings: Record<string, string>) =>
  optionLines({ metric, settings, currency: 'MYR' }, words('en'), formatsOf('en'));

describe('what a measure was asked with', () => {
  it('has words for every option and every value it offers', () => {
    const told = catalogue().flatMap(({ id, options }) =>
      Object.entries(options).flatMap(([name, { values, default: start }]) =>
        (typeof values === 'string' ? [start] : values).flatMap((value) =>
          optionLines({ metric: id, settings: { [name]: value }, currency: 'MYR' }, brackets, formatsOf('en')),
        ),
      ),
    );
    expect(told.length).toBeGreaterThan(200);
    const raw = told.filter(([name, value]) => outsideBrackets(name + value).replaceAll(/[\d%, ]/g, '') !== '');
    expect(raw).toEqual([]);
  });

  it.each([
    ['win-rate', { attribution: 'at_close' }, 'Credited to the owner', 'at close'],
    ['cohort-conversion', { window: '90d' }, 'Time allowed', '90 days'],
    ['cohort-conversion', { window: 'inf' }, 'Time allowed', 'no limit'],
    ['stage-conversion', { steps: 'lead,won' }, 'Steps', 'Lead, Won'],
    ['measured-change', { of: 'bookings' }, 'What is measured', 'Bookings'],
    ['retention-what-if', { discount: '0.1' }, 'Discount a year', '10%'],
    ['retention-what-if', { cost: '1500' }, 'Cost', 'RM 1,500'],
    ['retention-what-if', { cost: 'own' }, 'Cost', 'from the data'],
    ['concentration', { top: '10' }, 'Customers counted as largest', '10'],
    ['mentors', { limit: '2' }, 'People one mentor takes', '2'],
    ['discount-discipline', { limit: '0.2' }, 'Limit of the discount', '20%'],
    ['journey', { credit: 'step:3' }, 'Split by', 'step 3'],
    ['journey', { exclude: 'activity:call:0:1' }, 'What may not come between', 'Call, from step 1 to step 2'],
    [
      'pipeline-waterfall',
      { close: '2026-01-01..2026-04-01' },
      'Expected to close',
      '1 Jan 2026, until before 1 Apr 2026',
    ],
  ])('of %s, %o, is %s: %s', (metric, settings, name, value) => {
    expect(lines(metric, settings)).toEqual([[name, value]]);
  });

  it('leaves out what was left to the measure itself', () => {
    expect(lines('mix-adjustment', { of: 'win-rate', window: '' })).toEqual([['What is measured', 'Win rate']]);
  });
});
