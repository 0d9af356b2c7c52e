/** A question kept under a name. A schema and not a type alone, because it comes back from a file and from the page. */
import { z } from 'zod';

export const savedView = z.object({
  id: z.string().regex(/^[\w-]{1,60}$/),
  name: z.string().trim().min(1).max(120),
  /** The question in the page's own form, as JSON with the number of that form; the engine does not look into it. */
  asked: z.string().max(60_000),
});

export type SavedView = Readonly<z.infer<typeof savedView>>;

/** The views with this one put in place of the one of its id, or after the others; without it where it is null. */
export function withView(views: readonly SavedView[], id: string, view: SavedView | null): readonly SavedView[] {
  if (view === null) return views.filter((other) => other.id !== id);
  const known = views.some((other) => other.id === id);
  return known ? views.map((other) => (other.id === id ? view : other)) : [...views, view];
}
