import type { MessageKey } from '../../i18n';

/** What the headline is written from; sums as text, null where the bucket is empty. */
export interface PipelineFacts {
  readonly opened: string | null;
  readonly left: string | null;
  readonly added: string | null;
  readonly won: string | null;
  readonly gone: string | null;
}

export interface Sentence {
  readonly key: MessageKey;
  readonly args: Readonly<Record<string, string>>;
}

/** What changed between the start and the end, as the buckets say it: sums counted in full, so there is no interval to hold them to. */
export function pipelineHeadline({ opened, left, added, won, gone }: PipelineFacts): readonly Sentence[] {
  return [
    levels(opened, left),
    ...(added === null ? [] : [said('pipeline.headAdded', { added })]),
    ...ended(won, gone),
  ];
}

function levels(opened: string | null, left: string | null): Sentence {
  if (opened === null)
    return left === null ? said('pipeline.headNothing', {}) : said('pipeline.headNothingOpen', { left });
  return left === null ? said('pipeline.headCleared', { opened }) : said('pipeline.headLeft', { opened, left });
}

function ended(won: string | null, gone: string | null): readonly Sentence[] {
  if (won !== null && gone !== null) return [said('pipeline.headWonAndGone', { won, gone })];
  if (won !== null) return [said('pipeline.headWon', { won })];
  return gone === null ? [] : [said('pipeline.headGone', { gone })];
}

function said(key: MessageKey, args: Readonly<Record<string, string>>): Sentence {
  return { key, args };
}
