// `npm test`: everything that is checked before a change is done, from a fresh clone, with one closing line.
// With part names (static, unit, app) only those parts; what follows them goes to vitest.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuild, ensureElectron, ensureNode, ensurePackages, ensureSystemLibraries } from './bootstrap.mjs';
import { SetupError, capture, follow, hasDisplay, root, runScript } from './process.mjs';
import { add, closingLine, failures, nothing, skippedNames, tallyOf } from './test-report.mjs';

const allParts = ['static', 'unit', 'app'];
const checks = [
  ['types', 'typescript/bin/tsc', '--noEmit'],
  ['lint', 'oxlint/bin/oxlint', '--deny-warnings', '--report-unused-disable-directives'],
  ['format', 'prettier/bin/prettier.cjs', '--check', '.'],
  ['dead code', 'knip/bin/knip.js'],
];
const checksAtOnce = 2;
const vitestNames = { unit: 'unit tests', app: 'tests in Electron' };
const virtualScreen = ['-a', '-s', '-screen 0 1920x1200x24'];
const failed = [];
const referenceData = process.env.QUARTERDECK_DATA ?? join(root, '../shared/data');

await runScript(async () => {
  const named = process.argv.slice(2);
  const parts = allParts.filter((part) => named.includes(part));
  const vitestArgs = named.filter((word) => !allParts.includes(word));
  const maySkip = vitestArgs.length > 0 || !existsSync(referenceData);
  const tally = await run(parts.length ? parts : allParts, vitestArgs, maySkip);
  // Told again here: both parts write at once and at length, and who reads the end of it shall see what failed.
  if (failed.length) console.log(`\nFailed:\n${failed.join('\n\n')}\n`);
  console.log(closingLine(tally));
  return tally.failed > 0 || (tally.missing > 0 && !maySkip) ? 1 : 0;
});

async function run(parts, vitestArgs, maySkip) {
  if (!(await succeeds('set-up', () => setUp(parts)))) return { ...nothing, failed: 1 };
  const isBuilt = parts.every((part) => part === 'static') || (await succeeds('build', ensureBuild));
  const checked = parts.includes('static') ? await runChecks() : nothing;
  const left = parts.filter((part) => part === 'unit' || (part === 'app' && isBuilt));
  // A program with a window waits more than it works: its tests take the place of nobody beside the unit tests, which give way to them.
  const both = left.length > 1;
  const tallies = left.map((part) => runVitest(part, vitestArgs, maySkip, both));
  return add({ ...nothing, failed: isBuilt ? 0 : 1 }, checked, ...(await Promise.all(tallies)));
}

async function setUp(parts) {
  ensureNode();
  await ensurePackages();
  if (parts.includes('app')) await ensureSystemLibraries(await ensureElectron(), { screen: true });
}

async function runChecks() {
  const waiting = [...checks];
  const tallies = [];
  const work = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) tallies.push(await runCheck(check));
  };
  await Promise.all(Array.from({ length: checksAtOnce }, work));
  return add(...tallies);
}

async function runCheck([name, program, ...args]) {
  const { code, output } = await timed(name, () =>
    capture(process.execPath, [join(root, 'node_modules', program), ...args]),
  );
  if (code === 0) return { ...nothing, passed: 1 };
  console.log(output.trim());
  failed.push(name);
  return { ...nothing, failed: 1 };
}

async function runVitest(project, extra, maySkip, both) {
  const folder = mkdtempSync(join(tmpdir(), 'quarterdeck-test-'));
  try {
    const file = join(folder, 'report.json');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const program = [process.execPath, join(root, 'node_modules/vitest/vitest.mjs')];
    const screen = project === 'app' && !hasDisplay() ? ['xvfb-run', ...virtualScreen] : [];
    const [command, ...args] = [...screen, ...program, 'run', '--project', project, ...reporters, ...extra];
    const place = { held: both && project === 'app', givesWay: both && project === 'unit' };
    const { code } = await timed(vitestNames[project], async () => ({ code: await follow(command, args, place) }));
    const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
    const tally = tallyOf(report, code);
    failed.push(...failures(report));
    explainSkipped(skippedNames(report), maySkip || tally.missing === 0);
    return tally;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function explainSkipped(names, maySkip) {
  if (names.length === 0) return;
  const why = maySkip ? '' : ' although the reference data is here, which makes this run a failure';
  console.log(`Skipped${why}:\n${names.map((name) => `  ${name}`).join('\n')}`);
}

/** Does a step of preparation; one that the person can put right is shown and answered with false. */
async function succeeds(name, work) {
  try {
    await timed(name, work);
    return true;
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    console.log(error.message);
    return false;
  }
}

async function timed(name, work) {
  const start = performance.now();
  const result = await work();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${name.padEnd(18)} ${result?.code ? 'FAILED' : 'ok    '} ${seconds.padStart(6)} s`);
  return result;
}
