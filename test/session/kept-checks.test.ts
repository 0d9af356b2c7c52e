import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openDatabase } from '../../electron/db/open';
import { change } from '../../electron/db/run';
import { createSession } from '../../electron/session';
import type { Session } from '../../electron/session/session';
import { loadDeals } from './load-deals';

const home = mkdtempSync(join(tmpdir(), 'quarterdeck-checks-'));
const folder = join(home, 'w.quarterdeck');
afterAll(() => rmSync(home, { recursive: true, force: true }));

async function ownerless(session: Session): Promise<number | undefined> {
  return (await session.state()).checks.find(({ id }) => id === 'no_owner')?.count;
}

it('checks are counted once for the data there is, also when the workspace is opened again', async () => {
  const session = createSession();
  await session.open(folder, true);
  await loadDeals(session, join(home, 'one.csv'), [
    'o1,2026-01-05,Won,,2026-02-10,true',
    'o2,2026-01-05,Won,Aina,2026-02-10,true',
  ]);
  expect(await ownerless(session)).toBe(1);
  await session.close();

  // What is kept is what is told: another number put there shows that the rows were not read.
  const database = await openDatabase(join(folder, 'data.duckdb'), { folder });
  const put = "update derived.checked set count = 7 where id = 'no_owner'";
  await database.write((connection) => change(connection, put));
  await database.close();
  const again = createSession();
  await again.open(folder, false);
  expect(await ownerless(again)).toBe(7);

  await loadDeals(again, join(home, 'two.csv'), ['o3,2026-01-06,Won,,2026-02-11,true']);
  expect(await ownerless(again)).toBe(2);
  await again.setting('currency', 'EUR');
  expect(await ownerless(again)).toBe(2);
  await again.close();
});
