/** What the page and the shell say to each other: windows, dialogs, files, menus. Types alone; the contract hands them on. */
import type { Incoming } from './contract';
import type { ErrorArgs, ErrorCode } from './model/errors';

/** What a bridge call gives that a person can make fail: its value, or a code with the values that name file and reason. */
export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly code: ErrorCode; readonly args: ErrorArgs };

export type EngineState = 'starting' | 'ready' | 'stopped';

export type ThemeChoice = 'system' | 'light' | 'dark';

export interface Theme {
  readonly choice: ThemeChoice;
  readonly dark: boolean;
  readonly highContrast: boolean;
}

export interface RecentWorkspace {
  readonly folder: string;
  readonly name: string;
}

/** What was handed to the program at its start or later: the files and the workspace named on a command line, double-clicked or dropped on the window. */
export interface Offer {
  readonly folder: string | null;
  readonly files: number;
}

/** What a menu item asks of the page; `offer` is no item: something was offered while the window was open. */
export type MenuCommand =
  | 'new-workspace'
  | 'open-workspace'
  | 'open-sample'
  | 'import-files'
  | 'import-folder'
  | 'export-review'
  | 'undo'
  | 'redo'
  | 'search'
  | 'keyboard'
  | 'about'
  | 'offer';

/** Labels of the menus, in the person's language. */
export type MenuWords = Readonly<
  Record<
    | 'file'
    | 'newWorkspace'
    | 'openWorkspace'
    | 'openSample'
    | 'importFiles'
    | 'importFolder'
    | 'exportReview'
    | 'closeWindow'
    | 'quit'
    | 'edit'
    | 'undo'
    | 'redo'
    | 'cut'
    | 'copy'
    | 'paste'
    | 'selectAll'
    | 'search'
    | 'view'
    | 'actualSize'
    | 'zoomIn'
    | 'zoomOut'
    | 'fullScreen'
    | 'hide'
    | 'hideOthers'
    | 'help'
    | 'keyboard'
    | 'about',
    string
  >
>;

/**
 * What the shell offers the page, as `window.quarterdeck`: the engine's port, dialogs, files, menus, theme.
 * A promise rejects only where the program itself is at fault; what a person can mend comes as an Outcome.
 */
export interface Bridge {
  readonly platform: NodeJS.Platform;
  /**
   * Asks for a port to the engine and gives its state. The port arrives as a message of the window itself, data `engine-port`, one port in `ports`
   * (a bridge function cannot carry it); listen before calling. After a restart of the engine a new port arrives by itself and the old one is dead.
   */
  connectEngine(): Promise<EngineState>;
  /** Calls the listener at each change of state; the answer ends it. On `stopped` everything still unanswered stays so, and the workspace is to be opened again on `ready`. */
  onEngineState(listener: (state: EngineState) => void): () => void;
  /** Folder of a workspace chosen to be opened; null when the person cancelled. */
  openWorkspaceDialog(): Promise<string | null>;
  /** Folder chosen for a new workspace, ending in `.quarterdeck`, not yet made; null when the person cancelled. */
  newWorkspaceDialog(): Promise<string | null>;
  /** Tells which workspace the engine now has open, null for none: imported files go there, and it heads the recent ones. Only a folder that this bridge gave is accepted. */
  workspaceOpened(folder: string | null): Promise<void>;
  /** The folder last told to `workspaceOpened`, for a page that was loaded again. */
  openWorkspace(): Promise<string | null>;
  /** Workspaces opened before that are still there, latest first, ten at most. */
  recentWorkspaces(): Promise<readonly RecentWorkspace[]>;
  forgetRecent(folder: string): Promise<void>;
  /** Folder of the sample workspace; `fresh` when it was never made, so that the engine is to create it and the sample files are to be loaded. */
  sampleWorkspace(): Promise<{
    readonly folder: string;
    readonly fresh: boolean;
    /** What the sample company decides: its money and its zone. */
    readonly settings: Readonly<Record<string, string>>;
  }>;
  /** A folder for a workspace of the person's in the program's own folder, not yet made: where files go that are dropped while nothing is open. */
  ownWorkspace(): Promise<string>;
  /** Copies the sample files into the open workspace. A call of its own, because opening a workspace empties its `incoming/`. */
  importSample(): Promise<Outcome<readonly Incoming[]>>;
  /** Lets the person choose files and copies them into the open workspace; an empty list when cancelled. */
  chooseFiles(): Promise<Outcome<readonly Incoming[]>>;
  /** The same for all files in a folder and those below it, named by their path in it. */
  chooseFolder(): Promise<Outcome<readonly Incoming[]>>;
  /** Takes what was dropped on the window as if the system had handed it over: a folder that is a workspace is to be opened, all else is files. Gives what now waits. */
  offerDropped(files: readonly File[]): Promise<Offer>;
  /** What the system handed over and was not fetched yet. */
  offer(): Promise<Offer>;
  /** Copies the offered files into the open workspace. */
  importOffered(): Promise<Outcome<readonly Incoming[]>>;
  /** Lets the person choose a place and writes the bytes there, whole or not at all; gives the name of the file, null when cancelled. */
  saveFile(name: string, bytes: Uint8Array): Promise<Outcome<string | null>>;
  /** The same for a page that is printed as PDF; the page is HTML without script that needs nothing from outside. */
  savePdf(name: string, page: Uint8Array): Promise<Outcome<string | null>>;
  /** Opens an https: or mailto: address outside; false when refused. */
  openExternal(url: string): Promise<boolean>;
  /** Labels the menus; until then there are none. */
  setMenuWords(words: MenuWords): Promise<void>;
  /** Calls the listener for each menu item chosen; the answer ends it. */
  onMenuCommand(listener: (command: MenuCommand) => void): () => void;
  theme(): Promise<Theme>;
  /** Light, dark or as the system; `prefers-color-scheme` follows at once. Kept between runs. */
  setTheme(choice: ThemeChoice): Promise<void>;
}
