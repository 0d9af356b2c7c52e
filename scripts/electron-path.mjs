// `npm run -s electron:path`: prints the folder of the Electron that is used here, preparing it when needed.
import { ensureElectron, ensureNode, ensurePackages } from './bootstrap.mjs';
import { runScript } from './process.mjs';

await runScript(async () => {
  ensureNode();
  await ensurePackages();
  process.stdout.write(`${await ensureElectron()}\n`);
});
