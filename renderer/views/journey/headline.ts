import type { MessageKey } from '../../i18n';

/** What the headline is written from; the share as text, null where nothing can be judged. */
export interface JourneyFacts {
  readonly share: string | null;
  readonly range: string;
  readonly thin: boolean;
  readonly first: string;
  readonly last: string;
}

/** How many of those at the first step came to the last, with what the evidence allows. */
export function journeyHeadline({ share, range, thin, first, last }: JourneyFacts): {
  readonly key: MessageKey;
  readonly args: Readonly<Record<string, string>>;
} {
  if (share === null) return { key: 'journey.headNothing', args: { first } };
  return { key: thin ? 'journey.headThin' : 'journey.headShare', args: { share, range, first, last } };
}
