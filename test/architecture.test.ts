import { readFileSync, readdirSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, posix, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');

/**
 * Who may import whom: rooms, packages, and `node` for Node's own modules. A room's own files are free to it. `type:` lets types alone pass, for they
 * leave nothing behind in the built program.
 */
// prettier-ignore
const rooms = table({
  'electron/main': 'electron/shell electron node zod',
  'electron/preload': 'electron type:electron/contract',
  'electron/engine': 'electron/contract electron/session electron/db electron/model @orpc/server type:@orpc/client',
  'electron/cli': 'electron/command electron/session electron/review electron/model electron/contract renderer/i18n node',
  'electron/reader': 'electron/import electron/model node',
  'electron/command': 'electron/session electron/review electron/import electron/model electron/contract renderer/i18n node',
  'electron/session': 'package.json electron/workspace electron/import electron/analytics electron/review electron/stats electron/db electron/model renderer/i18n type:electron/contract type:@duckdb/node-api node',
  'electron/shell': 'electron electron/model/errors type:electron/contract node zod',
  'electron/review': 'electron/analytics electron/stats electron/db electron/model renderer/charts renderer/i18n type:electron/contract node zod pptxgenjs hucre jszip yazl @resvg/resvg-wasm @fontsource-variable/inter',
  'electron/analytics': 'electron/stats electron/model type:electron/contract',
  'electron/workspace': 'electron/db electron/model type:electron/contract type:@duckdb/node-api node zod',
  'electron/import': 'electron/db electron/model type:electron/contract type:@duckdb/node-api node zod hucre @e965/xlsx iconv-lite chardet fuse.js fastest-levenshtein jszip',
  'electron/db': 'electron/model @duckdb/node-api @duckdb/node-bindings apache-arrow node',
  'electron/stats': 'lib-r-math.js fmin',
  'electron/bridge': 'type:electron/contract type:electron/model',
  'electron/load': 'type:electron/contract type:electron/model',
  'electron/contract': 'type:electron/bridge type:electron/load type:electron/model type:electron/review electron/model/deck electron/model/saved-view zod @orpc/contract',
  'electron/model': 'zod',
  'renderer/main': 'renderer/app renderer/workbench renderer/app.css renderer/tokens.css renderer/forced-colors.css renderer/trusted-types renderer/frame renderer/state renderer/i18n renderer/engine react react-dom @fontsource-variable/inter',
  'renderer/trusted-types': '',
  'renderer/workbench': 'renderer/frame renderer/views renderer/ui renderer/state renderer/engine react type:renderer/app',
  'renderer/app': 'renderer/frame renderer/views renderer/ui renderer/state renderer/i18n renderer/engine react react-aria-components',
  'renderer/frame': 'renderer/logo.svg renderer/charts renderer/ui renderer/state renderer/i18n renderer/engine react react-aria-components lucide-react @internationalized/date type:electron/contract type:electron/model',
  'renderer/views': 'renderer/frame renderer/charts renderer/ui renderer/state renderer/i18n react react-aria-components lucide-react type:renderer/engine type:electron/contract type:electron/model',
  'renderer/state': 'electron/model/fiscal electron/model/question-key renderer/engine renderer/grid renderer/i18n react zustand @internationalized/date temporal-polyfill type:electron/contract type:electron/model',
  'renderer/grid': 'apache-arrow type:renderer/engine type:electron/model',
  'renderer/engine': '@orpc/client type:@orpc/contract type:electron/contract type:electron/model',
  'renderer/charts': 'renderer/i18n/format echarts apache-arrow react type:renderer/engine type:electron/contract type:electron/model',
  'renderer/ui': 'renderer/i18n react react-aria-components @internationalized/date codemirror @codemirror/view @codemirror/lang-sql @codemirror/autocomplete @tanstack/react-table @tanstack/react-virtual lucide-react sql-formatter type:electron/contract type:electron/model',
  'renderer/i18n': 'i18next i18next-icu intl-messageformat react-i18next react type:electron/contract type:electron/model',
});

function table(lines: Readonly<Record<string, string>>): ReadonlyMap<string, readonly string[]> {
  return new Map(Object.entries(lines).map(([room, names]) => [room, names.split(' ')]));
}

// Between the folders of these rooms nothing passes: a view knows no other view, a topic no other topic.
const parts = new Set(['renderer/views', 'electron/analytics'].flatMap(foldersIn));

function foldersIn(room: string): readonly string[] {
  const entries = readdirSync(join(root, room), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => `${room}/${entry.name}`);
}

interface Import {
  readonly file: string;
  readonly target: string;
  readonly isType: boolean;
}

const statement =
  /^(?:import|export)\s+(type\s)?(?:[^;'"]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|\brequire\(\s*['"]([^'"]+)['"]\s*\)/gm;

/** Every import of a source text, local ones as paths from the repository. */
function importsOf(file: string, text: string): readonly Import[] {
  return [...text.matchAll(statement)].map(([, type, from, dynamic, required]) => {
    const named = from ?? dynamic ?? required ?? '';
    return {
      file,
      target: named.startsWith('.') ? posix.join(posix.dirname(file), named) : packageOf(named),
      isType: type !== undefined,
    };
  });
}

function packageOf(name: string): string {
  if (name.startsWith('node:') || builtinModules.includes(name)) return 'node';
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}

function roomOf(path: string): string {
  return path
    .split('/')
    .slice(0, 2)
    .join('/')
    .replace(/\.tsx?$/, '');
}

// A package is named whole, a room with all that is in it.
function isWithin(path: string, place: string): boolean {
  return path === place || (place.includes('/') && path.startsWith(`${place}/`));
}

function partOf(path: string): string | null {
  const part = path.split('/').slice(0, 3).join('/');
  return parts.has(part) ? part : null;
}

/** What is wrong with an import, null when nothing is. */
function fault({ file, target, isType }: Import): string | null {
  const allowed = rooms.get(roomOf(file));
  if (!allowed) return `${file}: ${roomOf(file)} is no room of the table`;
  const says = `${file} imports ${isType ? 'types of ' : ''}${target}`;
  const [from, to] = [partOf(file), partOf(target)];
  if (from !== null && to !== null && from !== to) return says;
  if (roomOf(target) === roomOf(file)) return null;
  const places = allowed.flatMap((place) => (place.startsWith('type:') ? (isType ? [place.slice(5)] : []) : [place]));
  return places.some((place) => isWithin(target, place)) ? null : says;
}

function sources(folder: string): readonly string[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name));
  return files.map((entry) => posix.join(entry.parentPath.slice(root.length + 1).replaceAll('\\', '/'), entry.name));
}

