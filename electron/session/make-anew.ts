import { transaction } from '../db/run';
import { distrusting } from '../import/load-file';
import { UserError } from '../model/errors';
import type { Definitions } from '../workspace/definitions';
import { setRevision } from '../workspace/tables';
import type { Workspace } from '../workspace/workspace';
import { replayAll } from './replay';

/** Makes every row again from the sources. An import whose sources cannot be read any more is left out with a notice, and the others are read without it. */
export async function madeAnew(workspace: Workspace, definitions: Definitions): Promise<Definitions> {
  try {
    await workspace.database.write((connection) =>
      distrusting((distrusted) =>
        transaction(connection, async () => {
          await replayAll(connection, workspace.folder, definitions, distrusted);
          await setRevision(connection, definitions.revision);
        }),
      ),
    );
    return definitions;
  } catch (error) {
    const importId =
      error instanceof UserError && error.code === 'workspace_damaged' ? error.args['importId'] : undefined;
    const imports = definitions.imports.filter(({ id }) => id !== importId);
    if (importId === undefined || imports.length === definitions.imports.length) throw error;
    workspace.notices.push({ code: 'sources_missing', args: { importId } });
    return madeAnew(workspace, { ...definitions, imports });
  }
}
