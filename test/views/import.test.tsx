// @vitest-environment page
import { act, fireEvent, screen, within } from '@testing-library/react';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { ImportMap, LoadPlan } from '../../electron/contract';
import { because } from '../../electron/model/evidence';
import type { Engine } from '../../renderer/engine';
import { addFiles, useLoad } from '../../renderer/state/load';
import { useQuestion } from '../../renderer/state/question';
import { useWorkspace } from '../../renderer/state/workspace';
import { answered } from '../../renderer/views/data/import/questions';
import { balances, totals } from '../../renderer/views/data/import/totals';
import { fakeEngine, planning as planEvents } from './fake-engine';
import { decision, fakePlan } from './fake-plan';
import { furnish, headline, settle, showPage } from './page';

beforeAll(furnish);

const files = [{ stored: '1/opportunities.csv', name: 'opportunities.csv' }];

/** An engine that keeps the map it was asked with and answers with this plan. */
function planning(plan: LoadPlan): { engine: Engine; maps: ImportMap[] } {
  const { engine } = fakeEngine();
  const maps: ImportMap[] = [];
  const planned = vi.fn((input: { map: ImportMap }) => {
    maps.push(input.map);
    return Promise.resolve(planEvents(plan));
  });
  return { engine: { ...engine, files: { ...engine.files, plan: planned } } as unknown as Engine, maps };
}

async function planned(plan: LoadPlan = fakePlan): Promise<ImportMap[]> {
  const { engine, maps } = planning(plan);
  await showPage('import', { engine });
  await act(() => addFiles(files));
  await settle();
  return maps;
}

