// The quarterly job without a window, through the public command alone: imports the samples, prints the headline figures, writes the review.
import { mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { SetupError, capture, root } from './process.mjs';
import { figureOf, latestQuarter, tableOf } from './figures.mjs';

const command = join(root, 'dist/cli/cli.cjs');
const out = join(root, 'out');
const workspace = join(out, 'sample.quarterdeck');
const headline = ['conversation-conversion', 'win-rate', 'bookings', 'cycle-length'];

/** Imports samples/*.csv into out/sample.quarterdeck, prints the headline figures and writes the review of the latest whole quarter. */
export async function reviewSamples() {
  await importSamples();
  const { metrics } = await ask('metrics');
  const titles = new Map(metrics.map(({ id, title }) => [id, title]));
  const answers = [];
  for (const id of headline) answers.push(await askWorkspace('metric', id));
  console.log(`\n${tableOf(answers.map((answer) => figureOf(titles.get(answer.metric), answer)))}\n`);
  const { as_of: asOf, settings } = await askWorkspace('describe');
  const quarter = latestQuarter(asOf, Number(settings.fiscal_start_month ?? 1), settings.fiscal_naming ?? 'ends');
  const written = await writeReview(quarter);
  for (const file of written) console.log(`Written: ${relative(root, file)}`);
}

const settingsFile = join(root, 'samples/settings.json');

async function importSamples() {
  const folder = join(root, 'samples');
  const files = readdirSync(folder).filter((name) => name.endsWith('.csv'));
  if (files.length === 0) throw new SetupError('There is no samples/*.csv; `npm run samples` makes them.');
  rmSync(workspace, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const settings = Object.entries(JSON.parse(readFileSync(settingsFile, 'utf8')));
  const report = await askWorkspace('import', ...files.map((name) => join(folder, name)));
  await askWorkspace('settings', ...settings.map(([key, value]) => `${key}=${value}`));
  for (const { file, table, read, rejected, skipped } of report.files) {
    console.log(
      `Imported ${relative(root, file)}: ${read} records into ${table}, ${rejected} rejected, ${skipped} skipped`,
    );
  }
}

async function writeReview(quarter) {
  const files = ['pptx', 'html', 'xlsx'].map((ending) => join(out, `quarterly-review.${ending}`));
  for (const file of files) {
    const { code, output } = await run('review', '--workspace', workspace, '--quarter', quarter, '--out', file);
    if (code !== 0) throw new SetupError(`${output.trim()}\n\nThe review of ${quarter} could not be written.`);
  }
  return files;
}

function askWorkspace(...args) {
  return ask(...args, '--workspace', workspace);
}

async function ask(...args) {
  const { code, stdout, output } = await run(...args, '--json');
  if (code !== 0) throw new SetupError(`${output.trim()}\n\nquarterdeck ${args[0]} failed with exit code ${code}.`);
  return JSON.parse(stdout);
}

function run(...args) {
  return capture(process.execPath, [command, ...args]);
}
