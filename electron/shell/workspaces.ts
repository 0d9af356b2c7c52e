import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { Incoming, RecentWorkspace } from '../contract';
import { UserError } from '../model/errors';
import { bringIn } from './incoming';
import type { Settings } from './settings';

export const workspaceExtension = '.quarterdeck';
const mostRecent = 10;

/** Which workspaces the page may name, which one is open, and the way for files into it. */
export class Workspaces {
  private readonly given = new Set<string>();
  private current: string | null = null;

  constructor(
    private readonly settings: Settings,
    private readonly places: { readonly samples: string; readonly ownFolder: string },
  ) {}

  /** Lets the page name this folder from now on. */
  give(folder: string): string {
    this.given.add(folder);
    return folder;
  }

  /** Folder of the workspace that is open; null when none is. */
  open(): string | null {
    return this.current;
  }

  /** Remembers what the engine has open and heads the recent ones with it; throws for a folder that was never given. */
  opened(folder: string | null): void {
    if (folder !== null && !this.given.has(folder)) throw new Error('refused: not a folder that was given');
    this.current = folder;
    if (folder === null || folder === this.sampleFolder) return;
    const others = this.settings.read().recent.filter((other) => other !== folder);
    this.settings.change({ recent: [folder, ...others].slice(0, mostRecent) });
  }

  /** Workspaces opened before that are still there, latest first. */
  recent(): readonly RecentWorkspace[] {
    const there = this.settings.read().recent.filter((folder) => existsSync(folder));
    return there.map((folder) => ({ folder: this.give(folder), name: basename(folder, workspaceExtension) }));
  }

  /** Takes a folder off the recent ones. */
  forget(folder: string): void {
    this.settings.change({ recent: this.settings.read().recent.filter((other) => other !== folder) });
  }

  /** The sample workspace in the program's own folder; `fresh` when it was never made. */
  async sample(): Promise<{ folder: string; fresh: boolean; settings: Record<string, string> }> {
    const text = await readFile(join(this.places.samples, 'settings.json'), 'utf8').catch(() => '{}');
    const settings = z.record(z.string(), z.string()).parse(JSON.parse(text));
    return { folder: this.give(this.sampleFolder), fresh: !existsSync(this.sampleFolder), settings };
  }

  /** A folder that is not there yet, named after the day, for the workspace that first files make. */
  own(today: Date): string {
    const name = `Workspace ${today.toLocaleDateString('sv-SE')}`;
    for (let number = 1; ; number++) {
      const folder = join(
        this.places.ownFolder,
        'workspaces',
        `${number === 1 ? name : `${name} ${number}`}${workspaceExtension}`,
      );
      if (!existsSync(folder)) return this.give(folder);
    }
  }

  /** Copies the sample files into the open workspace. */
  async importSample(): Promise<readonly Incoming[]> {
    const names = await readdir(this.places.samples);
    const files = names.filter((name) => name.endsWith('.csv')).sort();
    return this.bringIn(files.map((name) => join(this.places.samples, name)));
  }

  /** Copies files and folders into the open workspace; throws UserError `not_open` when there is none. */
  async bringIn(paths: readonly string[]): Promise<readonly Incoming[]> {
    if (this.current === null) throw new UserError('not_open');
    return bringIn(this.current, paths);
  }

  private get sampleFolder(): string {
    return join(this.places.ownFolder, `Sample${workspaceExtension}`);
  }
}
