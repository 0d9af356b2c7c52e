import type { SetAsideFile } from '../contract';
import type { FileToLoad, LoadedFile } from '../import/load-file';
import type { FilePlan } from '../import/table-plan';
import type { ErrorCode } from '../model/errors';
import { UserError } from '../model/errors';
import type { LoadStart } from './load-files';

/** Why a file alone can be left out of a load: what it holds, never the disk, the mapping or the person's patience. */
const aboutContent: ReadonlySet<ErrorCode> = new Set([
  'empty_file',
  'only_blank',
  'not_text',
  'html',
  'pdf',
  'json',
  'xml',
  'image',
  'spreadsheet_not_csv',
  'workbook_locked',
  'archive_empty',
  'archive_too_big',
  'archive_damaged',
  'two_tables',
  'not_a_table',
  'bad_encoding',
]);

/** True for a fault that lies in one file, so that the others of the load may go on without it. */
export function isOfContent(error: unknown, { map }: Pick<FileToLoad, 'map'>): error is UserError {
  if (!(error instanceof UserError)) return false;
  return aboutContent.has(error.code) || (error.code === 'missing_column' && map.table === undefined);
}

/** A file, or a part of one, that could not be read: no rows of it, and the reason. */
export function unreadable(file: FileToLoad, error: UserError, { zone, now, currency }: LoadStart): LoadedFile {
  return {
    file,
    plan: nothingKnown(file, zone, now, currency),
    counts: { new: 0, updated: 0, unchanged: 0, skipped: 0, rejected: 0 },
    read: 0,
    derived: {},
    filled: new Map(),
    rows: 0,
    extras: [],
    warnings: [],
    rejects: [],
    aside: { code: error.code, args: error.args },
  };
}

function nothingKnown({ path, name, part }: FileToLoad, zone: string, now: string, currency: string): FilePlan {
  const reading = { header: [], sample: [], encoding: '', delimiter: '', headerLine: 0, system: null, reading: [] };
  return {
    source: { path, name, part, ...reading },
    format: null,
    system: 'plain',
    object: 'unknown',
    confidence: 'confirm',
    main: null,
    also: [],
    targets: [],
    facts: [],
    order: 'ymd',
    decimal: '.',
    zone,
    now,
    leavesFuture: false,
    currency,
    points: new Set(),
    stages: new Map(),
    decisions: [],
    questions: [],
    map: { table: null },
    recalled: null,
  };
}

/** Why a file of a load is set aside: it could not be read, or no table was made out and nobody left it out; null for all others. */
export function asideOf({ plan, file, aside }: LoadedFile): SetAsideFile | null {
  if (aside) return aside;
  if (plan.main !== null || plan.object !== 'unknown' || file.map.table !== undefined) return null;
  const { name, part, header } = plan.source;
  return {
    code: 'nothing_recognised',
    args: { file: part === null ? name : `${name}/${part}`, found: header.join(', ') },
  };
}
