// @vitest-environment page
import { fireEvent, screen, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { useQuestion } from '../../renderer/state/question';
import { retentionHeadline } from '../../renderer/views/retention/headline';
import { words } from '../../renderer/i18n';
import { furnish, headline, settle, showPage } from './page';

beforeAll(furnish);

describe('the retention view', () => {
  it('heads with who left without a word and what all the quiet ones hold, listed or not', async () => {
    await showPage('retention');
    expect(headline()).toBe(
      '8 of 12 who have likely left said nothing. 3 quiet customers still hold RM 412K of margin in the next 12 months.',
    );
  });

  it('lists the quiet customers with the sum of those shown, which need not be all that the headline counts', async () => {
    await showPage('retention');
    const list = within(screen.getByRole('region', { name: 'Quiet customers' }));
    expect(list.getByText('Hotel Seri Klang')).toBeDefined();
    expect(list.getByText('3 shown: RM 75K')).toBeDefined();
    expect(list.getByText('3 by how unusual the silence is · most margin at risk first')).toBeDefined();
  });

  it('draws how likely each has left as a bar as long as its figure, and the figures of the period below the list', async () => {
    await showPage('retention');
    const list = screen.getByRole('region', { name: 'Quiet customers' });
    const row = within(list).getByText('Hotel Seri Klang').closest<HTMLElement>('[role="row"]');
    const figure = row?.querySelector('.share-figure')?.textContent ?? '';
    const bar = row?.querySelector<HTMLElement>('.share-bar i')?.style.width;
    expect(figure).toMatch(/^\d+\.\d$/);
    expect(bar).toBe(`${Math.round(Number(figure))}%`);
    const strip = screen.getByRole('list', { name: 'Kept and lost' });
    expect(list.compareDocumentPosition(strip)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  it('fits beside its own scroll bar in a window of 1024 px, whichever band is shown', async () => {
    await showPage('retention');
    const least = (): number => {
      const grid = screen.getByRole('grid', { name: 'Quiet customers' });
      return Number.parseInt(grid.parentElement?.style.getPropertyValue('--least') ?? '', 10);
    };
    expect(least()).toBeLessThan(876);
    fireEvent.click(screen.getByRole('radio', { name: 'Likely left' }));
    await settle();
    expect(screen.getByRole('columnheader', { name: 'Said nothing' })).toBeDefined();
    expect(least()).toBeLessThan(876);
  });

  it('says where no model of leaving is settled that it shows how unusual each silence is, in both languages', async () => {
    const extras = { 'silent-churn': { fit: { model: 'cadence', shape: 1, rate: 1, customers: 60 } } };
    for (const [code, head, trust] of [
      ['en', 'How unusual', /do not settle a model of leaving, so how unusual each silence is/],
      ['ms', 'Luar biasa', /tidak menetapkan model pemergian/],
    ] as const) {
      await showPage('retention', { extras, words: words(code) });
      expect(screen.getAllByRole('columnheader', { name: new RegExp(head) })).toHaveLength(1);
      expect(screen.getByText(trust)).toBeDefined();
      expect(words(code).find('metric.silent-churn.definition')).toMatch(
        code === 'en' ? /how unusual the silence is/ : /betapa luar biasa/,
      );
    }
    await showPage('retention', { extras: { 'silent-churn': { fit: { model: 'bg-nbd' } } } });
    expect(screen.getAllByRole('columnheader', { name: /Likely left/ })).toHaveLength(1);
  });

  it('asks for the other band, and undo takes that back', async () => {
    const { calls } = await showPage('retention');
    fireEvent.click(screen.getByRole('radio', { name: 'Likely left' }));
    await settle();
    expect(calls).toContain('answer:silent-churn:{"band":"likely_left"}');
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
    expect(useQuestion.getState().asked.choices).toEqual({});
  });

  it('asks for cohorts by what is chosen', async () => {
    const { calls } = await showPage('retention');
    fireEvent.click(screen.getByRole('radio', { name: 'Revenue' }));
    fireEvent.click(screen.getByRole('radio', { name: 'Or later' }));
    await settle();
    expect(calls).toContain('answer:cohort-retention:{"grain":"quarter","mode":"rolling","measure":"revenue"}');
  });

  it('takes a typed assumption in percent and refuses what is no figure', async () => {
    const { calls } = await showPage('retention');
    const field = screen.getByRole('textbox', { name: 'Kept' });
    fireEvent.change(field, { target: { value: 'most' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(field.getAttribute('aria-invalid')).toBe('true');
    fireEvent.change(field, { target: { value: '85' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    await settle();
    expect(calls).toContain('answer:retention-what-if:{"retention":"0.85"}');
  });

  it('names the files that would fill it', async () => {
    await showPage('retention', { tables: { leads: 4 } });
    expect(screen.getByText(/A list of orders, subscriptions or won deals fills this page/)).toBeDefined();
  });
});

describe('its headline', () => {
  it('says no sum where none is known and no one to watch where there is none', () => {
    const keys = (facts: Parameters<typeof retentionHeadline>[0]) => retentionHeadline(facts).map(({ key }) => key);
    expect(keys({ left: 0, silent: 0, watch: 0, money: null, basis: 'revenue' })).toEqual(['retention.headNobodyLeft']);
    expect(keys({ left: 4, silent: 1, watch: 2, money: null, basis: 'revenue' })).toEqual([
      'retention.headSilent',
      'retention.headWatch',
    ]);
  });

  it('says what the quiet ones hold as what it is: revenue where no margin is known', () => {
    const facts = { left: 0, silent: 0, watch: 2, money: 'RM 5K' };
    const said = (language: 'en' | 'ms', basis: string): string => {
      const [, held] = retentionHeadline({ ...facts, basis });
      return held ? words(language).t(held.key, held.args) : '';
    };
    expect(said('en', 'margin')).toContain('RM 5K of margin');
    expect(said('en', 'revenue')).toContain('RM 5K of revenue');
    expect(said('ms', 'margin')).toContain('margin RM 5K');
    expect(said('ms', 'revenue')).toContain('hasil RM 5K');
  });
});
