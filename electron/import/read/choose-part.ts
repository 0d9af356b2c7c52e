import { UserError } from '../../model/errors';

/** A table of a file that may hold several. */
export interface PartInfo {
  readonly name: string;
  readonly hidden: boolean;
  readonly empty: boolean;
}

/** The part that is asked for, else the first that is shown and holds anything. Throws UserError `part_missing` and `only_blank`. */
export function choosePart<P extends PartInfo>(parts: readonly P[], asked: string | null, file: string): P {
  const filled = parts.filter(({ empty }) => !empty);
  if (asked === null) {
    const first = filled.find(({ hidden }) => !hidden) ?? filled[0];
    if (!first) throw new UserError('only_blank', { file });
    return first;
  }
  const found = parts.find(({ name }) => name === asked);
  if (!found)
    throw new UserError('part_missing', { file, part: asked, parts: parts.map(({ name }) => name).join('\n') });
  if (found.empty) throw new UserError('only_blank', { file: `${file}/${asked}` });
  return found;
}
