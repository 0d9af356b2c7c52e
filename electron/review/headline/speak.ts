import type { MessageArgs, MessageKey, Words } from '../../../renderer/i18n';
import type { Direction } from './facts';

/** What a sentence about a change is written from; all of it text already. */
export interface ChangeText {
  readonly measure: string;
  readonly now: string;
  readonly before: string;
  readonly period: string;
  readonly against: string;
  readonly range: string;
}

const keys: Readonly<Record<Direction, MessageKey>> = {
  up: 'review.head.up',
  down: 'review.head.down',
  none: 'review.head.none',
  thin: 'review.head.thin',
  sum: 'review.head.sum',
  nothing: 'review.head.alone',
};

/** The sentence a change allows, and no stronger one. */
export function changeSentence(direction: Direction, text: ChangeText, { t }: Words): string {
  const args: MessageArgs = { ...text };
  return t(keys[direction], args);
}
