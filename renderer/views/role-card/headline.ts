import type { Row } from '../../engine';
import { textIn } from '../../frame/answers';
import type { MessageKey } from '../../i18n';

/** What the card says in one sentence, from the skills the evidence marks: ahead in some, a gap in some, or neither. */
export function cardHeadline(
  skills: readonly Row[],
  inRamp: boolean,
): {
  readonly key: MessageKey;
  readonly ahead: readonly string[];
  readonly behind: readonly string[];
} {
  const marked = (verdict: string): readonly string[] =>
    skills.flatMap((row) => (row['verdict'] === verdict ? (textIn(row, 'skill') ?? []) : []));
  const [ahead, behind] = [marked('strength'), marked('gap')];
  if (inRamp) return { key: 'card.headRamp', ahead, behind };
  if (ahead.length > 0 && behind.length > 0) return { key: 'card.headBoth', ahead, behind };
  if (behind.length > 0) return { key: 'card.headBehind', ahead, behind };
  return { key: ahead.length > 0 ? 'card.headAhead' : 'card.headInLine', ahead, behind };
}
