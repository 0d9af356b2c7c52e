import type { BgNbdFit } from '../../stats/bgnbd';
import { bgNbdHasEvidence, fitBgNbd } from '../../stats/bgnbd';
import type { PurchaseHistories } from '../../stats/purchase-groups';

/** A fit of 5.8 where it has evidence and no parameter ran to an edge; null otherwise. */
export function leavingOf(histories: PurchaseHistories): BgNbdFit | null {
  if (!bgNbdHasEvidence(histories)) return null;
  const fit = fitBgNbd(histories);
  return fit?.settled ? fit : null;
}
