import { useState } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import './assumption.css';

/** A figure that may be assumed: empty stands for the company's own, which is shown in grey. Taken at Enter or when the field is left. */
export function Assumption({
  label,
  value,
  own,
  unit,
  most,
  onChange,
}: {
  label: string;
  /** What was typed; empty for the own figure. */
  value: string;
  own: string;
  unit: string;
  /** The largest that makes sense. */
  most: number;
  onChange: (value: string) => void;
}) {
  const [text, setText] = useState(value);
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    setText(value);
  }
  const plain = text.trim().replaceAll(',', '');
  const wrong = plain !== '' && !(/^\d+(\.\d+)?$/.test(plain) && Number(plain) <= most);
  const take = (): void => (wrong || plain === value ? undefined : onChange(plain));
  return (
    <TextField className="assumption" value={text} onChange={setText} isInvalid={wrong}>
      <Label className="caption">{label}</Label>
      <span className="assumption-field">
        <Input
          className="assumption-input num"
          placeholder={own}
          inputMode="decimal"
          onBlur={take}
          onKeyDown={(event) => (event.key === 'Enter' ? take() : undefined)}
        />
        {unit !== '' && <span className="caption">{unit}</span>}
      </span>
    </TextField>
  );
}
