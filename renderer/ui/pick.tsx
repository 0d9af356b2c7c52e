import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import { IconOpen } from './icons';
import type { MenuEntry } from './menu';
import './overlays.css';
import './pick.css';

/** One choice of a short list, shown as its text with a chevron. */
export function Pick({
  label,
  items,
  selected,
  onChange,
  strong = false,
  empty,
}: {
  label: string;
  items: readonly MenuEntry[];
  selected: string;
  onChange: (id: string) => void;
  strong?: boolean;
  /** Shown while nothing is chosen. */
  empty?: string;
}) {
  return (
    <Select
      aria-label={label}
      className={`pick ${strong ? 'pick-strong' : ''}`}
      value={selected === '' ? null : selected}
      {...(empty !== undefined && { placeholder: empty })}
      onChange={(key) => (key === null ? undefined : onChange(String(key)))}
    >
      <Button className="pick-button">
        <SelectValue className="pick-value">
          {({ selectedText, defaultChildren }) =>
            selectedText ? <span title={selectedText}>{selectedText}</span> : defaultChildren
          }
        </SelectValue>
        <IconOpen size={14} aria-hidden />
      </Button>
      <Popover className="popover" offset={2}>
        <ListBox className="pick-list" items={items}>
          {(item) => (
            <ListBoxItem id={item.id} textValue={item.text} className="menu-item">
              {item.text}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
