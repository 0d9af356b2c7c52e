/** The one build and test configuration: the page for the browser, five programs for Node as CommonJS (a sandboxed preload must be), and the two test projects. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { EnvironmentOptions } from 'vite';
import { defineConfig } from 'vitest/config';
import type { TestSpecification } from 'vitest/node';
import { BaseSequencer } from 'vitest/node';

const root = import.meta.dirname;
const left = [
  'electron',
  /^@duckdb\/node-bindings/,
  ...builtinModules,
  ...builtinModules.map((name) => `node:${name}`),
];
const programs = ['main', 'preload', 'engine', 'cli', 'reader'];

// The served page of `npm run dev` alone: the development client needs inline scripts and a socket. The built page gets its policy from the shell.
const devPolicy =
  "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self' ws:; font-src 'self' data:; base-uri 'none'; form-action 'none'; frame-src 'none'; object-src 'none'";

// The program's own text in one word: answers saved by another are not taken for its own.
function digestOfProgram(): string {
  const own = readdirSync(join(root, 'electron'), { recursive: true, encoding: 'utf8' });
  const files = [
    ...own.filter((name) => /\.(ts|sql)$/.test(name)).map((name) => join('electron', name)),
    'package-lock.json',
  ].sort();
  const digest = createHash('sha256');
  for (const file of files) digest.update(file).update(readFileSync(join(root, file)));
  return digest.digest('hex');
}

function program(name: string): EnvironmentOptions {
  return {
    consumer: 'server',
    resolve: { noExternal: true },
    build: {
      ssr: true,
      target: 'node20',
      outDir: join(root, 'dist', name),
      emptyOutDir: true,
      minify: false,
      rollupOptions: {
        input: { [name]: join(root, 'electron', `${name}.ts`) },
        external: left,
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' },
      },
    },
  };
}

// The test files that need a page, then the others: a process that changed between the two kinds would have to start anew.
class PagesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const pages = new Set(
      sorted.filter(({ moduleId }) => readFileSync(moduleId, 'utf8').startsWith('// @vitest-environment')),
    );
    return [...sorted.filter((file) => pages.has(file)), ...sorted.filter((file) => !pages.has(file))];
  }
}

// The tests' folder is the whole repository, the page's is its own: the built index.html is to lie at the top of dist/page.
export default defineConfig(({ mode }) => ({
  root: mode === 'test' ? root : join(root, 'renderer'),
  plugins: mode === 'test' ? [] : [react()],
  server: { host: '127.0.0.1', headers: { 'Content-Security-Policy': devPolicy } },
  ...(mode !== 'test' && { define: { __PROGRAM__: JSON.stringify(digestOfProgram()) } }),
  builder: {
    async buildApp(builder) {
      for (const name of ['client', ...programs]) {
        const environment = builder.environments[name];
        if (environment) await builder.build(environment);
      }
    },
  },
  environments: {
    client: {
      build: { target: 'chrome130', outDir: join(root, 'dist/page'), emptyOutDir: true, chunkSizeWarningLimit: 4000 },
    },
    ...Object.fromEntries(programs.map((name) => [name, program(name)])),
  },
  // Tests that need a page name it at their top: `@vitest-environment page`.
  resolve: { alias: { 'vitest-environment-page': join(root, 'test/page-environment.ts') } },
  test: {
    env: { TZ: 'Asia/Kuala_Lumpur' },
    sequence: { sequencer: PagesFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          globalSetup: join(root, 'test/build-reader.ts'),
          setupFiles: join(root, 'test/clean-page.ts'),
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/app/**'],
          // Loading the modules anew for every file would take longer than the tests themselves.
          isolate: false,
          maxWorkers: availableParallelism(),
          // What takes a second on an idle machine may take many on a busy one.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'app',
          globalSetup: join(root, 'test/app/sample-home.ts'),
          include: ['test/app/**/*.e2e.ts'],
          maxWorkers: 1,
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
}));
