import { inEnglish } from '../model/evidence';
import { remarkInEnglish } from '../model/remarks';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { FileMap, ImportMap } from '../contract';
import { mapFor } from '../import/check-map';
import { openTable, partsOf, readTable, removeTranscripts } from '../import/read';
import type { Part, ReadOptions, TextTable } from '../import/read';
import { formatOf } from '../import/formats';
import { guessTable } from '../import/recognise/table';
import { existsSync, statSync } from 'node:fs';
import { UserError } from '../model/errors';

/** What a file is read as, as the document of `preview`; nothing is written. Throws UserError when it cannot honestly be read as a table. */
export async function previewDocument(
  file: string,
  part: string | undefined,
  limit: number | undefined,
  map: ImportMap,
): Promise<Record<string, unknown>> {
  if (!existsSync(file)) throw new UserError('file_missing', { file: basename(file) });
  if (statSync(file).isDirectory()) throw new UserError('file_is_folder', { file: basename(file) });
  const options = readOptions(mapFor(map, basename(file)) ?? {}, part);
  const scratch = await mkdtemp(join(tmpdir(), 'quarterdeck-'));
  try {
    const opened = await openTable(file, options, scratch);
    return documentOf(
      basename(file),
      await readTable(opened.path, opened.options, limit),
      await partsOf(file, scratch),
    );
  } finally {
    await removeTranscripts(scratch);
    await rm(scratch, { recursive: true, force: true });
  }
}

function documentOf(file: string, table: TextTable, parts: readonly Part[]): Record<string, unknown> {
  const { judgement, header, rows, setAside, warnings, lines } = table;
  const format = formatOf(header);
  const guess = guessTable(header, file);
  return {
    ok: true,
    encoding: judgement.encoding,
    delimiter: judgement.delimiter,
    quote: judgement.quote,
    newline: judgement.newline,
    header_line: judgement.headerLine,
    system: format?.system ?? 'plain',
    object: format?.object ?? guess.table ?? 'unknown',
    table: format ? format.table : guess.table,
    confidence: format ? 'sure' : guess.confidence,
    header,
    rows,
    set_aside: setAside,
    decisions: judgement.decisions.map((decision) => ({ ...decision, evidence: inEnglish(decision.evidence) })),
    warnings: warnings.map(({ says, ...warning }) => ({ ...warning, message: remarkInEnglish(says) })),
    lines,
    parts,
  };
}

function readOptions(map: FileMap, part: string | undefined): ReadOptions {
  const wanted = part ?? map.part;
  return {
    ...(map.encoding === undefined ? {} : { encoding: map.encoding }),
    ...(map.delimiter === undefined ? {} : { delimiter: map.delimiter }),
    ...(map.quote === undefined ? {} : { quote: map.quote === '' ? null : map.quote }),
    ...(map.header_line === undefined ? {} : { headerLine: map.header_line }),
    ...(map.skip === undefined ? {} : { skip: map.skip }),
    ...(map.footer === undefined ? {} : { footer: map.footer }),
    ...(wanted === undefined ? {} : { part: wanted }),
  };
}
