import { parseArgs } from 'node:util';
import { UserError } from '../model/errors';
import type { Question } from '../model/question';
import { isDimension } from '../model/question';

/** A command line taken apart: the command's name, what follows it, and the flags. */
export interface CommandLine {
  readonly command: string;
  readonly words: readonly string[];
  readonly flags: Flags;
}

export interface Flags {
  readonly [name: string]: string | boolean | readonly string[] | undefined;
}

const options = {
  json: { type: 'boolean' },
  csv: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
  workspace: { type: 'string' },
  map: { type: 'string' },
  'write-map': { type: 'string' },
  part: { type: 'string' },
  limit: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  'as-of': { type: 'string' },
  by: { type: 'string' },
  filter: { type: 'string', multiple: true },
  set: { type: 'string', multiple: true },
  where: { type: 'string', multiple: true },
  quarter: { type: 'string' },
  template: { type: 'string' },
  rep: { type: 'string' },
  lang: { type: 'string' },
  slide: { type: 'string' },
  out: { type: 'string' },
} as const;

/** Takes a command line apart. Throws UserError `usage` for an unknown flag or a flag without its value. */
export function readCommandLine(argv: readonly string[]): CommandLine {
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
    const [command = '', ...words] = positionals;
    return { command, words, flags: values };
  } catch (error) {
    throw new UserError('usage', { detail: error instanceof Error ? error.message : String(error) });
  }
}

/** Text of a flag; undefined when not given. */
export function textFlag(flags: Flags, name: string): string | undefined {
  const value = flags[name];
  return typeof value === 'string' ? value : undefined;
}

/** Text of a flag that the command cannot do without. Throws `usage`. */
export function neededFlag(flags: Flags, name: string): string {
  const value = textFlag(flags, name);
  if (value === undefined) throw new UserError('usage', { detail: `--${name} is needed` });
  return value;
}

/** NAME=VALUE pairs of a repeatable flag, in order. Throws `usage` for one without `=`. */
export function pairsFlag(flags: Flags, name: string): readonly (readonly [string, string])[] {
  const value = flags[name];
  if (!Array.isArray(value)) return [];
  return value.map((text: string) => pairOf(text, `--${name}`));
}

/** A NAME=VALUE text as its two halves. Throws `usage`. */
export function pairOf(text: string, place: string): readonly [string, string] {
  const at = text.indexOf('=');
  if (at < 1) throw new UserError('usage', { detail: `${place} takes NAME=VALUE, not "${text}"` });
  return [text.slice(0, at), text.slice(at + 1)];
}

/** The question a `metric` or `rows` command asks. Throws `usage`, `bad_date`, `unknown_dimension`. */
export function questionOf(flags: Flags): Question {
  const by = (textFlag(flags, 'by') ?? '').split(',').filter((name) => name !== '');
  const filters: Record<string, string[]> = {};
  for (const [name, value] of pairsFlag(flags, 'filter')) (filters[name] ??= []).push(value);
  for (const name of [...by, ...Object.keys(filters)]) {
    if (!isDimension(name)) throw new UserError('unknown_dimension', { dimension: name, known: '' });
  }
  if (by.length > 3) throw new UserError('usage', { detail: '--by takes at most three dimensions' });
  const set = pairsFlag(flags, 'set');
  return {
    from: dateFlag(flags, 'from'),
    to: dateFlag(flags, 'to'),
    asOf: asOfFlag(flags),
    by,
    filters,
    options: Object.fromEntries(set),
  };
}

function dateFlag(flags: Flags, name: string): string | null {
  const text = textFlag(flags, name);
  if (text === undefined) return null;
  if (!isDate(text)) throw new UserError('bad_date', { value: text, place: `--${name}` });
  return text;
}

function asOfFlag(flags: Flags): string | null {
  const text = textFlag(flags, 'as-of');
  if (text === undefined) return null;
  if (!isDate(text.slice(0, 10)) || (text.length > 10 && Number.isNaN(Date.parse(text)))) {
    throw new UserError('bad_date', { value: text, place: '--as-of' });
  }
  return text;
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
