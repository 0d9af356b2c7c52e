import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const area = z.object({ x: z.int(), y: z.int(), width: z.int().min(100), height: z.int().min(100) });

// Each part stands alone: one that cannot be read falls back by itself.
const kept = z.object({
  bounds: area.nullable().catch(null),
  maximized: z.boolean().catch(false),
  theme: z.enum(['system', 'light', 'dark']).catch('system'),
  recent: z.array(z.string().min(1).max(500)).max(10).catch([]),
});

/** What the shell remembers between runs. */
export type Kept = Readonly<z.infer<typeof kept>>;

/** The shell's memory in a file of its own, readable by this person alone; a damaged one is begun anew. */
export interface Settings {
  read(): Kept;
  change(part: Partial<Kept>): void;
}

/** Opens the memory kept in this folder. Read before the window is made, hence in one piece and without a library that checks it a second time. */
export function openSettings(folder: string): Settings {
  const file = join(folder, 'shell.json');
  let all = readObject(file);
  return {
    read: () => kept.parse({ ...all }),
    change: (part) => {
      all = { ...all, ...part };
      writeInPlace(file, `${JSON.stringify(all, null, 2)}\n`);
    },
  };
}

const object = z.record(z.string(), z.unknown()).catch({});

// A file that is missing or damaged holds nothing.
function readObject(file: string): Readonly<Record<string, unknown>> {
  try {
    return object.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return {};
  }
}

// Whole or not at all; at once, for the last change comes as the window closes.
function writeInPlace(file: string, text: string): void {
  const part = `${file}.part`;
  try {
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(part, text, { mode: 0o600, flush: true });
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}
