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
  onRemoveStart,
}: {
  field: string;
  value: string;
  removeLabel: string;
  onPress: () => void;
  onRemove: () => void;
  /** Called as the press that removes it begins, which may still end beside it. */
  onRemoveStart?: () => void;
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
      <Button
        className="chip-remove"
        aria-label={removeLabel}
        onPress={onRemove}
        {...(onRemoveStart && { onPressStart: onRemoveStart })}
      >
        <IconClose size={14} aria-hidden />
      </Button>
    </span>
  );
}
