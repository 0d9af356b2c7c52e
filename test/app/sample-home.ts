import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder in which the stories of one run share the loaded sample. */
    sampleHome: string;
  }
}

/** Before the stories in Electron: a place for what they share, gone after the last. */
export default function setup(project: TestProject): () => void {
  const home = mkdtempSync(join(tmpdir(), 'quarterdeck-sample-'));
  project.provide('sampleHome', home);
  return () => rmSync(home, { recursive: true, force: true });
}
