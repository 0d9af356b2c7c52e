// @vitest-environment page
import { act, fireEvent, screen } from '@testing-library/react';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openSample } from '../../renderer/state/doors';
import { useLoad } from '../../renderer/state/load';
import { useQuestion } from '../../renderer/state/question';
import { show } from '../../renderer/state/screen';
import { endTour, startTour, useTour } from '../../renderer/state/tour';
import { useWorkspace } from '../../renderer/state/workspace';
import { journeys } from './company';
import { furnish, settle, showPage } from './page';

beforeAll(furnish);

const few = { journeys: journeys(60) };
const press = (name: string): boolean => fireEvent.click(screen.getByRole('button', { name }));

describe('the tour', () => {
  beforeEach(() => useTour.setState({ at: null }));

  it('comes with the sample, goes through three steps and back, and does not come again', async () => {
    await showPage('start', few);
    await act(() => openSample());
    await settle();
    const tour = screen.getByRole('region', { name: 'Tour' });
    expect(tour.textContent).toContain('1 of 3');
    press('Next');
    press('Back');
    press('Next');
    press('Next');
    expect(tour.textContent).toContain('3 of 3');
    press('Done');
    expect(screen.queryByRole('region', { name: 'Tour' })).toBeNull();
    await act(() => openSample());
    expect(screen.queryByRole('region', { name: 'Tour' })).toBeNull();
  });

  it('gives the focus back to what had it', async () => {
    await showPage('overview');
    act(startTour);
    const before = screen.getByRole('button', { name: 'Funnel' });
    before.focus();
    const next = screen.getByRole('button', { name: 'Next' });
    next.focus();
    fireEvent.keyDown(next, { key: 'Escape' });
    expect(document.activeElement).toBe(before);
  });

  it('is put away with Escape, and called again from the search', async () => {
    await showPage('settings', few);
    act(startTour);
    fireEvent.keyDown(screen.getByRole('button', { name: 'Next' }), { key: 'Escape' });
    expect(screen.queryByRole('region', { name: 'Tour' })).toBeNull();
    act(() => show({ palette: true }));
    await settle();
    fireEvent.click(screen.getByRole('option', { name: 'Tour' }));
    await settle();
    expect(screen.getByRole('region', { name: 'Tour' }).textContent).toContain('1 of 3');
    act(endTour);
  });
});

describe('help', () => {
  it('explains terms in the order of the alphabet', async () => {
    await showPage('settings', few);
    act(() => show({ glossary: true }));
    const names = screen.getAllByRole('term').map((term) => term.textContent);
    expect(names.length).toBeGreaterThan(10);
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en')));
    act(() => show({ glossary: false }));
  });
});

describe('what is dropped on the window', () => {
  const drop = async (): Promise<void> => {
    fireEvent.drop(window, { dataTransfer: { files: [new File(['x'], 'Team')], types: ['Files'] } });
    await settle();
  };

  it('is opened where it is a workspace, under any name, and nothing is imported', async () => {
    const told: (string | null)[] = [];
    const { calls } = await showPage('start', {
      ...few,
      bridge: {
        offerDropped: () => Promise.resolve({ folder: '/invented/Team', files: 0 }),
        workspaceOpened: (folder) => Promise.resolve(void told.push(folder)),
      },
    });
    await drop();
    expect(told).toEqual(['/invented/Team']);
    expect(useWorkspace.getState().phase).toBe('open');
    expect(useQuestion.getState().asked.view).not.toBe('import');
    expect(calls.filter((call) => call.startsWith('plan'))).toEqual([]);
  });

  it('goes to the import where it is files', async () => {
    await showPage('overview', few);
    await drop();
    expect(useQuestion.getState().asked.view).toBe('import');
    expect(useLoad.getState().files.map(({ name }) => name)).toEqual(['opportunities.csv']);
  });
});
