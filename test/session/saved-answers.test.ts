import { createRouterClient } from '@orpc/server';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { catalogue } from '../../electron/analytics';
import type { TextAnswer } from '../../electron/contract';
import { openDatabase } from '../../electron/db/open';
import { change } from '../../electron/db/run';
import { callsOf } from '../../electron/engine';
import { everything } from '../../electron/model/question';
import { questionKey } from '../../electron/model/question-key';
import type { Answer } from '../../electron/model/question';
import { takeRows } from '../../electron/analytics/groups';
import { textsOf } from '../../electron/model/table';
import { answerMetric } from '../../electron/session/answer';
import { createSession } from '../../electron/session';
import { AnswerSaver } from '../../electron/session/answer-saver';
import { remembering } from '../../electron/session/answers-together';
import { answersOf, keptAnswer } from '../../electron/session/kept-answers';
import { packed, readSaved, writeSaved } from '../../electron/session/saved-answers';
import type { Session } from '../../electron/session/session';
import { closeGrounds, groundOf } from '../analytics/ground';
import { proposals, seller, together } from '../analytics/sellers';
import { loadDeals } from './load-deals';

const home = mkdtempSync(join(tmpdir(), 'quarterdeck-answers-'));
const folder = join(home, 'w.quarterdeck');
afterAll(async () => {
  await closeGrounds();
  rmSync(home, { recursive: true, force: true });
});

const winRate = (session: Session): Promise<Answer> => session.answer('win-rate', { ...everything, by: ['rep'] });

/** Marks what is saved, so that an answer shows whether it was taken from there. */
async function mark(): Promise<void> {
  const database = await openDatabase(join(folder, 'data.duckdb'), { folder });
  const put = `update derived.answers set answer = replace(answer, '"spec":"M08"', '"spec":"saved"')`;
  await database.write((connection) => change(connection, put));
  await database.close();
}

async function reopened(saves: string | null): Promise<Session> {
  const session = createSession({ ahead: true, saves });
  await session.open(folder, false);
  return session;
}

it('answers are there again when the same program opens the same data, and never of other data, settings or programs', async () => {
  const session = createSession({ ahead: true, saves: 'one' });
  await session.open(folder, true);
  await loadDeals(session, join(home, 'one.csv'), [
    'o1,2026-01-05,Won,Ben,2026-02-10,true',
    'o2,2026-01-05,Won,Aina,2026-02-10,true',
  ]);
  const first = await winRate(session);
  await session.close();

  const same = await reopened('one');
  expect(await winRate(same)).toEqual(first);
  await same.close();
  await mark();

  const again = await reopened('one');
  expect((await winRate(again)).spec).toBe('saved');
  await again.setting('currency', 'EUR');
  expect((await winRate(again)).spec).toBe('M08');
  await again.close();

  await mark();
  const other = await reopened('two');
  expect((await winRate(other)).spec).toBe('M08');
  await other.close();

  await mark();
  const none = await reopened(null);
  expect((await winRate(none)).spec).toBe('M08');
  await none.close();

  const more = await reopened('two');
  expect((await winRate(more)).spec).toBe('saved');
  await loadDeals(more, join(home, 'two.csv'), ['o3,2026-01-06,Lost,Ben,2026-02-11,false']);
  const after = await winRate(more);
  expect([after.spec, after.table.length]).toEqual(['M08', 2]);
  await more.close();

  await mark();
  const typed = await reopened('two');
  expect((await winRate(typed)).spec).toBe('saved');
  await typed.saveEntered('reps', [{ rep_id: 'Ben', name: 'Benjamin' }]);
  expect((await winRate(typed)).spec).toBe('M08');
  await typed.close();
});

it('a page that opens a workspace is given the answers with it by their questions, but for long ones', async () => {
  const session = createSession({ ahead: true, saves: 'one' });
  await session.open(folder, false);
  const { sql: _, table, ...frame } = await winRate(session);
  await session.close();

  const engine = createRouterClient(callsOf(createSession({ ahead: true, saves: 'one' })));
  const { remembered } = await engine.workspace.open({ folder, create: false });
  const key = questionKey('win-rate', { ...everything, by: ['rep'] });
  const { cells, ...told } = JSON.parse(remembered.find((each) => each.key === key)?.text ?? '{}') as TextAnswer;
  expect(told).toEqual({ ...frame, total: table.length });
  expect(cells[0]).toEqual(textsOf(table, 'rep'));
  await engine.workspace.close();

  const long = takeRows(table, new Array<number>(100).fill(0));
  const answers = new Map([
    ['short', { ...frame, table, sql: [] }],
    ['long', { ...frame, table: long, sql: [] }],
  ]);
  expect(remembering(answers).map((each) => each.key)).toEqual(['short']);
});

it('every metric’s answer comes back as what it was', async () => {
  const ground = await groundOf(
    together({ reps: [seller('Aina'), seller('Ben')] }, proposals('Aina', 12, 4), proposals('Ben', 12, 7)),
  );
  const lost: string[] = [];
  for (const { id } of catalogue()) if (packed(await answerMetric(ground, id, everything)) === null) lost.push(id);
  expect(lost).toEqual([]);
});

it('saving gives way to what is asked meanwhile, and at the end is done to the end', async () => {
  const ground = await groundOf(proposals('Ann', 30, 12));
  const saved = async () => [...(await readSaved(ground.database, 'one')).answers.keys()];
  for (const id of ['win-rate', 'bookings', 'cycle-length'])
    await keptAnswer(ground, id, everything, (signal) => answerMetric(ground, id, everything, signal));
  const { made } = await readSaved(ground.database, 'one');
  let turns = 0;
  const all = answersOf(ground);
  expect(await writeSaved(ground.database, 'one', made ?? '', all, () => turns++ < 2)).toBe(false);
  expect(await saved()).toEqual([]);

  const saver = await AnswerSaver.begin(ground, 'one', 0);
  for (const id of ['deal-value', 'loss-profile'])
    await keptAnswer(ground, id, everything, (signal) => answerMetric(ground, id, everything, signal));
  saver?.asked();
  await new Promise((resolve) => setTimeout(resolve, 1));
  await saver?.save();
  expect(await saved()).toHaveLength(5);
});
