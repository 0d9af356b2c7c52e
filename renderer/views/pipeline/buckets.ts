import type { Words } from '../../i18n';

/** Buckets that are a level, the opening and the closing one. */
export const levels = ['open_start', 'open_end'] as const;

/** Buckets that take away. */
export const takes = ['shrunk', 'pushed_out', 'won', 'lost', 'no_decision', 'disqualified'] as const;

/** A bucket of the waterfall in words. */
export function bucketName(bucket: string | null, { find }: Words): string {
  return find(`bucket.${bucket}`) ?? bucket ?? '';
}
