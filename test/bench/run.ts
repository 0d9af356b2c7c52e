/**
 * `npm run bench`: how fast the program is, as ratios to yardsticks taken in the same run on the same files.
 * `npm run bench -- [import] [questions] [transfer] [start] [review] [xlsx] [csv] … [--scale S|M|L] [--rounds N] [--out FILE] [--keep FOLDER]`; no names means all.
 * A kept folder saves the next run the making of files and databases.
 */
import { writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { scales } from '../../samples/generator/large/scale';
import type { Figure } from './figure';
import { bestOf, valueOf } from './figure';
import type { Ground } from './ground';
import { prepareGround } from './ground';
import { loadAndReport, measureLoad } from './load';
import { measureCancelling, measurePages } from './page';
import { measureFilters } from './filters';
import { measureQuestions } from './questions';
import { measureStart } from './start';
import { measureTransfer } from './transfer';
import { measureCsv, measureReview, measureWorkbook } from './written';

const benches: Readonly<Record<string, (ground: Ground) => Promise<Figure[]>>> = {
  import: measureLoad,
  questions: measureQuestions,
  pages: measurePages,
  cancelling: measureCancelling,
  transfer: measureTransfer,
  start: measureStart,
  filters: measureFilters,
  review: measureReview,
  xlsx: measureWorkbook,
  csv: measureCsv,
};

const usage = `Usage: npm run bench [-- [${Object.keys(benches).join('] [')}] [--scale S|M|L] [--rounds N] [--out FILE] [--keep FOLDER]]`;

if (process.argv[2] === '--load') await loadAndReport(process.argv.slice(3));
else await run();

async function run(): Promise<void> {
  const asked = askedFor();
  if (!asked) {
    console.error(usage);
    process.exitCode = 2;
    return;
  }
  const ground = await prepareGround(asked.scale, asked.rounds, asked.keep);
  const load = [loadavg()[0] ?? 0];
  const figures: Figure[] = [];
  try {
    for (const name of asked.names) {
      const measured = (await benches[name]?.(ground)) ?? [];
      for (const figure of measured) console.log(lineOf(figure));
      figures.push(...measured);
      load.push(loadavg()[0] ?? 0);
    }
  } finally {
    await ground.remove();
  }
  if (asked.out !== undefined) await writeFile(asked.out, documentOf(asked, figures, load));
}

interface Asked {
  readonly names: readonly string[];
  readonly scale: string;
  readonly rounds: number;
  readonly out: string | undefined;
  readonly keep: string | undefined;
}

/** The options given; null when they cannot be understood. */
function askedFor(): Asked | null {
  try {
    const options = {
      scale: { type: 'string', default: 'M' },
      rounds: { type: 'string', default: '5' },
      out: { type: 'string' },
      keep: { type: 'string' },
    } as const;
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const rounds = Number(values.rounds);
    const known = positionals.every((name) => name in benches) && values.scale in scales;
    if (!known || !Number.isInteger(rounds) || rounds < 1) return null;
    const names = positionals.length > 0 ? positionals : Object.keys(benches);
    return { names, scale: values.scale, rounds, out: values.out, keep: values.keep };
  } catch {
    return null;
  }
}

function lineOf(figure: Figure): string {
  const { name, unit, goal, ours, theirs, cpuRatio, what, yardstick, note } = figure;
  const value = valueOf(figure);
  const digits = unit === 'ms' ? 1 : 2;
  const verdict = goal === null ? '      ' : value <= goal ? 'met   ' : 'MISSED';
  const columns = [
    verdict,
    name.padEnd(34),
    `${value.toFixed(digits)}${unit === 'ms' ? ' ms' : ''}`.padStart(9),
    goal === null ? ''.padEnd(9) : `<= ${goal}`.padEnd(9),
    `best ${bestOf(figure).toFixed(digits)}`.padEnd(11),
    cpuRatio === null ? ''.padEnd(9) : `cpu ${cpuRatio.toFixed(2)}`.padEnd(9),
    `${range(ours)}${theirs.length > 0 ? ` / ${range(theirs)}` : ''}`.padEnd(38),
    `${what}${yardstick === '' ? '' : `, against ${yardstick}`}${note === undefined ? '' : `; ${note}`}`,
  ];
  return columns.join(' ');
}

function range(values: readonly number[]): string {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const round = (value: number) => (value < 100 ? value.toFixed(1) : value.toFixed(0));
  return `${round(low)}..${round(high)} (${values.length})`;
}

function documentOf(asked: Asked, figures: readonly Figure[], load: readonly number[]): string {
  const machine = {
    cpu: cpus()[0]?.model ?? '',
    cores: availableParallelism(),
    memory_gb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    platform: process.platform,
    load_average: load.map((value) => Math.round(value * 100) / 100),
  };
  const lines = figures.map((figure) => ({ ...figure, value: valueOf(figure), best: bestOf(figure) }));
  const { names, scale, rounds } = asked;
  return `${JSON.stringify({ at: new Date().toISOString(), names, scale, rounds, machine, figures: lines }, null, 2)}\n`;
}
