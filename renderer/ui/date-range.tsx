import type { DateValue } from '@internationalized/date';
import { parseDate } from '@internationalized/date';
import { DateField, DateInput, DateSegment, Label } from 'react-aria-components';
import './date-range.css';
import { useWords } from './words';

export interface Days {
  readonly start: DateValue;
  readonly end: DateValue;
}

/** First and last day, each typed or stepped part by part. */
export function DateRange({ label, value, onChange }: { label: string; value: Days; onChange: (days: Days) => void }) {
  const { t } = useWords();
  return (
    <div role="group" aria-label={label} className="date-range">
      <Day label={t('common.from')} value={value.start} onChange={(start) => onChange({ ...value, start })} />
      <Day label={t('common.until')} value={value.end} onChange={(end) => onChange({ ...value, end })} />
    </div>
  );
}

/** One day, `YYYY-MM-DD`, typed or stepped part by part. */
export function DayField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (day: string) => void;
}) {
  return <Day label={label} value={parseDate(value)} onChange={(day) => onChange(day.toString())} />;
}

function Day({ label, value, onChange }: { label: string; value: DateValue; onChange: (day: DateValue) => void }) {
  return (
    <DateField className="date-field" value={value} onChange={(day) => (day ? onChange(day) : undefined)}>
      <Label className="caption">{label}</Label>
      <DateInput className="date-input">
        {(segment) => <DateSegment segment={segment} className="date-segment" />}
      </DateInput>
    </DateField>
  );
}