describe('a load', () => {
  it('says what was recognised and how much is to be confirmed', async () => {
    await planned();
    expect(headline()).toBe(
      '2 files recognised: 1 HubSpot export and 1 list of your own. 2 things to confirm before they load.',
    );
    expect(screen.getByRole('button', { name: 'Confirm 2' })).toBeDefined();
    expect(screen.getByRole('button', { name: 'Import 10,602 rows' }).getAttribute('aria-disabled')).toBe('true');
  });

  it('of files without any table has nothing to import, and nothing to confirm', async () => {
    const [file] = fakePlan.files;
    const none = { new: 0, updated: 0, unchanged: 0, skipped: 0, rejected: 0, read: 0 };
    const unknown = { ...file, ...none, system: 'plain', object: 'unknown' } as (typeof fakePlan.files)[number];
    await planned({ ...fakePlan, questions: [], files: [unknown] });
    expect(headline()).toBe('1 file holds no table that is recognised.');
    expect(screen.getByRole('button', { name: 'Import 0 rows' }).getAttribute('aria-disabled')).toBe('true');
    expect(screen.queryByRole('heading', { name: 'Stage ladder' })).toBeNull();
  });

  it('becomes ready once everything is confirmed, loads, and offers the way back', async () => {
    await planned({ ...fakePlan, questions: [] });
    expect(headline()).toContain('Nothing to confirm.');
    fireEvent.click(screen.getByRole('button', { name: 'Import 10,602 rows' }));
    await settle();
    expect(headline()).toBe('10,602 rows imported.');
    fireEvent.click(screen.getAllByRole('button', { name: 'Undo this import' })[0] ?? document.body);
    await settle();
    expect(useLoad.getState().phase).toBe('empty');
  });

  it('is undone as a whole, so the list of sources says so once for all of its files', async () => {
    await showPage('import');
    const { workspace } = useWorkspace.getState();
    const [source] = workspace?.sources ?? [];
    if (!workspace || !source) throw new Error('no source');
    const of = (import_id: string, ...files: string[]) => files.map((file) => ({ ...source, import_id, file }));
    const sources = [...of('8', 'accounts.csv', 'deals.csv', 'reps.csv'), ...of('7', 'opportunities.csv')];
    act(() => useWorkspace.setState({ workspace: { ...workspace, sources } }));
    const list = within(screen.getByRole('grid', { name: 'Sources' }));
    const ways = () => list.getAllByRole('button', { name: /^Undo/ }).map((button) => button.textContent);
    expect(ways().filter((text) => text === 'Undo import of 3 files')).toHaveLength(1);
    fireEvent.click(list.getByRole('button', { name: 'File' }));
    fireEvent.click(list.getByRole('button', { name: 'File' }));
    expect(ways().filter((text) => text === 'Undo import of 3 files')).toHaveLength(1);
    expect(list.getAllByRole('button', { name: /^Forget this source: / })).toHaveLength(4);
  });

  it('opens the lines behind a count', async () => {
    await planned();
    fireEvent.click(screen.getByRole('button', { name: '3 rejected' }));
    await settle();
    const lines = within(screen.getByRole('dialog'));
    expect(lines.getByText('no key')).toBeDefined();
    expect(lines.getByText(';Toner;Rundingan')).toBeDefined();
  });

  it('says what a file was recognised as, and how many bytes of it were read, while it is still being read', async () => {
    const { engine } = fakeEngine();
    let finish = (): void => undefined;
    const whole = new Promise<void>((resolve) => (finish = resolve));
    async function* events() {
      const base = {
        part: null,
        system: 'HubSpot',
        object: 'Deals',
        table: 'opportunities',
        confidence: 'sure',
      } as const;
      const file = { ...base, file: 'opportunities.csv', columns: ['Record ID', 'Deal Name'], bytes: 1_000_000_000 };
      yield { type: 'seen', file } as const;
      yield { type: 'progress', file: file.file, step: 'read', unit: 'bytes', done: 4e8, total: 1e9 } as const;
      await whole;
      yield { type: 'planned', plan: fakePlan } as const;
    }
    const slow = { ...engine, files: { ...engine.files, plan: () => Promise.resolve(events()) } } as unknown as Engine;
    await showPage('import', { engine: slow });
    await act(async () => {
      void addFiles(files);
      await Promise.resolve();
    });
    await settle();
    expect(headline()).toBe('Reading the files…');
    expect(screen.getByText('HubSpot Deals')).toBeDefined();
    expect(screen.getByText('Record ID · Deal Name')).toBeDefined();
    expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('40');
    expect(screen.getByText(/400 MB of 1 GB/)).toBeDefined();
    finish();
    await settle();
    expect(headline()).toContain('2 files recognised');
  });

  it('moves a stage with Alt and an arrow and plans again with it', async () => {
    const maps = await planned();
    fireEvent.keyDown(screen.getByRole('button', { name: 'Rung for MQL' }), { key: 'ArrowDown', altKey: true });
    await settle();
    expect(maps.at(-1)).toEqual({
      'opportunities.csv': { stages: { MQL: 'meeting' } },
      'Pelanggan 2026.xlsx': { stages: { MQL: 'meeting' } },
    });
  });

  it('confirms the ends of the plan on screen, and none while another is being made', async () => {
    const { engine, maps } = planning(fakePlan);
    await showPage('import', { engine });
    await act(() => addFiles(files));
    await settle();
    const confirm = screen.getByRole('button', { name: 'Yes' });
    fireEvent.keyDown(screen.getByRole('button', { name: 'Rung for Closed won' }), { key: 'ArrowDown', altKey: true });
    expect(useLoad.getState().phase).toBe('planning');
    fireEvent.click(confirm);
    await settle();
    expect(maps).toHaveLength(2);
    expect(maps.at(-1)?.['opportunities.csv']).toEqual({ stages: { 'Closed won': 'paid' } });
    fireEvent.click(screen.getByRole('button', { name: 'Yes' }));
    await settle();
    expect(maps.at(-1)?.['opportunities.csv']?.stages).toMatchObject({ 'Closed won': 'won', 'Closed lost': 'lost' });
  });

  it('goes on without a sheet nobody recognised, says why, and takes its table from the person', async () => {
    const [file] = fakePlan.files;
    const aside = { code: 'nothing_recognised', args: { file: 'crm.xlsx/Notes', found: 'alpha, beta' } } as const;
    const sheet = file && { ...file, file: 'crm.xlsx', part: 'Notes', table: null, set_aside: aside };
    const question = {
      file: 'crm.xlsx#Notes',
      kind: 'table',
      subject: '',
      choices: [],
      suggested: null,
      mayBeLeft: true,
    } as const;
    const maps = await planned({ ...fakePlan, questions: [question], files: file && sheet ? [file, sheet] : [] });
    expect(headline()).toContain('Nothing to confirm.');
    expect(screen.getByText(/Nothing in “crm.xlsx\/Notes” was recognised; its columns are alpha, beta/)).toBeDefined();
    expect(screen.getByRole('button', { name: /crm\.xlsx · Notes.*set aside/ })).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'leave out' }));
    await settle();
    expect(maps.at(-1)).toEqual({ 'crm.xlsx#Notes': { table: null } });
  });

  it('says of a column without a field that it is kept, and of one whose dates became events what it is', async () => {
    const [file] = fakePlan.files;
    const bare = { field: null, type: 'text', filled: 1, confidence: 'extra', samples: ['B2'] } as const;
    const columns = [
      { ...bare, source: 'Kumpulan', extra: 'x_kumpulan' },
      { ...bare, source: 'Date entered "Layak"', extra: null },
    ];
    await planned({ ...fakePlan, files: file ? [{ ...file, columns }] : [] });
    expect(screen.getByRole('button', { name: 'Field for Kumpulan: kept as extra' })).toBeDefined();
    expect(screen.getByRole('button', { name: 'Field for Date entered "Layak": date of a stage' })).toBeDefined();
  });

  it('changes the currency of the figures for the whole workspace', async () => {
    const [file] = fakePlan.files;
    const decisions = [
      decision('reporting currency', 'EUR', because('most_amounts', { n: 3, all: 3, currency: 'EUR' })),
    ];
    const { engine } = planning({ ...fakePlan, files: file ? [{ ...file, decisions }] : [] });
    const setting = vi.fn((input: { key: string; value: string }) => engine.workspace.setting(input));
    await showPage('import', {
      engine: { ...engine, workspace: { ...engine.workspace, setting } } as unknown as Engine,
    });
    await act(() => addFiles(files));
    await settle();
    fireEvent.click(screen.getByRole('button', { name: /Currency of the figures/ }));
    await settle();
    fireEvent.click(screen.getByRole('option', { name: 'MYR' }));
    await settle();
    expect(setting.mock.calls[0]?.[0]).toEqual({ key: 'currency', value: 'MYR' });
  });

  it('confirms a column in its own row', async () => {
    const maps = await planned();
    fireEvent.click(screen.getByRole('button', { name: 'confirm' }));
    await settle();
    expect(maps.at(-1)).toEqual({ 'opportunities.csv': { columns: { 'Jenis mesin': 'product_id' } } });
  });

  it('refuses to load counts that do not add up', async () => {
    const [file] = fakePlan.files;
    await planned({ ...fakePlan, questions: [], files: file ? [{ ...file, skipped: 0 }] : [] });
    expect(screen.getAllByText(/The counts do not add up/).length).toBeGreaterThan(0);
    expect(screen.getByRole('button', { name: /^Import [\d,]+ rows$/ }).getAttribute('aria-disabled')).toBe('true');
  });

  it('begins by dropping files anywhere, also when no workspace is open', async () => {
    await showPage('start');
    const drop = new Event('drop', { cancelable: true });
    Object.assign(drop, { dataTransfer: { files: [new File(['a'], 'a.csv')], types: ['Files'] } });
    await act(async () => {
      window.dispatchEvent(drop);
      await Promise.resolve();
    });
    await settle();
    expect(useQuestion.getState().asked.view).toBe('import');
    expect(headline()).toContain('2 files recognised');
  });

  it('can be put away while it is still being read, and then says nothing more', async () => {
    const { engine } = fakeEngine();
    async function* events(signal: AbortSignal) {
      yield { type: 'progress', file: 'a.csv', step: 'read', unit: 'bytes', done: 1, total: 2 } as const;
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      throw Object.assign(new Error('x'), { code: 'import_cancelled', data: {} });
    }
    const plan = (_input: unknown, { signal }: { signal: AbortSignal }) => Promise.resolve(events(signal));
    await showPage('import', { engine: { ...engine, files: { ...engine.files, plan } } as unknown as Engine });
    await act(async () => {
      void addFiles(files);
      await Promise.resolve();
    });
    await settle();
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    await settle();
    expect(useLoad.getState()).toMatchObject({ phase: 'empty', problem: null, files: [] });
  });

  it('lets a file that was refused make way for the next one', async () => {
    const { engine } = planning(fakePlan);
    const refused = () => Promise.reject(Object.assign(new Error('x'), { code: 'pdf', data: { file: 'a.csv' } }));
    const failing = { ...engine, files: { ...engine.files, plan: refused } } as unknown as Engine;
    await showPage('import', { engine: failing });
    await act(() => addFiles([{ stored: '1/a.csv', name: 'a.csv' }]));
    await settle();
    expect(screen.getByText('The file “a.csv” is a PDF. Export the same list as CSV or Excel.')).toBeDefined();
    await act(() => addFiles(files));
    expect(useLoad.getState().files).toEqual(files);
  });

  it('keeps what was planned when the load fails, and says why', async () => {
    const { engine } = planning({ ...fakePlan, questions: [] });
    const failing = {
      ...engine,
      files: {
        ...engine.files,
        load: () => Promise.reject(Object.assign(new Error('x'), { code: 'disk_full', data: {} })),
      },
    };
    await showPage('import', { engine: failing as unknown as Engine });
    await act(() => addFiles(files));
    await settle();
    fireEvent.click(screen.getByRole('button', { name: 'Import 10,602 rows' }));
    await settle();
    expect(screen.getByText(/The disk is full\. Everything saved before is kept/)).toBeDefined();
    expect(screen.getByRole('button', { name: 'Import 10,602 rows' })).toBeDefined();
  });
});

