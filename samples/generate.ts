/* `npm run samples`: writes the sample files beside this one. `npm run samples -- --scale S|M|L --out DIR` writes big files elsewhere; `--seed N` changes the draws. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { scales, writeScale } from './generator/large/scale';
import { generateSample, SAMPLE_SEED } from './generator/sample';
import { truthText } from './generator/truth-text';

const usage = 'Usage: npm run samples [-- [--seed N] [--out DIR] [--scale S|M|L --out DIR]]';

run();

function run(): void {
  const asked = askedFor();
  const seed = Number(asked?.seed ?? SAMPLE_SEED);
  const scale = asked?.scale === undefined ? null : scales[asked.scale];
  if (!asked || !Number.isSafeInteger(seed) || scale === undefined || (scale !== null && asked.out === undefined)) {
    console.error(usage);
    process.exitCode = 2;
  } else if (scale === null) writeSample(resolve(asked.out ?? import.meta.dirname), seed);
  else {
    for (const { file, rows, bytes } of writeScale(resolve(asked.out ?? '.'), scale, seed)) {
      console.log(`${file}: ${rows} rows, ${(bytes / 1e6).toFixed(1)} MB`);
    }
  }
}

/** The options given; null when they cannot be understood. */
function askedFor(): { seed?: string | undefined; scale?: string | undefined; out?: string | undefined } | null {
  try {
    return parseArgs({ options: { seed: { type: 'string' }, scale: { type: 'string' }, out: { type: 'string' } } })
      .values;
  } catch {
    return null;
  }
}

function writeSample(folder: string, seed: number): void {
  const { files, truth } = generateSample(seed);
  mkdirSync(folder, { recursive: true });
  const texts = new Map([...files, ['truth.json', truthText(truth)]]);
  let bytes = 0;
  for (const [name, text] of texts) {
    writeFileSync(join(folder, name), text);
    bytes += Buffer.byteLength(text);
  }
  console.log(`${files.size} tables and truth.json, ${(bytes / 1e6).toFixed(1)} MB, in ${folder}`);
}
