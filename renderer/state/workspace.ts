/** The open workspace as the engine tells it, and whether the engine is there at all. */
import { create } from 'zustand';
import type { WorkspaceState } from '../../electron/contract';
import type { Problem } from '../engine';
import { ask, problemOf } from '../engine';
import { isYearEndRule } from '../../electron/model/fiscal';
import type { Calendar } from './period';
import { openQuestionOf } from './question';
import { dataKey, remember } from './remembered';

interface WorkspaceStore {
  readonly phase: 'none' | 'opening' | 'open';
  readonly workspace: WorkspaceState | null;
  readonly problem: Problem | null;
  readonly engine: 'running' | 'stopped';
  /** Grows with each new engine; reads are repeated by it. */
  readonly epoch: number;
}

export const useWorkspace = create<WorkspaceStore>(() => ({
  phase: 'none',
  workspace: null,
  problem: null,
  engine: 'running',
  epoch: 0,
}));

/** Opens a workspace folder; the fault, when there is one, is kept in the store. True when it is open. */
export async function openWorkspace(folder: string, create = false): Promise<boolean> {
  useWorkspace.setState({ phase: 'opening', problem: null });
  try {
    const { remembered, ...workspace } = await ask((engine) => engine.workspace.open({ folder, create }));
    remember(dataKey(useWorkspace.getState().epoch, workspace.revision), remembered);
    openQuestionOf(folder);
    useWorkspace.setState({ phase: 'open', workspace });
    return true;
  } catch (error) {
    useWorkspace.setState({ phase: 'none', workspace: null, problem: problemOf(error) });
    return false;
  }
}

let asked = 0;
let taken = 0;

// A state asked for before one that is already shown is older than it, whenever it comes.
async function newer(work: () => Promise<WorkspaceState>): Promise<WorkspaceState | null> {
  const own = ++asked;
  const workspace = await work();
  if (own < taken) return null;
  taken = own;
  return workspace;
}

/** Asks again what is open and in it. */
export async function refreshWorkspace(): Promise<void> {
  const workspace = await newer(() => ask((engine) => engine.workspace.state()));
  if (workspace) useWorkspace.setState({ workspace });
}

/** Takes up the state that a change of the workspace gives; answers are asked again under it. */
export async function takeChange(work: () => Promise<WorkspaceState>): Promise<void> {
  const workspace = await newer(work);
  useWorkspace.setState(({ workspace: before, epoch }) => ({ workspace: workspace ?? before, epoch: epoch + 1 }));
}

/** Changes one setting of the open workspace. */
export function changeSetting(key: string, value: string): Promise<void> {
  return takeChange(() => ask((engine) => engine.workspace.setting({ key, value })));
}

/** The engine is gone: what is on screen stays, nothing new can be asked. */
export function engineStopped(): void {
  useWorkspace.setState({ engine: 'stopped' });
}

/** A new engine is there: the workspace is opened in it again and reads are repeated; nothing that writes is. */
export async function engineReturned(): Promise<void> {
  const { workspace, epoch } = useWorkspace.getState();
  if (workspace?.folder) {
    try {
      const { remembered: _, ...state } = await ask((engine) =>
        engine.workspace.open({ folder: workspace.folder ?? '', create: false }),
      );
      useWorkspace.setState({ workspace: state, problem: null });
    } catch (error) {
      useWorkspace.setState({ problem: problemOf(error) });
    }
  }
  useWorkspace.setState({ engine: 'running', epoch: epoch + 1 });
}

export function dismissProblem(): void {
  useWorkspace.setState({ problem: null });
}

const weekPatterns = ['4-4-5', '4-5-4', '5-4-4'] as const;

/** The fiscal calendar of a workspace; the calendar year where nothing is set. */
export function calendarOf(workspace: WorkspaceState | null): Calendar {
  if (workspace === null) return calendarYear;
  const calendar = calendars.get(workspace) ?? readCalendar(workspace);
  calendars.set(workspace, calendar);
  return calendar;
}

// One for all who ask, so that what follows from it is known by it.
const calendars = new WeakMap<WorkspaceState, Calendar>();
const calendarYear = readCalendar(null);

function readCalendar(workspace: WorkspaceState | null): Calendar {
  const settings = workspace?.settings ?? {};
  const month = Number(settings['fiscal_start_month'] ?? 1);
  const end = settings['fiscal_year_end'] ?? '';
  return {
    fiscal_start_month: Number.isInteger(month) && month >= 1 && month <= 12 ? month : 1,
    fiscal_naming: settings['fiscal_naming'] === 'starts' ? 'starts' : 'ends',
    fiscal_calendar: weekPatterns.find((pattern) => pattern === settings['fiscal_calendar']) ?? 'months',
    fiscal_year_end: isYearEndRule(end) ? end : 'last-saturday',
  };
}

/** Rows of a table of the workspace; 0 when it has none. */
export function rowsIn(workspace: WorkspaceState | null, table: string): number {
  return workspace?.tables.find((entry) => entry.name === table)?.rows ?? 0;
}

/** The day of the as-of in the workspace's time zone, today when there is no data. */
export function asOfDay(workspace: WorkspaceState | null): string {
  if (!workspace?.asOf) return dayOf(workspace, new Date());
  const known = days.get(workspace) ?? dayOf(workspace, new Date(workspace.asOf));
  days.set(workspace, known);
  return known;
}

// Everything on screen asks for the day at every drawing, and a format is dear to make and to use.
const days = new WeakMap<WorkspaceState, string>();

function dayOf(workspace: WorkspaceState | null, at: Date): string {
  return dayFormat(workspace?.settings['time_zone'] ?? 'UTC').format(at);
}

const dayFormats = new Map<string, Intl.DateTimeFormat>();

function dayFormat(timeZone: string): Intl.DateTimeFormat {
  const known = dayFormats.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  dayFormats.set(timeZone, known);
  return known;
}
