// `npm run dev`: the page from vite's server with hot replacement, the other processes rebuilt when their sources change,
// and Electron started again whenever one of them was.
import { spawn } from 'node:child_process';
import { ensureElectron, ensureNode, ensurePackages, ensureSystemLibraries, forgetBuild } from './bootstrap.mjs';
import { electronExecutable, electronFlags } from './electron-runtime.mjs';
import { SetupError, hasDisplay, note, root, runScript } from './process.mjs';

const processes = ['main', 'preload', 'engine', 'reader'];
const pauseInMs = 150;

await runScript(async () => {
  ensureNode();
  if (!hasDisplay()) throw new SetupError('npm run dev needs a display (DISPLAY or WAYLAND_DISPLAY).');
  await ensurePackages();
  const folder = await ensureElectron();
  await ensureSystemLibraries(folder);
  forgetBuild();
  const { createBuilder, createServer } = await import('vite');
  const server = await createServer();
  await server.listen();
  const url = server.resolvedUrls.local[0];
  note(`The page is served at ${url}`);
  const program = electronKeeper(folder, { ...process.env, VITE_DEV_SERVER_URL: url });
  await watchBuilds(await createBuilder({ mode: 'development', logLevel: 'warn' }), program.restart);
  process.exit(await program.closed);
});

/** Builds each process now and after every change; calls `whenBuilt` once a round of builds is complete. */
async function watchBuilds(builder, whenBuilt) {
  const unbuilt = new Set(processes);
  const broken = new Set();
  let timer;
  const ended = (name) => {
    unbuilt.delete(name);
    clearTimeout(timer);
    if (unbuilt.size === 0) timer = setTimeout(whenBuilt, pauseInMs);
  };
  for (const name of processes) {
    const environment = builder.environments[name];
    environment.config.build.watch = {};
    const watcher = await builder.build(environment);
    watcher.on('event', (event) => {
      if (event.code === 'BUNDLE_END') void event.result.close();
      if (event.code === 'ERROR') broken.add(name);
      if (event.code === 'END' && !broken.delete(name)) ended(name);
    });
  }
}

/** Keeps one Electron running: `restart` replaces it, `closed` resolves to its exit code when the person closes it. */
function electronKeeper(folder, env) {
  let running = null;
  let isReplacing = false;
  let resolveClosed;
  const closed = new Promise((resolve) => (resolveClosed = resolve));
  const start = () => {
    running = spawn(electronExecutable(folder), [...electronFlags(), root], { cwd: root, env, stdio: 'inherit' });
    running.on('exit', (code) => {
      running = null;
      if (!isReplacing) return resolveClosed(code ?? 0);
      isReplacing = false;
      start();
    });
  };
  const restart = () => {
    if (!running) return start();
    isReplacing = true;
    running.kill();
  };
  return { restart, closed };
}
