import type { LoadWarning } from '../contract';
import { remarkInEnglish } from '../model/remarks';
import type { Remark } from '../model/remarks';

/** How a mapping calls one part of a file. */
export function partKey(name: string, part: string | null): string {
  return part === null ? name : `${name}#${part}`;
}

/** A warning about a file, or about a load as a whole where there is none; `code` where its kind is wider than what is said. */
export function warningOf(file: string | null, says: Remark, count = 1, code: string = says.code): LoadWarning {
  const text = remarkInEnglish(says);
  return { code, message: file === null ? text : `${file}: ${text}`, file, says, count };
}
