import type { Written } from './review';
import type { FileReport, LoadResult, UndoResult, WorkspaceState } from '../contract';

/** What an import did, a line a file, for reading. */
export function importText(result: LoadResult): string {
  const head = result.import_id === null ? 'Dry run, nothing written.\n' : `Import ${result.import_id}\n`;
  const warnings = result.warnings.map(
    (warning) => `! ${warning.message}${warning.count > 1 ? ` (${warning.count})` : ''}\n`,
  );
  return head + result.files.map(fileText).join('') + warnings.join('');
}

function fileText(file: FileReport): string {
  if (file.table === null) return `${file.file}: not a table of the model, left out\n`;
  const rejects = file.rejects_file === null ? '' : `; set-aside lines in ${file.rejects_file}`;
  return `${file.file} → ${file.table} (${file.system}, ${file.confidence}): read ${file.read} = new ${file.new} + updated ${file.updated} + unchanged ${file.unchanged} + skipped ${file.skipped} + rejected ${file.rejected}${rejects}\n`;
}

/** What an undo took back, for reading. */
export function undoText(done: UndoResult): string {
  const removed = Object.entries(done.removed).map(([table, rows]) => `${table} ${rows}`);
  return `Undid import ${done.import_id}: ${removed.join(', ') || 'nothing'} removed\n`;
}

/** What a workspace holds, for reading. */
export function describeText(state: WorkspaceState): string {
  const tables = state.tables.map((table) => `  ${table.name.padEnd(22)}${String(table.rows).padStart(10)}\n`);
  const sources = state.sources.map(
    (source) => `  ${source.import_id}  ${source.file} → ${source.table}, ${source.rows} rows, ${source.imported_at}\n`,
  );
  const checks = state.checks.map((check) => `  ${check.id}: ${check.count}. ${check.consequence} ${check.remedy}\n`);
  return [
    `As of ${state.asOf ?? '–'}\n`,
    'Tables\n',
    ...tables,
    'Sources\n',
    ...sources,
    ...(checks.length > 0 ? ['Checks\n', ...checks] : []),
  ].join('');
}

/** What a review wrote, for reading. */
export function reviewText({ out, slides, left_out: leftOut, marked }: Written): string {
  return [
    `Written: ${out}, ${slides} slides\n`,
    ...leftOut.map(({ slide, reason }) => `Left out: ${slide}: ${reason}\n`),
    ...marked.map(({ slide, reason }) => `! Slide ${slide}: ${reason}\n`),
  ].join('');
}
