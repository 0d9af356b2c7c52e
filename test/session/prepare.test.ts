import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { createSession } from '../../electron/session';

const home = mkdtempSync(join(tmpdir(), 'quarterdeck-prepare-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

it('a workspace opened ahead is the one that is opened then, and what is wrong with it is told to who asks', async () => {
  const folder = join(home, 'w.quarterdeck');
  const first = createSession();
  await first.open(folder, true);
  await first.close();

  const session = createSession();
  await session.prepare(folder);
  expect(await session.state()).toMatchObject({ open: true, folder });
  expect(await session.open(folder, false)).toEqual(await session.state());
  await session.close();

  const missing = join(home, 'none.quarterdeck');
  const lost = createSession();
  await expect(lost.prepare(missing)).rejects.toMatchObject({ code: 'workspace_missing' });
  await expect(lost.open(missing, false)).rejects.toMatchObject({ code: 'workspace_missing' });
  await lost.open(folder, false);
  await lost.close();
});
