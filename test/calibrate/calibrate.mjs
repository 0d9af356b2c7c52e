// Runs the calibration in plain Node: Vite resolves the TypeScript modules, nothing is built.
import { runnerImport } from 'vite';

await runnerImport(new URL('./run.ts', import.meta.url).pathname);
