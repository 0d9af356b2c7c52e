import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = process.env['QUARTERDECK_DATA'] ?? resolve(import.meta.dirname, '../../shared/data');

/** True when the reference data sets are on this machine; tests that need them are skipped, and counted, otherwise. */
export const hasSharedData = existsSync(root);

/** Path of a reference data file, such as `sharedData('reference', 'km_aml.json')`. */
export function sharedData(...parts: string[]): string {
  return join(root, ...parts);
}
