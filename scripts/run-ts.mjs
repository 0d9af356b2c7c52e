// Runs a TypeScript file of this project: `node scripts/run-ts.mjs FILE [ARGUMENT…]`. It is bundled as the program itself is
// (SQL files as text, all packages but DuckDB inside), so that what a benchmark measures is what people run.
import { rmSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { treeCacheFolder } from './cache.mjs';
import { ensureNode, ensurePackages } from './bootstrap.mjs';
import { SetupError, root, runScript } from './process.mjs';

const leftOutside = /^(@duckdb\/|electron$|playwright-core|vite$|vitest)/;

await runScript(async () => {
  const [file, ...args] = process.argv.slice(2);
  if (!file) throw new SetupError('Name the TypeScript file to run.');
  ensureNode();
  await ensurePackages();
  const entry = resolve(file);
  const bundled = await bundle(entry).catch((error) => {
    throw new SetupError(`${error.message}\n\n${file} could not be bundled.`);
  });
  process.argv = [process.argv[0], entry, ...args];
  // So that a script can start itself again as a process of its own.
  process.env.QUARTERDECK_SCRIPT = bundled;
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(bundled).href);
});

async function bundle(entry) {
  const { build } = await import('vite');
  const name = basename(entry, '.ts');
  const folder = join(treeCacheFolder(), 'run', `${basename(dirname(entry))}-${name}-${process.pid}`);
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  await build({
    configFile: false,
    root,
    logLevel: 'silent',
    plugins: [keepPlaces()],
    ssr: { noExternal: true },
    build: {
      ssr: entry,
      outDir: folder,
      emptyOutDir: true,
      minify: false,
      sourcemap: true,
      rollupOptions: {
        external: (id) => isBuiltin(id) || leftOutside.test(id),
        output: { format: 'es', entryFileNames: `${name}.mjs`, chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  });
  return join(folder, `${name}.mjs`);
}

/** A bundled module still finds its neighbours: import.meta.dirname, filename and url stay those of the source file. */
function keepPlaces() {
  return {
    name: 'keep-places',
    enforce: 'pre',
    transform(code, id) {
      const file = id.split('?')[0];
      if (file.includes('/node_modules/') || !code.includes('import.meta.')) return null;
      return code
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(file)))
        .replaceAll('import.meta.filename', JSON.stringify(file))
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(file).href));
    },
  };
}
