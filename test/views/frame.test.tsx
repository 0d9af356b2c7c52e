// @vitest-environment page
import { act, fireEvent, screen, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../renderer/engine';
import { connectEngine, disconnectEngine } from '../../renderer/engine';
import { words } from '../../renderer/i18n';
import { setLanguage } from '../../renderer/state/preferences';
import { edited, filterTo, undo, useQuestion } from '../../renderer/state/question';
import { show } from '../../renderer/state/screen';
import { engineReturned, engineStopped } from '../../renderer/state/workspace';
import { answerCalls, fakeEngine } from './fake-engine';
import { furnish, settle, showPage } from './page';

beforeAll(furnish);

describe('the frame', () => {
  it('leads to its places by Ctrl and a number', async () => {
    await showPage('overview');
    fireEvent.keyDown(document.body, { key: '6', ctrlKey: true });
    await settle();
    expect(screen.getByRole('main', { name: 'Reps' })).toBeDefined();
    expect(screen.getByRole('button', { name: 'Reps', current: 'page' })).toBeDefined();
    fireEvent.keyDown(document.body, { key: '0', ctrlKey: true });
    await settle();
    expect(screen.getByRole('button', { name: 'Review', current: 'page' })).toBeDefined();
  });

  it('names the step that undo takes back', async () => {
    await showPage('overview');
    act(() => filterTo('team', ['Central', 'North']));
    await settle();
    expect(screen.getByText('Central +1')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(useQuestion.getState().asked.filters).toEqual({});
    fireEvent.keyDown(document.body, { key: 'Z', ctrlKey: true, shiftKey: true });
    expect(useQuestion.getState().asked.filters).toEqual({ team: ['Central', 'North'] });
  });

  it('removes a filter with Delete on its chip', async () => {
    await showPage('overview');
    act(() => filterTo('source', ['Referral']));
    fireEvent.keyDown(screen.getByRole('button', { name: 'Source Referral' }), { key: 'Delete' });
    expect(useQuestion.getState().asked.filters).toEqual({});
  });

  it('closes the list of a filter with Escape and leaves the choice as it is', async () => {
    await showPage('overview');
    act(() => filterTo('source', ['Referral']));
    fireEvent.click(screen.getByRole('button', { name: 'Source Referral' }));
    await settle();
    fireEvent.keyDown(screen.getByRole('searchbox', { name: 'Source' }), { key: 'Escape' });
    await settle();
    expect(screen.queryByRole('dialog', { name: 'Filter' })).toBeNull();
    expect(useQuestion.getState().asked.filters).toEqual({ source: ['Referral'] });
  });

  it('gives a letter typed before the search has the focus to its field, not to a key of the page', async () => {
    await showPage('overview');
    act(() => show({ palette: true }));
    await settle();
    act(() => document.querySelector<HTMLElement>('.palette input')?.blur());
    fireEvent.keyDown(document.body, { key: 'r' });
    expect(document.activeElement).toBe(document.querySelector('.palette input'));
    expect(useQuestion.getState().asked.view).toBe('overview');
    act(() => show({ palette: false }));
  });

  it('adds what the view answers to the review by its button', async () => {
    await showPage('funnel');
    fireEvent.click(screen.getByRole('button', { name: 'Add to review' }));
    await settle();
    expect(useQuestion.getState().asked.view).toBe('review');
    expect(screen.queryByRole('button', { name: 'Add to review' })).toBeNull();
  });

  it('changes its language at once', async () => {
    await showPage('overview');
    act(() => setLanguage('ms'));
    await settle();
    expect(screen.getByRole('button', { name: 'Ringkasan' })).toBeDefined();
    expect(document.documentElement.lang).toBe('ms');
    act(() => setLanguage('en'));
  });

  it('finds views, measures, people and commands in the palette', async () => {
    await showPage('overview');
    act(() => show({ palette: true }));
    await settle();
    const palette = within(screen.getByRole('dialog', { name: 'Search or run' }));
    for (const title of ['Views', 'Measures', 'People', 'Commands']) expect(palette.getByText(title)).toBeDefined();
    expect(palette.getByText('Tan Mei Ling')).toBeDefined();
  });

  it('says what was left out, and why', async () => {
    await showPage('reps');
    fireEvent.click(screen.getByRole('button', { name: /^\d+ excluded$/ }));
    await settle();
    expect(within(screen.getByRole('dialog')).getByText('disqualified')).toBeDefined();
  });
});

describe('when the engine dies', () => {
  it('the window says so, keeps what it shows, and asks again when another is there', async () => {
    await showPage('overview');
    const before = screen.getByRole('heading', { level: 1 }).textContent;
    act(() => {
      disconnectEngine();
      engineStopped();
    });
    await settle();
    expect(screen.getByText(words('en').t('error.engine_stopped'))).toBeDefined();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(before);
    const next = fakeEngine();
    await act(async () => {
      connectEngine(next.engine);
      await engineReturned();
    });
    await settle();
    expect(next.calls[0]).toBe('open');
    expect(next.calls).toContain('answer:bookings:{}');
    expect(next.calls.filter((call) => ['load', 'undo', 'setting'].includes(call))).toEqual([]);
    expect(screen.queryByText(words('en').t('error.engine_stopped'))).toBeNull();
  });
});

describe('when a question fails', () => {
  it('the view says what happened and offers the details', async () => {
    const { engine } = fakeEngine();
    const fault = Object.assign(new Error('no'), { code: 'database_damaged', data: {} });
    const failing = { ...engine, metrics: { ...engine.metrics, ...answerCalls(() => Promise.reject(fault)) } };
    await showPage('reps', { engine: failing as unknown as Engine });
    expect(screen.getByText(/The database of this workspace is damaged/)).toBeDefined();
    expect(screen.getByRole('button', { name: 'Copy details' })).toBeDefined();
  });

  it('a filter that the measure does not know is named and taken away in its place', async () => {
    const { engine, answer } = fakeEngine();
    const fault = Object.assign(new Error('no'), { code: 'unknown_dimension', data: { dimension: 'region' } });
    const calls = answerCalls((asked, signal) =>
      'region' in asked.question.filters ? Promise.reject(fault) : answer(asked, signal),
    );
    const failing = { ...engine, metrics: { ...engine.metrics, ...calls } };
    await showPage('reps', { engine: failing as unknown as Engine });
    act(() => filterTo('region', ['North']));
    await settle();
    expect(screen.getAllByText(/^This measure does not know Region/).length).toBeGreaterThan(0);
    expect(screen.queryByRole('button', { name: 'Copy details' })).toBeNull();
    fireEvent.click(screen.getAllByRole('button', { name: 'Remove filter Region' })[0] ?? document.body);
    await settle();
    expect(useQuestion.getState().asked.filters).toEqual({});
  });

  it('an undo of what was typed in that cannot be made says so wherever one is', async () => {
    const { engine } = fakeEngine();
    const fault = Object.assign(new Error('no'), { code: 'database_damaged', data: {} });
    const failing = { ...engine, entered: { ...engine.entered, note: () => Promise.reject(fault) } };
    await showPage('funnel', { engine: failing as unknown as Engine });
    const noted = { rep: 'Aisyah', note: '' };
    act(() => edited({ kind: 'entry', table: 'notes' }, { what: 'note', before: noted, after: noted }));
    act(() => undo());
    await settle();
    expect(screen.getByText(/The database of this workspace is damaged/)).toBeDefined();
  });
});
