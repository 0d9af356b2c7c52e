/* The truth as a file: indented, with one line to each record of a list. */
import type { Truth } from './truth';

/** JSON text of the truth. */
export function truthText(truth: Truth): string {
  const entries = Object.entries(truth).map(
    ([key, value]: [string, unknown]) => `  ${JSON.stringify(key)}: ${valueText(value)}`,
  );
  return `{\n${entries.join(',\n')}\n}\n`;
}

function valueText(value: unknown): string {
  if (!Array.isArray(value) || value.length === 0 || typeof value[0] !== 'object') return JSON.stringify(value);
  return `[\n${value.map((one) => `    ${JSON.stringify(one)}`).join(',\n')}\n  ]`;
}
