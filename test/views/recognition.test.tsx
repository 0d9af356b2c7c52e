// @vitest-environment page
import { fireEvent, screen, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { useQuestion } from '../../renderer/state/question';
import { candidatesOf } from '../../renderer/views/team/recognition/candidates';
import { recognitionHeadline } from '../../renderer/views/team/recognition/headline';
import { rewardAnswers } from './fake-rewards';
import { furnish, headline, settle, showPage } from './page';

beforeAll(furnish);

const rows = rewardAnswers['recognition'] ?? [];
const join = (names: readonly string[]): string => names.join(' and ');

async function openThanks(rep: string): Promise<HTMLElement> {
  const [button] = screen.getAllByRole('button', { name: `Say thanks to ${rep}` });
  if (!button) throw new Error('no button');
  fireEvent.click(button);
  return screen.findByRole('dialog', { name: `Thanks to ${rep}` });
}

describe('recognition', () => {
  it('heads with who improved and is still below target, and names nobody for anything but good', async () => {
    await showPage('recognition');
    expect(headline()).toBe('Kamala Devi improved and is still below target: worth a thank-you.');
    const lists = ['Improved, below target', 'Improved, on target', 'Steady and strong'].map((name) =>
      within(screen.getByRole('list', { name }))
        .getAllByRole('listitem')
        .map((item) => item.querySelector('.thanks-name')?.textContent),
    );
    expect(lists).toEqual([['Kamala Devi'], ['Priya Nair', 'Priya Nair'], ['Tan Mei Ling']]);
    const line = screen.getByRole('list', { name: 'Improved, below target' }).textContent;
    expect(line).toContain('Closing: 25% → 40%');
    expect(line).toContain('now 31.0–49.0 · 97% sure · 74% of target · after Closing with confidence, 16 Feb 2026');
    expect(screen.getByRole('region', { name: 'Before and now' })).toBeDefined();
    expect(line).toContain('not thanked yet');
  });

  it('records a thank-you from the list as one step, for what and on which day, and undo takes it back', async () => {
    const { calls } = await showPage('recognition');
    const dialog = within(await openThanks('Kamala Devi'));
    const note = dialog.getByRole('textbox', { name: 'For what' });
    expect((note as HTMLInputElement).value).toBe('Closing: 25% → 40%');
    fireEvent.click(dialog.getByRole('button', { name: 'Record it' }));
    await settle();
    expect(calls).toContain('grid:recognitions');
    expect(calls).toContain('save:recognitions:1');
    const step = useQuestion.getState().past.at(-1);
    expect(step?.edit?.after).toEqual({
      table: 'recognitions',
      rows: [{ rep_id: 'R2', at: '2026-09-30', kind: 'thanks', note: 'Closing: 25% → 40%' }],
    });
    expect(screen.getByRole('status', { name: '' }).textContent).toBeDefined();
    expect(screen.getByText('Thanks to Kamala Devi recorded. Undo takes it back.')).toBeDefined();
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
    await settle();
    expect(calls.at(-1) === 'save:recognitions:0' || calls.includes('save:recognitions:0')).toBe(true);
  });

  it('takes no day that the data do not reach, and says so', async () => {
    const { calls } = await showPage('recognition');
    const dialog = within(await openThanks('Kamala Devi'));
    const day = dialog.getByRole('textbox', { name: /^On/ });
    fireEvent.change(day, { target: { value: '2026-10-01' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Record it' }));
    await settle();
    expect(calls.filter((call) => call.startsWith('save:'))).toEqual([]);
    fireEvent.change(day, { target: { value: '2026-02-30' } });
    expect(dialog.getByRole('button', { name: 'Record it' }).getAttribute('aria-disabled')).toBe('true');
  });

  it('tells who was thanked when, and the next step of each with a gap', async () => {
    await showPage('recognition');
    const when = within(screen.getByRole('grid', { name: 'Who was thanked when' }))
      .getAllByRole('row')
      .slice(1);
    expect(when.map((row) => row.textContent)).toEqual([
      'Farid Hakim0––',
      'Kamala Devi0––',
      'Priya Nair21 Aug 2026Top of the month',
      'Tan Mei Ling01 Jun 2025–',
    ]);
    const next = screen.getByRole('list', { name: 'Next steps' }).textContent;
    expect(next).toMatch(
      /^Farid HakimClosing: from \d+% to \d+%\d+ more successes at the present volume · worth RM [\d.]+K a year$/,
    );
  });
});

describe('the headline of recognition', () => {
  it('names up to three, counts more, and says what is left to thank for', () => {
    const all = candidatesOf(rows);
    expect(recognitionHeadline(all, join).key).toBe('recognition.headImproved');
    const below = ['a', 'b', 'c', 'd'].map((rep) => ({ ...(all[0] ?? never()), rep }));
    expect(recognitionHeadline(below, join)).toEqual({ key: 'recognition.headMany', args: { n: 4 } });
    expect(recognitionHeadline(all.slice(1), join)).toEqual({ key: 'recognition.headRisen', args: { n: 1 } });
    expect(recognitionHeadline(all.slice(3), join).key).toBe('recognition.headSteady');
    expect(recognitionHeadline([], join).key).toBe('recognition.headNobody');
  });
});

function never(): never {
  throw new Error('no candidate');
}
