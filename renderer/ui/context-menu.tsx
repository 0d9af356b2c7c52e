import { useRef } from 'react';
import { Menu, MenuItem, MenuSection, Popover } from 'react-aria-components';
import './context-menu.css';
import './overlays.css';
import { useWords } from './words';

/** Where a menu opens, in px from the corner of what it belongs to. */
export interface MenuPlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** One thing that can be done, with its key in grey where it has one. */
export interface Act {
  readonly id: string;
  readonly text: string;
  readonly note?: string | undefined;
  readonly run: () => void;
}

/** What can be done with what was pointed at, beside it; closes before anything is done. */
export function ContextMenu({
  name,
  acts,
  place,
  onClose,
}: {
  name: string;
  acts: readonly Act[];
  place: MenuPlace;
  onClose: () => void;
}) {
  const { t } = useWords();
  const anchor = useRef<HTMLSpanElement>(null);
  const run = (key: string): void => {
    onClose();
    acts.find(({ id }) => id === key)?.run();
  };
  return (
    <>
      <span ref={anchor} className="context-menu-place" style={{ ...place }} />
      <Popover
        className="popover"
        triggerRef={anchor}
        isOpen
        onOpenChange={(open) => (open ? undefined : onClose())}
        placement="bottom start"
        offset={4}
      >
        <Menu
          aria-label={t('mark.menu', { name })}
          className="menu"
          autoFocus="first"
          onAction={(key) => run(String(key))}
        >
          <MenuSection className="menu-group" aria-label={name}>
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
