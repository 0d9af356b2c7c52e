import { judgeFile } from './judge';
import { chunksOf } from './source';
import { Reading } from './stream';
import type { ReadOptions, SetAside, TextTable } from './types';

const READ_TO_END = 8 * 1024 * 1024;

/**
 * Reads a table into memory; `limit` is the most rows to keep. A small file is read to its end all the same, so that its
 * account is whole. Throws UserError.
 */
export async function readTable(path: string, options: ReadOptions = {}, limit = Infinity): Promise<TextTable> {
  const { plan, sample, bad } = await judgeFile(path, options);
  const rows: string[][] = [];
  const recordLines: number[] = [];
  const setAside: SetAside[] = [];
  const { bytes } = plan.source;
  const toEnd = limit === Infinity || sample.whole || (bytes !== null && bytes <= READ_TO_END);
  const reading = new Reading(plan, {
    row: (cells, line) => {
      if (rows.length >= limit) return;
      rows.push(cells);
      recordLines.push(line);
    },
    setAside: (line) => setAside.push(line),
    full: () => !toEnd && rows.length >= limit,
  });
  if (sample.whole) reading.writeText(sample.text, bad);
  else {
    for await (const chunk of chunksOf(plan.source)) {
      reading.write(chunk);
      if (reading.stopped) break;
    }
  }
  const complete = !reading.stopped;
  const end = reading.finish(complete, sample.whole);
  const { judgement } = plan;
  return {
    judgement,
    header: judgement.header,
    rows,
    recordLines,
    setAside,
    warnings: end.warnings,
    lines: end.lines,
    complete,
  };
}
