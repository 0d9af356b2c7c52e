import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { integrityOf } from '../../scripts/fallback-runtime.mjs';

test('the integrity of a file is its sha512 as lock files write it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'integrity-'));
  writeFileSync(join(folder, 'abc'), 'abc');
  // FIPS 180-2, appendix C.1: SHA-512 of "abc", in base64.
  const expected = 'sha512-3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw==';
  expect(await integrityOf(join(folder, 'abc'))).toBe(expected);
  rmSync(folder, { recursive: true });
});
