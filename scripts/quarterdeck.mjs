#!/usr/bin/env node
// The `quarterdeck` command in a checkout: makes the build current, then is that command, in this very process,
// so that standard input, output, signals and the exit code are its own.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ensureBuild, ensureNode, ensurePackages } from './bootstrap.mjs';
import { root, runScript } from './process.mjs';

await runScript(async () => {
  ensureNode();
  await ensurePackages();
  await ensureBuild();
  process.argv[1] = join(root, 'dist/cli/cli.cjs');
  createRequire(import.meta.url)(process.argv[1]);
});
