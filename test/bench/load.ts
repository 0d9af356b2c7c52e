/** Import to queryable, its peak memory, and the derived tables behind it, against DuckDB's typed load of the same files. */
import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createSession } from '../../electron/session';
import type { Session } from '../../electron/session/session';
import type { Figure, Sample } from './figure';
import { memoryRatioOf, ratioOf } from './figure';
import { inTurns } from './in-turns';
import type { Ground } from './ground';
import type { TypedTable } from './typed-load';
import { typedLoad, typedTables } from './typed-load';

/** What one process reports of the one load it ran. */
interface Report {
  readonly load: Sample;
  /** From queryable to everything derived. */
  readonly derive: Sample;
  /** The copy into the workspace that comes before. */
  readonly copy: Sample;
}

const dealTables: readonly TypedTable[] = ['opportunities', 'stage_events'];

/** Each repetition is a process of its own, so that its peak memory is that of one load. */
export async function measureLoad(ground: Ground): Promise<Figure[]> {
  const out = { derive: [] as Sample[], copy: [] as Sample[] };
  const { ours, typed } = await inTurns(ground.rounds, {
    ours: async () => {
      const report = await inProcess('ours', ground, dealTables);
      out.derive.push(report.derive);
      out.copy.push(report.copy);
      return report.load;
    },
    typed: async () => (await inProcess('typed', ground, dealTables)).load,
  });
  const yardstick = 'typed read_csv to disk + checkpoint';
  const named = { yardstick, what: 'opportunities and stage events' };
  return [
    ratioOf({ ...named, name: 'import to queryable', goal: 1.15 }, ours, typed),
    memoryRatioOf({ ...named, name: 'import, peak memory', goal: 1.3 }, ours, typed),
    ratioOf({ ...named, name: 'derived tables, in the background', goal: 0.6 }, out.derive, typed),
    ratioOf({ ...named, name: 'copy into the workspace', goal: null }, out.copy, typed),
  ];
}

async function inProcess(way: 'ours' | 'typed', ground: Ground, tables: readonly TypedTable[]): Promise<Report> {
  const script = process.env['QUARTERDECK_SCRIPT'];
  if (script === undefined) throw new Error('to be run by scripts/run-ts.mjs');
  const place = join(ground.folder, 'load');
  await rm(place, { recursive: true, force: true });
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [script, '--load', way, ground.files, place, tables.join(',')],
    { maxBuffer: 1e7 },
  );
  await rm(place, { recursive: true, force: true });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Report;
}

/** What the started process does: one load, reported as a line of JSON. */
export async function loadAndReport([way, files = '', place = '', names = '']: readonly string[]): Promise<void> {
  const tables = typedTables.filter((table) => names.split(',').includes(table));
  const report = way === 'ours' ? await ownLoad(files, place, tables) : await plainLoad(files, place, tables);
  process.stdout.write(`${JSON.stringify(report)}\n`);
}

async function plainLoad(files: string, place: string, tables: readonly TypedTable[]): Promise<Report> {
  const watch = stopwatch();
  const { close } = await typedLoad(`${place}.duckdb`, files, tables);
  const load = watch();
  close();
  await rm(`${place}.duckdb`);
  return { load, derive: { ms: 0 }, copy: { ms: 0 } };
}

async function ownLoad(files: string, place: string, tables: readonly TypedTable[]): Promise<Report> {
  const session = createSession();
  await session.open(place, true);
  const report = await loadInto(session, files, tables);
  await session.close();
  return report;
}

/** Loads files into a session's open workspace. */
export async function loadInto(session: Session, files: string, tables: readonly TypedTable[]): Promise<Report> {
  const staging = stopwatch();
  const incoming = [];
  for (const table of tables) incoming.push(await session.stage(join(files, `${table}.csv`)));
  const copy = staging();
  const watch = stopwatch();
  let [load, derive]: [Sample, Sample] = [{ ms: NaN }, { ms: NaN }];
  for await (const event of session.load(incoming, {})) {
    if (event.type === 'done') checkLoaded(event.result.files);
    else if (event.step === 'derive' && event.done === 0) load = watch();
    else if (event.step === 'derive') derive = watch();
  }
  return { load, derive, copy };
}

function checkLoaded(files: readonly { readonly file: string; readonly read: number; readonly new: number }[]): void {
  for (const { file, read, new: added } of files) {
    if (read !== added) throw new Error(`${file}: ${added} of ${read} rows are new`);
  }
}

// Each call gives what passed since the one before, and the most memory the process ever had.
function stopwatch(): () => Sample {
  let [start, used] = [performance.now(), process.cpuUsage()];
  return () => {
    const { user, system } = process.cpuUsage(used);
    const sample = {
      ms: performance.now() - start,
      cpu: (user + system) / 1000,
      mb: process.resourceUsage().maxRSS / 1024,
    };
    [start, used] = [performance.now(), process.cpuUsage()];
    return sample;
  };
}
