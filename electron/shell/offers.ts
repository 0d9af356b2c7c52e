import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Offer } from '../contract';
import { workspaceExtension } from './workspaces';

/** Files and a workspace that were handed over, kept until the page takes them. */
export class Offers {
  private folder: string | null = null;
  private files: readonly string[] = [];

  /** Takes paths from a command line, a second start, a double click or a drop; the last workspace named counts. */
  add(paths: readonly string[]): void {
    const workspaces = paths.filter(isWorkspace);
    this.folder = workspaces.at(-1) ?? this.folder;
    this.files = [...this.files, ...paths.filter((path) => !workspaces.includes(path))];
  }

  /** What is waiting. */
  waiting(): Offer {
    return { folder: this.folder, files: this.files.length };
  }

  /** Paths of the files that wait, which then wait no more. */
  takeFiles(): readonly string[] {
    const { files } = this;
    this.files = [];
    return files;
  }

  /** Ends the offer of a workspace, once one is open or another is meant. */
  settleFolder(): void {
    this.folder = null;
  }
}

// By its name, or by what it holds: the command makes workspaces under any name.
function isWorkspace(path: string): boolean {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  return isFolder && (path.endsWith(workspaceExtension) || existsSync(join(path, 'workspace.json')));
}
