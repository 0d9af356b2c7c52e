import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { fileMap, writtenMap } from '../contract';
import type { ImportMap } from '../contract';
import { fitsPattern } from '../import/recognise/names';
import { UserError } from '../model/errors';

/** The mapping that a file holds; none where no file is named. A key that means nothing is a slip and no mapping. Throws UserError `map_unreadable` and `map_wrong`. */
export function readMap(file: string | undefined): ImportMap {
  if (file === undefined) return {};
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(resolve(file), 'utf8').replace(/^\ufeff/, ''));
  } catch (error) {
    throw new UserError('map_unreadable', { file, reason: error instanceof Error ? error.message : String(error) });
  }
  const parsed = writtenMap.safeParse(data);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const at = issue?.path.join('.') ?? '';
  throw new UserError('map_wrong', {
    at: at === '' ? file : at,
    reason: reasonOf(issue && { message: issue.message, ...('keys' in issue ? { keys: issue.keys.map(String) } : {}) }),
  });
}

/** Refuses a mapping of which no entry is meant for any of the files: its patterns hold a slip. Throws UserError `map_wrong`. */
export function refuseUnused(map: ImportMap, paths: readonly string[]): void {
  const patterns = Object.keys(map);
  const names = paths.map((path) => basename(path));
  // What stands after a # is a part of a file, which only reading it would tell.
  const isMeant = (pattern: string): boolean =>
    names.some((name) => fitsPattern(name, pattern.replace(/(?<=.)#.*$/, '')));
  if (patterns.length === 0 || patterns.some((pattern) => names.includes(pattern) || isMeant(pattern))) return;
  throw new UserError('map_wrong', {
    at: patterns.join(', '),
    reason: `it is for none of the files ${names.join(', ')}`,
  });
}

function reasonOf(issue: { readonly message: string; readonly keys?: readonly string[] } | undefined): string {
  if (issue?.keys === undefined) return issue?.message ?? 'not a mapping';
  return `there is no key ${issue.keys.join(', ')}; the keys are ${Object.keys(fileMap.shape).join(', ')}`;
}
