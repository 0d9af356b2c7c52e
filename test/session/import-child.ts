/* Run by the crash test in a process of its own: opens a workspace and loads files until it is killed. */
import { runLoad } from '../../electron/session/load';
import { openFolder, stageFile } from '../../electron/session/open-workspace';

const [folder = '', ...paths] = process.argv.slice(2);

async function main(): Promise<void> {
  const workspace = await openFolder(folder, true);
  process.stdout.write('open\n');
  const files = [];
  for (const path of paths) files.push(await stageFile(workspace, path));
  for await (const event of runLoad(workspace, files, {}, () => Promise.resolve())) {
    if (event.type === 'done') process.stdout.write('done\n');
  }
  await workspace.close();
}

void main();
