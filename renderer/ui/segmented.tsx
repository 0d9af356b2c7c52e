import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import './button.css';

/** A switch of two or three words; arrow keys move along it. */
export function Segmented<Id extends string>({
  label,
  items,
  selected,
  onChange,
}: {
  label: string;
  items: readonly { readonly id: Id; readonly text: string }[];
  selected: Id;
  onChange: (id: Id) => void;
}) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      className="segmented"
      disallowEmptySelection
      selectedKeys={[selected]}
      onSelectionChange={(keys) => {
        const found = items.find((item) => keys.has(item.id));
        if (found) onChange(found.id);
      }}
    >
      {items.map((item) => (
        <ToggleButton key={item.id} id={item.id} className="segmented-item">
          {item.text}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
