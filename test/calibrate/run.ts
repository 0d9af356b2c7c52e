/* Prints the calibration table and says by the exit code whether every bound is kept.
 * Run: npm run calibrate [-- runs a setting, 150 unless told, then seeds of the sample, 50 unless told] */
import { coverageTable } from './coverage';
import { sampleTable } from './samples';
import { calibrationTable, type Line } from './settings';

function print(lines: readonly Line[]): void {
  for (const { team, measure, value, bound, met } of lines) {
    console.log(`${met ? 'met   ' : 'MISSED'}  ${value.toFixed(3)}  ${bound.padEnd(11)}  ${team}: ${measure}`);
  }
}

const runs = Number(process.argv[2] ?? 150);
const seeds = Number(process.argv[3] ?? 50);
const lines = [...calibrationTable(runs), ...coverageTable(4000), ...(await sampleTable(seeds))];
print(lines);
if (lines.some(({ met }) => !met)) process.exitCode = 1;
