import { realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Real path of the file that a page address names, links resolved; null when it is none of the page's files: outside the root, hidden in it, missing, or of a kind the page has none of. */
export async function servedPath(root: string, pathname: string): Promise<string | null> {
  const names = namesIn(pathname);
  if (!names || !mediaType(names.at(-1) ?? '')) return null;
  try {
    const home = await realpath(root);
    const file = await realpath(join(home, ...names));
    return file.startsWith(home + sep) ? file : null;
  } catch {
    return null;
  }
}

/** Media type by the file's extension; null for a kind the page has none of. */
export function mediaType(file: string): string | null {
  return types[extname(file)] ?? null;
}

// One decoding, as the loader does one; a name that could mean a step up, another separator or a drive is no name.
function namesIn(pathname: string): string[] | null {
  try {
    const names = decodeURIComponent(pathname).slice(1).split('/');
    return names.every((name) => name !== '' && !name.startsWith('.') && !/[\\:\0]/.test(name)) ? names : null;
  } catch {
    return null;
  }
}
