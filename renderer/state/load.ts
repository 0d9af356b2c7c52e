/** One load of files from choosing to done: the dry run, the person's decisions over it, progress, result. Lives beside the views so that leaving the screen loses nothing. */
import { create } from 'zustand';
import type {
  FileMap,
  FileReport,
  ImportMap,
  Incoming,
  LoadEvent,
  LoadPlan,
  LoadProgress,
  LoadResult,
  OpenQuestion,
  PlanEvent,
  SeenFile,
} from '../../electron/contract';
import type { Problem } from '../engine';
import { ask, problemOf } from '../engine';
import { changeSetting, refreshWorkspace, useWorkspace } from './workspace';

/** Questions without whose answer a load may not go on; another name for something, and a table set aside, are offers and may be left. */
export function mustAnswer(questions: readonly OpenQuestion[]): readonly OpenQuestion[] {
  return questions.filter(({ kind, mayBeLeft }) => kind !== 'alias' && mayBeLeft !== true);
}

interface LoadStore {
  readonly phase: 'empty' | 'planning' | 'planned' | 'loading' | 'done';
  readonly files: readonly Incoming[];
  /** What the person decided, over what was recognised. */
  readonly map: ImportMap;
  readonly plan: LoadPlan | null;
  readonly progress: LoadProgress | null;
  /** Files of the dry run that is under way, as far as they are recognised. */
  readonly seen: readonly SeenFile[];
  readonly result: LoadResult | null;
  readonly problem: Problem | null;
  /** Which file's columns are on screen. */
  readonly shown: number;
}

const nothing: LoadStore = {
  phase: 'empty',
  files: [],
  map: {},
  plan: null,
  progress: null,
  seen: [],
  result: null,
  problem: null,
  shown: 0,
};

export const useLoad = create<LoadStore>(() => nothing);

let running: AbortController | null = null;

/** Adds files to the load on screen, or begins one, and plans it. */
export async function addFiles(files: readonly Incoming[]): Promise<void> {
  if (files.length === 0) return;
  const { phase, files: before, plan: standing } = useLoad.getState();
  // Files that were refused make way for others.
  const begun = phase === 'planning' || (phase === 'planned' && standing !== null);
  if (!begun) useLoad.setState(nothing);
  useLoad.setState({ files: begun ? [...before, ...files] : files });
  await plan();
}

/** Reads the files again with the decisions taken so far; the old plan stays until the new one is there. */
export async function plan(): Promise<void> {
  const { files, map } = useLoad.getState();
  const abort = begin();
  useLoad.setState({ phase: 'planning', progress: null, seen: [], problem: null });
  try {
    const events = await ask(
      (engine, signal) => engine.files.plan({ files: [...files], map }, { signal }),
      abort.signal,
    );
    for await (const event of events) if (running === abort) takeOfPlan(event);
  } catch (error) {
    if (running === abort) useLoad.setState({ phase: 'planned', progress: null, problem: problemOf(error) });
  }
}

/** How the map calls a file of the plan, or a part of one. */
export function mapKey({ file, part }: Pick<FileReport, 'file' | 'part'>): string {
  return part === null ? file : `${file}#${part}`;
}

/** Takes decisions that repeat what a plan shows; nothing is taken once that plan no longer stands, for then the person saw something else. */
export async function confirmShown(shown: LoadPlan, decisions: Readonly<Record<string, FileMap>>): Promise<void> {
  const { phase, plan: standing } = useLoad.getState();
  if (phase === 'planned' && standing === shown) await decide(decisions);
}

/** Takes decisions about files, by their key in the map, and plans again. */
export async function decide(decisions: Readonly<Record<string, FileMap>>): Promise<void> {
  const { map } = useLoad.getState();
  const changed = Object.entries(decisions).map(([key, part]) => [key, mergedMap(map[key] ?? {}, part)] as const);
  useLoad.setState({ map: { ...map, ...Object.fromEntries(changed) } });
  await plan();
}

/** Takes a decision that is about the whole workspace, and plans again under it. */
export async function decideSetting(key: string, value: string): Promise<void> {
  try {
    await changeSetting(key, value);
    await plan();
  } catch (error) {
    useLoad.setState({ problem: problemOf(error) });
  }
}

function mergedMap(before: FileMap, part: FileMap): FileMap {
  const columns = { ...before.columns, ...part.columns };
  const stages = { ...before.stages, ...part.stages };
  const aliases = { ...before.aliases };
  for (const [table, names] of Object.entries(part.aliases ?? {})) aliases[table] = { ...aliases[table], ...names };
  return {
    ...before,
    ...part,
    ...(Object.keys(columns).length > 0 && { columns }),
    ...(Object.keys(stages).length > 0 && { stages }),
    ...(Object.keys(aliases).length > 0 && { aliases }),
  };
}

/** Loads the planned files; the workspace is asked again when it is done. */
export async function load(): Promise<void> {
  const { files, map } = useLoad.getState();
  const abort = begin();
  useLoad.setState({ phase: 'loading', progress: null, problem: null });
  try {
    const events = await ask(
      (engine, signal) => engine.files.load({ files: [...files], map }, { signal }),
      abort.signal,
    );
    for await (const event of events) take(event);
    await refreshWorkspace();
  } catch (error) {
    useLoad.setState({ phase: 'planned', progress: null, problem: problemOf(error) });
  }
}

/** Stops what is running; a load that is stopped leaves nothing behind. */
export function cancelLoad(): void {
  running?.abort();
}

/** Puts the load away, decided or done. */
export function clearLoad(): void {
  running?.abort();
  // What it still has to say, nobody waits for.
  running = null;
  useLoad.setState(nothing);
}

/** Takes an import back out of the workspace. */
export async function undoImport(importId: string): Promise<void> {
  try {
    await ask((engine) => engine.files.undo({ importId }));
    const { result } = useLoad.getState();
    if (result?.import_id === importId) useLoad.setState(nothing);
    await refreshWorkspace();
  } catch (error) {
    useWorkspace.setState({ problem: problemOf(error) });
  }
}

/** Takes one file of an import back and removes it from the disk for good. */
export async function forgetSource(importId: string, file: string): Promise<void> {
  try {
    await ask((engine) => engine.files.forget({ importId, file }));
    await refreshWorkspace();
  } catch (error) {
    useWorkspace.setState({ problem: problemOf(error) });
  }
}

export function showFile(shown: number): void {
  useLoad.setState({ shown });
}

/** Puts a fault of choosing or dropping files on the screen, or takes it off. */
export function refuseFiles(problem: Problem | null): void {
  useLoad.setState({ problem });
}

function begin(): AbortController {
  running?.abort();
  running = new AbortController();
  return running;
}

function takeOfPlan(event: PlanEvent): void {
  if (event.type === 'planned') useLoad.setState({ phase: 'planned', plan: event.plan, progress: null });
  else if (event.type === 'progress') useLoad.setState({ progress: event });
  else useLoad.setState(({ seen }) => ({ seen: [...seen.filter((file) => !isSame(file, event.file)), event.file] }));
}

function isSame(one: SeenFile, other: SeenFile): boolean {
  return one.file === other.file && one.part === other.part;
}

function take(event: LoadEvent): void {
  if (event.type === 'done') useLoad.setState({ phase: 'done', result: event.result, progress: null });
  else useLoad.setState({ progress: event });
}
