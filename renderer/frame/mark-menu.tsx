import type { MenuPlace } from '../ui/context-menu';
import { ContextMenu } from '../ui/context-menu';
import type { Pointed } from './mark-acts';
import { useMarkActs } from './mark-acts';

/** What can be done with a mark: its rows, compare, filter to, filter out, copy, add to the review. */
export function MarkMenu({ pointed, place, onClose }: { pointed: Pointed; place: MenuPlace; onClose: () => void }) {
  return <ContextMenu name={pointed.name} acts={useMarkActs(pointed)} place={place} onClose={onClose} />;
}
