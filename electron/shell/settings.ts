import Conf from 'conf';
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

/** Opens the memory kept in this folder. */
export function openSettings(folder: string): Settings {
  const store = new Conf<Record<string, unknown>>({
    cwd: folder,
    configName: 'shell',
    clearInvalidConfig: true,
    configFileMode: 0o600,
  });
  return {
    read: () => kept.parse({ ...store.store }),
    change: (part) => store.set({ ...part }),
  };
}