const faultsIn = (file: string, text: string) => importsOf(file, text).flatMap((found) => fault(found) ?? []);

describe('the house', () => {
  it('lets no room import what the table does not name', () => {
    const files = [...sources('electron'), ...sources('renderer')];
    expect(files.length).toBeGreaterThan(50);
    expect(files.flatMap((file) => faultsIn(file, readFileSync(join(root, file), 'utf8')))).toEqual([]);
  });

  it('has no module with a global of its own called window: hot replacement of a module looks at that name', () => {
    const declares = /^(?:export )?(?:const|let|var) (?:window\b|\{[^}]*\bwindow\b)/m;
    expect(declares.test("import a from 'a';\nconst window = a;")).toBe(true);
    const files = ['electron', 'renderer', 'test'].flatMap(sources);
    expect(files.filter((file) => declares.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
  });

  it('has no rooms in a circle', () => {
    const arrows = (room: string) => (rooms.get(room) ?? []).filter((place) => !place.startsWith('type:')).map(roomOf);
    const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
      arrows(from).some((next) => next === to || (!seen.has(next) && reaches(next, to, seen.add(next))));
    expect([...rooms.keys()].filter((room) => reaches(room, room))).toEqual([]);
  });

  it.each([
    ['electron/preload.ts', "import { contract } from './contract';"],
    ['electron/preload.ts', "import { UserError } from './model/errors';"],
    ['electron/preload.ts', "import {\n  type Bridge,\n} from './contract';"],
    ['electron/main.ts', "import { openDatabase } from './db/open';"],
    ['electron/engine.ts', "import { app } from 'electron';"],
    ['electron/shell/window.ts', "import { contract } from '../contract';"],
    ['electron/shell/window.ts', "const db = await import('../db/open');"],
    ['electron/shell/window.ts', "import type { Metric } from '../analytics/metric';"],
    ['electron/model/units.ts', "import { readFileSync } from 'node:fs';"],
    ['electron/analytics/funnel/index.ts', "import { stages } from '../pipeline/stages';"],
    ['electron/analytics/metric.ts', "import { query } from '../db/run';"],
    ['electron/import/load.ts', "import { winRate } from '../analytics/funnel/index';"],
    ['electron/stats/gini.ts', "import { UserError } from '../model/errors';"],
    ['electron/workspace/open.ts', "export { query } from '../review/slides';"],
    ['renderer/views/funnel/index.tsx', "import { Compare } from '../reps/compare';"],
    ['renderer/views/funnel/index.tsx', "import type { Reps } from '../reps';"],
    ['renderer/views/funnel/index.tsx', "import * as echarts from 'echarts/core';"],
    ['renderer/views/funnel/index.tsx', "import { ask } from '../../engine';"],
    ['renderer/charts/bars.ts', "import { useQuestion } from '../state/question';"],
    ['renderer/ui/table.tsx', "import { rungs } from '../../electron/model/ladder';"],
    ['renderer/state/question.ts', "import '../views/funnel/index';"],
    ['renderer/helpers/texts.ts', "import { x } from 'react';"],
  ])('would notice in %s: %s', (file, text) => {
    expect(faultsIn(file, text)).toHaveLength(1);
  });

  it.each([
    ['electron/preload.ts', "import type { Bridge } from './contract';"],
    ['electron/shell/window.ts', "import { UserError } from '../model/errors';"],
    ['electron/analytics/funnel/index.ts', "import { metric } from '../metric';"],
    ['electron/analytics/index.ts', "import { funnel } from './funnel/index';"],
    ['renderer/views/funnel/index.tsx', "import type { MetricInfo } from '../../../electron/contract';"],
    ['renderer/app.tsx', "import { Funnel } from './views/funnel';"],
    ['electron/db/open.ts', "import { join } from 'node:path';\nimport os from 'os';"],
  ])('lets pass in %s: %s', (file, text) => {
    expect(faultsIn(file, text)).toEqual([]);
  });
});

// Test files share their processes, and with them every loaded module: what one file does to a module or to the page would reach the others.
describe('the tests', () => {
  it('keep to themselves what they change', () => {
    const spilling = [
      /@vitest-environment (?!page$)/m,
      /vi\.(?:mock|doMock)\('node:/,
      /vi\.(?:setConfig|resetModules)\(/,
    ];
    const files = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' });
    const tests = files.filter((file) => /\.tsx?$/.test(file) && file !== 'architecture.test.ts');
    const texts = tests.map((file) => [file, readFileSync(join(root, 'test', file), 'utf8')] as const);
    expect(texts.filter(([, text]) => spilling.some((way) => way.test(text))).map(([file]) => file)).toEqual([]);
  });
});
