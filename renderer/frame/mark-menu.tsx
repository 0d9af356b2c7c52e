import { useRef } from 'react';
import { Menu, MenuItem, MenuSection, Popover } from 'react-aria-components';
import { useMarkActs } from './mark-acts';
import type { Pointed } from './mark-acts';
import '../ui/overlays.css';
import './mark-menu.css';
import { useWords } from '../ui/words';

/** Where a menu opens, in px from the corner of what it belongs to. */
export interface MenuPlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What can be done with a mark or a row: its rows, compare, filter to, filter out, copy, add to the review. */
export function MarkMenu({ pointed, place, onClose }: { pointed: Pointed; place: MenuPlace; onClose: () => void }) {
  const { t } = useWords();
  const anchor = useRef<HTMLSpanElement>(null);
  const acts = useMarkActs(pointed);
  const run = (key: string): void => {
    onClose();
    acts.find(({ id }) => id === key)?.run();
  };
  return (
    <>
      <span ref={anchor} className="mark-menu-place" style={{ ...place }} />
      <Popover
        className="popover"
        triggerRef={anchor}
        isOpen
        onOpenChange={(open) => (open ? undefined : onClose())}
        placement="bottom start"
        offset={4}
      >
        <Menu
          aria-label={t('mark.menu', { name: pointed.name })}
          className="menu"
          autoFocus="first"
          onAction={(key) => run(String(key))}
        >
          <MenuSection className="menu-group" aria-label={pointed.name}>
            {acts.map(({ id, text, note }) => (
              <MenuItem key={id} id={id} textValue={text} className="menu-item">
                <span>{text}</span>
                {note !== undefined && <span className="menu-note">{note}</span>}
              </MenuItem>
            ))}
          </MenuSection>
        </Menu>
      </Popover>
    </>
  );
}
