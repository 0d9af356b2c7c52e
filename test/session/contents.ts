import { query } from '../../electron/db/run';
import { rowsOf } from '../../electron/model/table';
import { runLoad } from '../../electron/session/load';
import { stageFile } from '../../electron/session/open-workspace';
import type { Workspace } from '../../electron/workspace/workspace';

/** What a workspace of deals and touches holds, in four figures. */
export interface Contents {
  readonly deals: number;
  readonly won: number;
  readonly money: number;
  readonly touches: number;
}

/** Reads the four figures of a workspace. */
export async function contents(workspace: Workspace): Promise<Contents> {
  const table = await workspace.database.read((connection) =>
    query(
      connection,
      "select count(*) as deals, count(*) filter (where stage = 'Won') as won, coalesce(sum(amount), 0)::double as money, (select count(*) from activities) as touches from opportunities",
    ),
  );
  return rowsOf(table)[0] as unknown as Contents;
}

/** Loads files as they are, through to the end. */
export async function load(workspace: Workspace, paths: readonly string[]): Promise<void> {
  const files = [];
  for (const path of paths) files.push(await stageFile(workspace, path));
  for await (const event of runLoad(workspace, files, {}, () => Promise.resolve())) void event;
}
