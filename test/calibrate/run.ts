/* Prints the calibration table and says by the exit code whether every bound is kept.
 * Run: npm run calibrate [-- [rules] [coverage] [leaving] [samples] [--runs 150] [--seeds 1..50]]; no names means all. About ten minutes on two idle cores; the parts and spans of seeds can be run one by one. */
import { parseArgs } from 'node:util';
import { coverageTable } from './coverage';
import { leavingTable } from './leaving';
import { sampleTable } from './samples';
import { calibrationTable, type Line } from './settings';

const { values, positionals } = parseArgs({
  options: { runs: { type: 'string', default: '150' }, seeds: { type: 'string', default: '1..50' } },
  allowPositionals: true,
});
const runs = Number(values.runs);
const [first = 1, last = first] = values.seeds.split('..').map(Number);

const parts: Readonly<Record<string, () => Line[] | Promise<Line[]>>> = {
  rules: () => calibrationTable(runs),
  coverage: () => coverageTable(4000),
  leaving: () => leavingTable(Math.ceil(runs / 5)),
  samples: () => sampleTable(first, last),
};

for (const name of positionals) if (!(name in parts)) throw new Error(`no part ${name}`);
for (const name of positionals.length > 0 ? positionals : Object.keys(parts)) {
  const start = performance.now();
  const lines = (await parts[name]?.()) ?? [];
  print(lines);
  console.log(`${name}: ${((performance.now() - start) / 1000).toFixed(0)} s`);
  if (lines.some(({ met }) => !met)) process.exitCode = 1;
}

function print(lines: readonly Line[]): void {
  for (const { team, measure, value, bound, met } of lines) {
    console.log(`${met ? 'met   ' : 'MISSED'}  ${value.toFixed(3)}  ${bound.padEnd(11)}  ${team}: ${measure}`);
  }
}
