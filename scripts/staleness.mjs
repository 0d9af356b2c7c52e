// When installed packages or a build no longer fit the sources. Sizes and times are compared first, contents only when those differ,
// so that a second run costs milliseconds and a mere touch or checkout builds nothing.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const builtFrom = ['electron', 'renderer', 'vite.config.ts', 'tsconfig.json', 'package.json', 'package-lock.json'];

/** Files a build is made from, with size and time, in a fixed order; tools keep caches in a node_modules beside the page, which are none. */
export function listSources(root) {
  return builtFrom.flatMap((name) => listFiles(root, name)).sort((a, b) => (a.path < b.path ? -1 : 1));
}

function listFiles(root, path) {
  const stat = statSync(join(root, path), { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) return [{ path, size: stat.size, time: stat.mtimeMs }];
  const names = readdirSync(join(root, path)).filter((name) => name !== 'node_modules');
  return names.flatMap((name) => listFiles(root, `${path}/${name}`));
}

/** Fingerprint of names, sizes and times: cheap, and different for a file that was only touched. */
export function glance(sources) {
  return sha1(sources.map(({ path, size, time }) => `${path}\0${size}\0${time}`));
}

/** Fingerprint of names and contents. */
export function contents(root, sources) {
  return sha1(sources.flatMap(({ path }) => [path, readFileSync(join(root, path))]));
}

/** What to do about a build with this stamp (null: none): `fresh` nothing, `touched` renew the stamp, `stale` build. */
export function judgeBuild(stamp, now, contentsNow) {
  if (!stamp) return 'stale';
  if (stamp.glance === now) return 'fresh';
  return stamp.contents === contentsNow() ? 'touched' : 'stale';
}

/** True when what npm wrote down as installed is what the lock file asks for; optional packages may be absent. */
export function packagesMatch(lock, installed) {
  return Object.entries(lock.packages).every(([path, wanted]) => {
    if (path === '' || wanted.link) return true;
    const found = installed.packages[path];
    if (!found) return wanted.optional === true;
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
}

function sha1(parts) {
  const hash = createHash('sha1');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
}
