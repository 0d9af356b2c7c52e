import { describe, expect, it } from 'vitest';
import { words } from '../../renderer/i18n';
import type { Unit } from '../../electron/model/units';
import type { SqlResult } from '../../renderer/state/sql';
import { formatsOf } from '../../renderer/ui/use-format';
import { loadedHeadline } from '../../renderer/views/data/import/loaded';
import { enteredHeadline } from '../../renderer/views/data/people/head';
import { settingsHeadline } from '../../renderer/views/data/settings/headline';
import { sqlHeadline } from '../../renderer/views/data/sql/head';
import { fakeWorkspace } from './fake-engine';

const [en, ms] = [words('en'), words('ms')];
const formats = formatsOf('en');
const source = { import_id: '1', file: 'a.csv', table: 'leads', rows: 1_200, imported_at: '2026-09-30T10:00:00Z' };

describe('the headline of Import', () => {
  const at = { ...fakeWorkspace(), asOf: '2026-09-30T16:30:00Z', settings: { time_zone: 'Asia/Kuala_Lumpur' } };

  it('says how much is loaded, and up to which day where the workspace is', () => {
    expect(loadedHeadline({ ...at, sources: [source, { ...source, file: 'b.csv', rows: 34 }] }, en, formats)).toBe(
      '1,234 rows from 2 files are loaded, with events up to 1 Oct 2026.',
    );
    expect(loadedHeadline({ ...at, sources: [source] }, ms, formatsOf('ms'))).toBe(
      '1,200 baris daripada 1 fail dimuatkan, dengan peristiwa hingga 1 Okt 2026.',
    );
  });

  it('says that nothing has a date, and that there is nothing', () => {
    expect(loadedHeadline({ ...at, asOf: null, sources: [source] }, en, formats)).toContain('nothing has a date');
    expect(loadedHeadline({ ...at, sources: [] }, en, formats)).toBe('Nothing is loaded yet.');
  });
});

describe('the headline of People & programme', () => {
  it('says how many rows were typed in, and in which lists', () => {
    const typed = [
      { name: 'targets', rows: 1 },
      { name: 'reps', rows: 3 },
      { name: 'costs', rows: 2 },
      { name: 'payouts', rows: 1 },
    ];
    expect(enteredHeadline({ typed, tables: [] }, en)).toBe(
      '7 rows are entered by you: 3 in Reps, 2 in Costs, 1 in Targets, 1 in other lists.',
    );
    expect(enteredHeadline({ typed: [{ name: 'reps', rows: 1 }], tables: [] }, ms)).toBe(
      '1 baris dimasukkan oleh anda: 1 dalam Wakil jualan.',
    );
  });

  it('says what files brought where nothing was typed in', () => {
    const tables = [
      { name: 'reps', rows: 30 },
      { name: 'leads', rows: 999 },
      { name: 'costs', rows: 5 },
    ];
    expect(enteredHeadline({ typed: [], tables }, en)).toBe('Nothing is entered by you yet; 35 rows come from files.');
    expect(enteredHeadline({ typed: [], tables: [] }, en)).toBe('Nothing is entered by you yet.');
  });
});

describe('the headline of SQL', () => {
  const result = (
    names: Readonly<Record<string, Unit>>,
    rows: readonly Record<string, number | string>[],
  ): SqlResult => ({
    text: '',
    grid: { columns: Object.entries(names).map(([name, unit]) => ({ name, unit })), rows: [...rows] },
    count: rows.length,
    cut: false,
    milliseconds: 1,
    explained: false,
  });

  it('says what the last query gave: its only value, or how many rows of how many columns', () => {
    const said = (of: SqlResult | null): string => sqlHeadline(of, en, formats);
    expect(said(result({ deals: 'count' }, [{ deals: 6_711 }]))).toBe('The last query gave deals 6,711.');
    expect(said(result({ a: 'label', n: 'count' }, [{ a: 'x', n: 1 }]))).toBe(
      'The last query gave one row of 2 columns.',
    );
    expect(said({ ...result({ a: 'label' }, []), count: 12_000 })).toBe('The last query gave 12,000 rows of 1 column.');
    expect(said(result({ a: 'label' }, []))).toBe('The last query found no rows.');
    expect(said({ ...result({ a: 'label' }, []), explained: true })).toBe('How the last query would be worked out.');
    expect(said(null)).toBe('No query has run yet.');
  });
});

describe('the headline of Settings', () => {
  const stage = { stage: 'Won', target: 'won', confirmed: false };

  it('says what every figure rests on, and how many stages nobody confirmed', () => {
    const settings = { currency: 'MYR', fiscal_start_month: '4', 'stage.Lost': 'lost' };
    const stages = [stage, { ...stage, stage: 'Lost' }, { ...stage, stage: 'Open', confirmed: true }];
    expect(settingsHeadline({ settings, stages }, en)).toBe(
      'Money is in MYR and the fiscal year begins in April; one stage is not confirmed.',
    );
    expect(settingsHeadline({ settings, stages: [] }, ms)).toBe(
      'Wang dalam MYR dan tahun kewangan bermula pada April; belum ada peringkat diketahui.',
    );
  });
});
