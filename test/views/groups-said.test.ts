import { describe, expect, it } from 'vitest';
import { words } from '../../renderer/i18n';
import { groupsSaid } from '../../renderer/views/measure/groups-said';

const row = (by: string, name: string, value: number, half: number | null = 0.05, state = 'ok') => ({
  [by]: name,
  value,
  lower: half === null ? null : value - half,
  upper: half === null ? null : value + half,
  state,
});
const said = (
  by: string,
  rows: readonly ReturnType<typeof row>[],
  verdict: 'no_difference' | 'differs' | null = null,
) =>
  groupsSaid({ by, rows: [...rows], verdict }, words('en'), {
    value: (value) => `${Math.round(value * 100)}%`,
    name: (name) => name ?? 'Unknown',
  });

describe('what is said of the groups of a measure', () => {
  const teams = [row('team', 'North', 0.28), row('team', 'Central', 0.33)];

  it('is of teams and people what their test says, without a name', () => {
    expect(said('team', teams, 'no_difference')).toBe('by team 28% to 33%, no evidence that they differ.');
    expect(said('team', teams, 'differs')).toBe('by team 28% to 33%, further apart than chance would put them.');
    expect(said('rep', [row('rep', 'A', 0.1, null), row('rep', 'B', 0.9, null)])).toBe('by rep 10% to 90%.');
  });

  it('names the ends of other groups where their intervals are apart', () => {
    expect(said('segment', [row('segment', 'SMB', 0.6), row('segment', 'Large', 0.2)])).toBe(
      'by segment highest in SMB (60%), lowest in Large (20%).',
    );
    expect(said('segment', [row('segment', 'SMB', 0.25), row('segment', 'Large', 0.2)])).toBe(
      'by segment 20% to 25%, their intervals overlap.',
    );
  });

  it('goes from the first to the last where time is split', () => {
    expect(said('month', [row('month', 'Sep', 0.2), row('month', 'Aug', 0.6)])).toBe(
      'by month from 60% in Aug to 20% in Sep.',
    );
  });

  it('leaves out what is thin, and says so where nothing is left to compare', () => {
    expect(said('team', [...teams, row('team', 'New', 0.9, 0.05, 'thin')], 'no_difference')).toContain('28% to 33%');
    expect(said('team', [row('team', 'New', 0.9, 0.05, 'thin')])).toBe('by team too few to compare.');
    expect(said('team', [])).toBeNull();
  });
});
