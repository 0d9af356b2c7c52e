// @vitest-environment page
import { act, fireEvent, screen, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { useQuestion } from '../../renderer/state/question';
import { useSql } from '../../renderer/state/sql';
import { refreshWorkspace, useWorkspace } from '../../renderer/state/workspace';
import { fakeEngine } from './fake-engine';
import { furnish, headline, settle, showPage } from './page';

beforeAll(furnish);

const found = {
  id: 'no_owner',
  count: 12,
  sql: 'select * from opportunities where owner_id is null',
  consequence: '',
  remedy: '',
};

describe('Checks', () => {
  it('are where records without an owner lead from the overview', async () => {
    const { engine } = fakeEngine();
    await showPage('overview', { engine });
    act(() =>
      useWorkspace.setState(({ workspace }) => ({ workspace: workspace && { ...workspace, checks: [found] } })),
    );
    await settle();
    const row = screen.getByText('12 records have no owner').closest<HTMLElement>('[role="listitem"]');
    fireEvent.click(within(row ?? document.body).getByRole('button', { name: 'Checks' }));
    expect(useQuestion.getState().asked.view).toBe('checks');
  });

  it('says that nothing was found', async () => {
    await showPage('checks');
    expect(headline()).toBe('The checks found nothing.');
  });

  it('lists each finding with its count, and opens its rows and its query', async () => {
    const { engine } = fakeEngine();
    const state = engine.workspace.state;
    await showPage('checks', {
      engine: {
        ...engine,
        workspace: {
          ...engine.workspace,
          state: async (...given) => ({ ...(await state(...given)), checks: [found] }),
        },
      },
    });
    await refreshWorkspace();
    await settle();
    expect(headline()).toBe('One check found something to look at.');
    fireEvent.click(screen.getByRole('button', { name: /^12 rows: Deals without an owner/ }));
    await settle();
    const dialog = within(screen.getByRole('dialog'));
    fireEvent.click(dialog.getByRole('button', { name: 'Open in SQL' }));
    await settle();
    expect(useQuestion.getState().asked.view).toBe('sql');
    expect(useSql.getState().text).toBe(found.sql);
  });
});