describe('the counts of a load', () => {
  it('balance when what was read is what came out', () => {
    expect(balances(fakePlan.files)).toBe(true);
    expect(totals(fakePlan.files)).toEqual({
      read: 10_612,
      new: 10_602,
      updated: 0,
      unchanged: 0,
      skipped: 7,
      rejected: 3,
    });
  });
});

describe('an answer to a question', () => {
  const question = { file: 'a.csv', subject: 'Segera', choices: ['won'], suggested: 'won' };

  it.each([
    ['table', 'orders', { table: 'orders' }],
    ['dates', 'dmy', { date_order: 'dmy' }],
    ['dates', 'nonsense', {}],
    ['numbers', ',', { decimal: ',' }],
    ['percent', 'points', { percent: 'points' }],
    ['currency', 'MYR', { currency: 'MYR' }],
    ['time_zone', 'Asia/Kuala_Lumpur', { time_zone: 'Asia/Kuala_Lumpur' }],
    ['column', '', { columns: { Segera: null } }],
    ['stages', 'won', { stages: { Segera: 'won' } }],
    ['alias', 'GTX Pro', { aliases: { products: { Segera: 'GTX Pro' } } }],
  ] as const)('%s: %s', (kind, choice, expected) => {
    expect(answered({ ...question, kind }, choice, fakePlan)).toEqual(expected);
  });
});
