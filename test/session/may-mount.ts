import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What the name of such a test ends with: an ordinary user's run names it as left out, and is none the worse for it. */
export const mountNeeded = 'mounted by root';

/** True where a test may mount a small disk of its own: Linux, as root, and not refused by what the machine runs in. */
export const mayMount = process.platform === 'linux' && process.getuid?.() === 0 && canMount();

function canMount(): boolean {
  const place = mkdtempSync(join(tmpdir(), 'quarterdeck-mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', place], { stdio: 'ignore' });
    execFileSync('umount', [place], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
