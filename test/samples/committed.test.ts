import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generateSample } from '../../samples/generator/sample';
import { truthText } from '../../samples/generator/truth-text';
import { sampleFolder } from './read-sample';

const { files, truth } = generateSample();

test('the files in samples/ are those the generator makes', () => {
  const present = readdirSync(sampleFolder).filter((name) => /\.(csv|json)$/.test(name));
  expect(present.sort()).toEqual([...files.keys(), 'settings.json', 'truth.json'].sort());
  for (const [name, text] of files) expect(readFileSync(join(sampleFolder, name), 'utf8') === text, name).toBe(true);
  expect(readFileSync(join(sampleFolder, 'truth.json'), 'utf8')).toBe(truthText(truth));
});

test('the samples folder, generator included, is at most 12 MB', () => {
  const bytes = readdirSync(sampleFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
  expect(bytes).toBeLessThanOrEqual(12_000_000);
});
