// `npm run build`: builds into dist/, whether or not it is needed.
import { treeLock, withLock } from './cache.mjs';
import { build, ensureNode, ensurePackages } from './bootstrap.mjs';
import { runScript } from './process.mjs';

await runScript(async () => {
  ensureNode();
  await ensurePackages();
  await withLock(treeLock('build'), build);
});
