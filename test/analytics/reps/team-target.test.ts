import { afterAll, expect, it } from 'vitest';
import type { Row } from '../ground';
import { ask, closeGrounds, groundOf } from '../ground';
import { closed, stage_map } from '../sales';
import { seller } from '../sellers';

afterAll(closeGrounds);

const quarter = { metric: 'bookings', period_start: '2026-01-01', period_end: '2026-04-01' };
const ofPerson: Row = { ...quarter, rep_id: 'north', value: 900 };
const ofTeam: Row = { ...quarter, team_id: 'South', value: 100 };

const ground = (...targets: readonly Row[]) =>
  groundOf({
    reps: [seller('north'), seller('south', { team_id: 'South' })],
    targets,
    stage_map,
    opportunities: [closed('a', 'Won', '2026-02-10', { owner_id: 'south', amount: 50 })],
  });

it('a team’s own target is counted apart from people’s, and told by the name of the team', async () => {
  const { answer, rows } = await ask(await ground(ofPerson, ofTeam), 'attainment');
  expect(rows).toMatchObject([{ holders: 2, met: 0, teams: 1, teams_met: 0 }]);
  expect(answer.extra?.['teams']).toEqual([
    { team: 'South', measure: 'bookings', actual: 50, target: 100, value: 0.5 },
  ]);
});

it('where only people have targets no team is told', async () => {
  const { answer, rows } = await ask(await ground(ofPerson), 'attainment');
  expect(rows).toMatchObject([{ holders: 1, teams: 0, teams_met: 0 }]);
  expect(answer.extra?.['teams']).toEqual([]);
});

it('the line of nobody holds as many teams as targets, split by person', async () => {
  const { rows } = await ask(await ground({ ...ofTeam, value: 40 }), 'attainment', { by: ['rep'] });
  expect(rows.find(({ rep }) => rep === 'Unassigned')).toMatchObject({ holders: 1, teams: 1, met: 1, teams_met: 1 });
});
