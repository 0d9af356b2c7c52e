import { Button } from 'react-aria-components';
import './button.css';
import { IconClose } from './icons';

/** What is filtered to, as field and value; pressing it opens the values, × or Delete removes it. */
export function Chip({
  field,
  value,
  removeLabel,
  onPress,
  onRemove,
}: {
  field: string;
  value: string;
  removeLabel: string;
  onPress: () => void;
  onRemove: () => void;
}) {
  return (
    <span className="chip">
      <Button
        className="chip-text"
        onPress={onPress}
        onKeyDown={(event) =>
          event.key === 'Delete' || event.key === 'Backspace' ? onRemove() : event.continuePropagation()
        }
      >
        <span>{field}</span> <span className="chip-value">{value}</span>
      </Button>
      <Button className="chip-remove" aria-label={removeLabel} onPress={onRemove}>
        <IconClose size={14} aria-hidden />
      </Button>
    </span>
  );
}
