import type { ReactNode } from 'react';
import {
  Autocomplete,
  Dialog,
  DialogTrigger,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
  SearchField,
  useFilter,
} from 'react-aria-components';
import type { MenuEntry } from './menu';
import { IconSearch } from './icons';
import './overlays.css';
import { useWords } from './words';

interface SearchPickProps {
  readonly button?: ReactNode;
  readonly label: string;
  readonly items: readonly MenuEntry[];
  readonly selected: readonly string[];
  readonly multiple?: boolean;
  readonly onChange: (ids: readonly string[]) => void;
  /** Called with the text typed, where the list comes from elsewhere; the list is then shown as it is. */
  readonly onSearch?: (text: string) => void;
  readonly isOpen?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
}

/** A list to choose from with a field to search it; one choice closes it, several stay open. */
export function SearchPick({ button, isOpen, onOpenChange, ...list }: SearchPickProps) {
  return (
    <DialogTrigger {...(isOpen !== undefined && { isOpen })} {...(onOpenChange && { onOpenChange })}>
      {button}
      <Popover className="popover" offset={4} placement="bottom start">
        <Dialog aria-label={list.label} style={{ outline: 'none' }}>
          {({ close }) => <PickList {...list} close={close} />}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

/** The search field and the list by themselves, for a place that is open already. */
export function PickList({
  label,
  items,
  selected,
  multiple = false,
  onChange,
  onSearch,
  close,
}: Omit<SearchPickProps, 'button' | 'isOpen' | 'onOpenChange'> & { close: () => void }) {
  const { t } = useWords();
  const { contains } = useFilter({ sensitivity: 'base' });
  return (
    <Autocomplete {...(onSearch ? { onInputChange: onSearch } : { filter: contains })}>
      <SearchField aria-label={label} autoFocus className="pick-search">
        <IconSearch size={14} aria-hidden />
        <Input placeholder={t('common.search')} />
      </SearchField>
      <ListBox
        aria-label={label}
        className="pick-list"
        items={items}
        selectionMode={multiple ? 'multiple' : 'single'}
        selectedKeys={selected}
        escapeKeyBehavior="none"
        onSelectionChange={(keys) => {
          onChange(keys === 'all' ? items.map((item) => item.id) : [...keys].map(String));
          if (!multiple) close();
        }}
        renderEmptyState={() => <div className="pick-empty">{t('common.nothingFound')}</div>}
      >
        {(item) => (
          <ListBoxItem id={item.id} textValue={item.text} className="menu-item">
            <span>{item.text}</span>
            {item.note !== undefined && <span className="menu-note">{item.note}</span>}
          </ListBoxItem>
        )}
      </ListBox>
    </Autocomplete>
  );
}
