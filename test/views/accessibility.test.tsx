// @vitest-environment page
import { act, screen } from '@testing-library/react';
import axe from 'axe-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { addFiles } from '../../renderer/state/load';
import { viewIds } from '../../renderer/state/question';
import { explain, show } from '../../renderer/state/screen';
import { endTour, startTour } from '../../renderer/state/tour';
import { furnish, settle, showPage } from './page';

beforeAll(furnish);

/** Faults that axe finds in what is on screen, or in the dialog that lies over it; colours and sizes need a layout and are checked elsewhere. */
async function faults(where: 'page' | 'dialog' = 'page'): Promise<string[]> {
  const place = where === 'page' ? document.body : document.querySelector('[role="dialog"]');
  if (!place) throw new Error('no dialog is open');
  const { violations } = await axe.run(place, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false }, 'target-size': { enabled: false } },
  });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

describe('a screen reader finds its way', () => {
  it.each(['start', ...viewIds.filter((view) => view !== 'import')] as const)('in %s', async (view) => {
    await showPage(view);
    expect(await faults()).toEqual([]);
  });

  it.each(viewIds.filter((view) => view !== 'import'))('in %s of an empty workspace', async (view) => {
    await showPage(view, { tables: {} });
    expect(await faults()).toEqual([]);
    expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1);
  });

  it('in a load', async () => {
    await showPage('import');
    await act(() => addFiles([{ stored: '1/a.csv', name: 'a.csv' }]));
    await settle();
    expect(await faults()).toEqual([]);
  });

  it('in the explanation of a number and the palette', async () => {
    await showPage('overview');
    const question = { from: '2026-07-01', to: '2026-10-01', asOf: null, by: [], filters: {}, options: {} };
    act(() => explain({ metric: 'win-rate', question }));
    await settle();
    expect(await faults()).toEqual([]);
    act(() => show({ explained: null, palette: true }));
    await settle();
    expect(await faults('dialog')).toEqual([]);
  });

  it('in the tour, the saved views and the terms', async () => {
    await showPage('settings');
    act(startTour);
    expect(await faults()).toEqual([]);
    act(endTour);
    for (const shown of ['savedViews', 'glossary', 'keys'] as const) {
      act(() => show({ [shown]: true }));
      await settle();
      expect(await faults('dialog'), shown).toEqual([]);
      act(() => show({ [shown]: false }));
    }
  });

  it('in the table twins', async () => {
    await showPage('overview');
    act(() => show({ twin: true }));
    await settle();
    expect(await faults()).toEqual([]);
  });
});
