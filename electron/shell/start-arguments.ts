import { resolve } from 'node:path';

/** Absolute paths of the files and folders named on a command line. With `appPath` the line names the program too, as `electron .` does; what comes after it counts. */
export function namedPaths(argv: readonly string[], folder: string, appPath: string | null): readonly string[] {
  const paths = argv
    .slice(1)
    .filter((word) => word !== '' && !word.startsWith('-'))
    .map((word) => resolve(folder, word));
  return appPath === null ? paths : paths.slice(Math.max(paths.indexOf(appPath), 0) + 1);
}
