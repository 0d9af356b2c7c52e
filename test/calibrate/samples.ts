/* Whether the skill rule finds what the sample generator planted, over many seeds: the whole way from files to flags. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { everything } from '../../electron/model/question';
import { rowsOf } from '../../electron/model/table';
import { createSession } from '../../electron/session';
import { median } from '../../electron/stats/quantile';
import { generateSample } from '../../samples/generator/sample';
import type { Truth } from '../../samples/generator/truth';
import type { Line } from './settings';

/** A finding of the product in one sample. */
interface Flag {
  readonly rep: string;
  readonly skill: string;
  readonly verdict: string;
}

/** What was found in one sample, against what was planted. */
export interface SampleTally {
  planted: number;
  found: number;
  gaps: number;
  falseGaps: number;
  rampFlagged: number;
}

/** Every skill finding of the sample of a seed, by rep id, read from the files as a person's would be. */
async function findingsOf(seed: number): Promise<{ flags: readonly Flag[]; truth: Truth }> {
  const { files, truth } = generateSample(seed);
  const home = mkdtempSync(join(tmpdir(), 'quarterdeck-'));
  const session = createSession();
  try {
    await session.open(join(home, 'sample.quarterdeck'), true);
    await session.change([
      ['time_zone', truth.time_zone],
      ['currency', truth.currency],
    ]);
    const staged = [];
    for (const [name, text] of files) {
      writeFileSync(join(home, name), text);
      staged.push(await session.stage(join(home, name)));
    }
    const events: string[] = [];
    for await (const { type } of session.load(staged, {})) events.push(type);
    if (!events.includes('done')) throw new Error(`the sample of seed ${seed} could not be loaded`);
    const answer = await session.answer('skill-gap', everything);
    const ids = new Map(truth.reps.map(({ rep_id, name }) => [name, rep_id] as const));
    const flags = rowsOf(answer.table).map((row) => ({
      rep: ids.get(String(row['rep'])) ?? String(row['rep']),
      skill: String(row['skill']),
      verdict: String(row['verdict']),
    }));
    return { flags, truth };
  } finally {
    await session.close();
    rmSync(home, { recursive: true, force: true });
  }
}

/** Right and wrong flags of one sample. A flag is wrong where the true rate lies at or above the true median of the peers. */
export async function judgeSample(seed: number): Promise<SampleTally> {
  const { flags, truth } = await findingsOf(seed);
  const rates = truth.skills.filter(({ period }) => period === 'last_four_quarters');
  const ramp = new Set(truth.in_ramp.map(({ rep_id }) => rep_id));
  const gaps = flags.filter(
    ({ verdict, rep, skill }) => verdict === 'gap' && rates.some((one) => one.rep_id === rep && one.skill === skill),
  );
  const wrong = gaps.filter(({ rep, skill }) => {
    const own = rates.find((one) => one.rep_id === rep && one.skill === skill);
    const peers = rates.filter((one) => one.skill === skill && one.rep_id !== rep && !ramp.has(one.rep_id));
    return (own?.reference_rate ?? 0) >= (median(peers.map((one) => one.reference_rate)) ?? 1);
  });
  const found = truth.gaps.filter((one) => gaps.some(({ rep, skill }) => rep === one.rep_id && skill === one.skill));
  return {
    planted: truth.gaps.length,
    found: found.length,
    gaps: gaps.length,
    falseGaps: wrong.length,
    rampFlagged: flags.filter(({ rep, verdict }) => ramp.has(rep) && verdict === 'gap').length,
  };
}

/** Lines of the calibration table over the samples of a span of seeds. */
export async function sampleTable(first: number, last: number): Promise<Line[]> {
  const sum: SampleTally = { planted: 0, found: 0, gaps: 0, falseGaps: 0, rampFlagged: 0 };
  for (let seed = first; seed <= last; seed++) {
    const one = await judgeSample(seed);
    for (const key of ['planted', 'found', 'gaps', 'falseGaps', 'rampFlagged'] as const) sum[key] += one[key];
  }
  const team = `samples of seeds ${first} to ${last} (${sum.found} of ${sum.planted} found, ${sum.falseGaps} of ${sum.gaps} wrong)`;
  const [found, wrong] = [sum.found / sum.planted, sum.gaps > 0 ? sum.falseGaps / sum.gaps : 0];
  return [
    { team, measure: 'planted gaps found', value: found, bound: '>= 0.8', met: found >= 0.8 },
    { team, measure: 'flagged at or above the median', value: wrong, bound: '<= 0.15', met: wrong <= 0.15 },
    { team, measure: 'flagged while in ramp', value: sum.rampFlagged, bound: '0', met: sum.rampFlagged === 0 },
  ];
}
