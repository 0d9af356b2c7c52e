import { writeFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { Session } from '../../electron/session/session';

/** Writes a file of deals and loads it into the open workspace; each line is id, creation, stage, owner, closing and whether it was won. */
export async function loadDeals(session: Session, path: string, lines: readonly string[]): Promise<void> {
  writeFileSync(path, ['opportunity_id,created_at,stage,owner_id,closed_at,is_won', ...lines].join('\n'));
  const events: string[] = [];
  for await (const { type } of session.load([await session.stage(path)], {})) events.push(type);
  expect(events).toContain('done');
}
