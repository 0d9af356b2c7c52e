import type { BgNbdFit } from '../../stats/bgnbd';
import { bgNbdHasEvidence, bgNbdSteps } from '../../stats/bgnbd';
import type { PurchaseHistories } from '../../stats/purchase-groups';
import { pausing } from '../../model/pause';

/** A fit of 5.8 where it has evidence and no parameter ran to an edge; null otherwise. Others have their turn while it is worked out. */
export async function leavingOf(histories: PurchaseHistories): Promise<BgNbdFit | null> {
  if (!bgNbdHasEvidence(histories)) return null;
  const fit = await pausing(bgNbdSteps(histories));
  return fit?.settled ? fit : null;
}
