// `npm start`: makes everything ready and opens the window; on a machine without a screen it does the quarterly job without one.
import { ensureBuild, ensureElectron, ensureNode, ensurePackages, ensureSystemLibraries } from './bootstrap.mjs';
import { electronExecutable, electronFlags } from './electron-runtime.mjs';
import { follow, hasDisplay, note, root, runScript } from './process.mjs';
import { reviewSamples } from './sample-review.mjs';

await runScript(async () => {
  ensureNode();
  await ensurePackages();
  return hasDisplay() ? openWindow(process.argv.slice(2)) : workWithoutWindow();
});

async function openWindow(args) {
  const folder = await ensureElectron();
  await ensureSystemLibraries(folder);
  await ensureBuild();
  return follow(electronExecutable(folder), [...electronFlags(), root, ...args]);
}

async function workWithoutWindow() {
  note(
    'No display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window: importing the samples and writing the quarterly review.',
  );
  await ensureBuild();
  await reviewSamples();
}
