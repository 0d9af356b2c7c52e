import { useState } from 'react';
import type { SettingKind } from './kinds';

/** A setting that is typed: put on Enter or on leaving it, as it was on Escape. */
export function Typed({
  label,
  value,
  kind,
  onPut,
}: {
  label: string;
  value: string;
  kind: SettingKind;
  onPut: (value: string) => void;
}) {
  const [text, setText] = useState(value);
  const list = kind.suggestions ? `settings-${kind.key}` : undefined;
  return (
    <>
      <input
        className="settings-input"
        aria-label={label}
        value={text}
        inputMode={kind.whole ? 'numeric' : 'text'}
        placeholder={kind.placeholder}
        list={list}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => onPut(text.trim())}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onPut(text.trim());
          if (event.key === 'Escape') setText(value);
        }}
      />
      {list && (
        <datalist id={list}>
          {kind.suggestions?.().map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
    </>
  );
}
