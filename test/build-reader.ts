import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createBuilder } from 'vite';

const root = resolve(import.meta.dirname, '..');
const program = join(root, 'dist/reader/reader.cjs');

/** Before the tests: the program that reads workbooks runs on a thread of its own, so it is built where it is missing or older than its sources. */
export default async function setup(): Promise<void> {
  const sources = ['electron/reader.ts', 'electron/model/errors.ts', 'vite.config.ts', 'package-lock.json'];
  const rooms = ['electron/import/read', 'electron/import/read/apart'];
  const files = [...sources, ...rooms.flatMap((room) => readdirSync(join(root, room)).map((name) => join(room, name)))];
  const newest = Math.max(...files.map((file) => statSync(join(root, file)).mtimeMs));
  if (existsSync(program) && statSync(program).mtimeMs > newest) return;
  const builder = await createBuilder({
    root: join(root, 'renderer'),
    configFile: join(root, 'vite.config.ts'),
    mode: 'production',
    logLevel: 'warn',
  });
  const reader = builder.environments['reader'];
  if (!reader) throw new Error('no program is called reader');
  await builder.build(reader);
}
