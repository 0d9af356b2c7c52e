/** Reads of the engine that several places need. */
import type {
  DimensionValue,
  FileLine,
  Hello,
  Incoming,
  MetricInfo,
  SqlFunction,
  SqlTable,
} from '../../electron/contract';
import type { Grid } from '../engine';
import { ask, bridge } from '../engine';
import { gridOf } from '../grid';
import { useLoad } from './load';
import type { Answered } from './use-metric';
import { useAnswer } from './use-metric';

/** Tables and columns one may query. */
export function useSqlTables(wanted = true): Answered<readonly SqlTable[]> {
  return useAnswer(wanted ? 'sql-tables' : null, (signal) =>
    ask((engine, either) => engine.sql.tables(undefined, { signal: either }), signal),
  );
}

/** Macros and functions that a query may call. */
export function useSqlFunctions(): Answered<readonly SqlFunction[]> {
  return useAnswer('sql-functions', (signal) =>
    ask((engine, either) => engine.sql.functions(undefined, { signal: either }), signal),
  );
}

const mostShown = 1_000;

/** The first rows that a check found, given the SELECT that finds them. */
export function useCheckRows(sql: string): Answered<Grid> {
  return useAnswer(`check:${sql}`, async (signal) => {
    const text = `${sql} limit ${mostShown}`;
    const { arrow } = await ask(
      (engine, either) => engine.sql.run({ text, explain: false }, { signal: either }),
      signal,
    );
    return gridOf(arrow);
  });
}

/** Values of a dimension that hold a text, most frequent first; null asks nothing. */
export function useValues(dimension: string | null, search = ''): Answered<readonly DimensionValue[]> {
  const input = { dimension: dimension ?? '', search };
  return useAnswer(dimension === null ? null : `values:${dimension}:${search}`, (signal) =>
    ask((engine, either) => engine.workspace.values(input, { signal: either }), signal),
  );
}

/** Every measure there is. */
export function useMetricList(wanted: boolean): Answered<readonly MetricInfo[]> {
  return useAnswer(wanted ? 'metrics' : null, (signal) =>
    ask((engine, either) => engine.metrics.list(undefined, { signal: either }), signal),
  );
}

/** Versions of the engine. */
export function useHello(wanted: boolean): Answered<Hello> {
  return useAnswer(wanted ? 'hello' : null, (signal) =>
    ask((engine, either) => engine.engine.hello(undefined, { signal: either }), signal),
  );
}

/** A line of a planned load with the file it stands in. */
export interface PlannedLine extends FileLine {
  readonly file: string;
}

export type LineOutcome = 'new' | 'updated' | 'unchanged' | 'skipped' | 'rejected';

/** Lines of one outcome over all files of the load. */
export function usePlannedLines(outcome: LineOutcome): Answered<readonly PlannedLine[]> {
  const files = useLoad((store) => store.files);
  const map = useLoad((store) => store.map);
  return useAnswer(`lines:${outcome}:${JSON.stringify([files, map])}`, (signal) => readLines(outcome, signal));
}

/** The same, once. */
export async function readLines(outcome: LineOutcome, signal?: AbortSignal): Promise<readonly PlannedLine[]> {
  const { files, map } = useLoad.getState();
  const linesOf = async (file: Incoming): Promise<readonly PlannedLine[]> => {
    const lines = await ask((engine, either) => engine.files.lines({ file, map, outcome }, { signal: either }), signal);
    return lines.map((line) => ({ file: file.name, ...line }));
  };
  return (await Promise.all(files.map(linesOf))).flat();
}

/** Lets the person choose a place for a text and writes it there; the mark at its head makes spreadsheets read it as UTF-8. */
export function saveText(name: string, text: string): void {
  void bridge().saveFile(name, new TextEncoder().encode(`\uFEFF${text}`));
}
