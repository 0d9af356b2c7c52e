/** The ways into a workspace, and of files into it: dialogs, drops, the sample, what the system handed over. */
import type { Incoming, Offer, Outcome, RecentWorkspace } from '../../electron/contract';
import { bridge } from '../engine';
import { addFiles, load, mustAnswer, plan, refuseFiles, useLoad } from './load';
import { showView } from './question';
import { offerTour } from './tour';
import { changeSetting, openWorkspace, useWorkspace } from './workspace';

/** Opens a folder that the shell gave, and tells the shell. True when it is open. */
export async function enter(folder: string, create = false): Promise<boolean> {
  const open = await openWorkspace(folder, create);
  if (open) await bridge().workspaceOpened(folder);
  return open;
}

export async function openByDialog(): Promise<boolean> {
  const folder = await bridge().openWorkspaceDialog();
  return folder !== null && enter(folder);
}

export async function newByDialog(): Promise<boolean> {
  const folder = await bridge().newWorkspaceDialog();
  if (folder === null || !(await enter(folder, true))) return false;
  showView('import');
  return true;
}

/** Opens the sample workspace; the first time its files are loaded before the overview is shown. */
export async function openSample(): Promise<void> {
  const { folder, fresh, settings } = await bridge().sampleWorkspace();
  if (!(await enter(folder, fresh))) return;
  if (!fresh) return offerTour();
  for (const [key, value] of Object.entries(settings)) await changeSetting(key, value);
  showView('import');
  const files = taken(await bridge().importSample());
  if (files.length === 0) return;
  useLoad.setState({ phase: 'planning', files, map: {}, plan: null, result: null, problem: null });
  await plan();
  if (mustAnswer(useLoad.getState().plan?.questions ?? []).length > 0) return;
  await load();
  if (useLoad.getState().phase !== 'done') return;
  showView('overview');
  offerTour();
}

export function chooseFiles(): Promise<void> {
  return bring(() => bridge().chooseFiles());
}

export function chooseFolder(): Promise<void> {
  return bring(() => bridge().chooseFolder());
}

/** Takes up what was dropped on the window: a folder that is a workspace is opened, all else goes to the import. */
export async function takeDropped(dropped: readonly File[]): Promise<void> {
  if (dropped.length > 0) await takeUp(await bridge().offerDropped(dropped));
}

/** Takes up what the system handed to the program: a workspace, files, or both. */
export async function takeOffer(): Promise<void> {
  await takeUp(await bridge().offer());
}

async function takeUp({ folder, files }: Offer): Promise<void> {
  if (folder !== null) await enter(folder);
  if (files > 0) await bring(() => bridge().importOffered());
}

/** Opens again what was open before the page was loaded anew. */
export async function resume(): Promise<void> {
  const folder = await bridge().openWorkspace();
  if (folder !== null) await enter(folder);
  await takeOffer();
}

// Files need a workspace to lie in: the first ones get one of their own, so that no question stands before the answer.
async function bring(fetch: () => Promise<Outcome<readonly Incoming[]>>): Promise<void> {
  if (useWorkspace.getState().phase !== 'open' && !(await enter(await bridge().ownWorkspace(), true))) return;
  const files = taken(await fetch());
  if (files.length > 0 || useLoad.getState().problem) showView('import');
  await addFiles(files);
}

function taken(outcome: Outcome<readonly Incoming[]>): readonly Incoming[] {
  if (outcome.ok) return outcome.value;
  refuseFiles({ code: outcome.code, args: outcome.args, detail: outcome.code });
  return [];
}

/** Workspaces opened before, latest first. */
export function recentWorkspaces(): Promise<readonly RecentWorkspace[]> {
  return bridge().recentWorkspaces();
}

export function forgetWorkspace(folder: string): void {
  void bridge().forgetRecent(folder);
}
