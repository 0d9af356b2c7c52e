import type { ReactNode } from 'react';
import { Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';
import './overlays.css';

export interface MenuEntry {
  readonly id: string;
  readonly text: string;
  /** Second line in grey. */
  readonly note?: string | undefined;
  /** Does something of its own, so it ends the menu also where several others can be marked. */
  readonly ends?: boolean;
}

export interface MenuGroup {
  readonly title?: string;
  readonly items: readonly MenuEntry[];
}

/** A button that opens a list of things to choose from; the marked ones are those in force. */
export function MenuButton({
  button,
  label,
  groups,
  selected = [],
  multiple = false,
  onChoose,
}: {
  button: ReactNode;
  label: string;
  groups: readonly MenuGroup[];
  selected?: readonly string[];
  multiple?: boolean;
  onChoose: (id: string) => void;
}) {
  return (
    <MenuTrigger>
      {button}
      <Popover className="popover" offset={4} placement="bottom start">
        <Menu
          aria-label={label}
          className="menu"
          selectionMode={multiple ? 'multiple' : 'single'}
          selectedKeys={selected}
          onAction={(key) => onChoose(String(key))}
        >
          {groups.map((group, i) => (
            <MenuSection key={group.title ?? i} className="menu-group">
              {group.title !== undefined && <Header className="menu-title">{group.title}</Header>}
              {group.items.map((item) => (
                <MenuItem
                  key={item.id}
                  id={item.id}
                  textValue={item.text}
                  className="menu-item"
                  shouldCloseOnSelect={item.ends ?? !multiple}
                >
                  <span>{item.text}</span>
                  {item.note !== undefined && <span className="menu-note">{item.note}</span>}
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
