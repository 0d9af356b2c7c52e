import { useFormat } from '../../ui/use-format';
import { useWords } from '../../ui/words';
import type { Person } from './board';

type Priced = NonNullable<Person['worth']>;

const width = 88;

/** What closing is worth as a bar with its interval, on the scale of everybody, and in money. */
export function WorthBar({ worth, largest, currency }: { worth: Priced; largest: number; currency: string }) {
  const at = (value: number): number => (largest > 0 ? (Math.max(0, value) / largest) * width : 0);
  const { value, lower, upper } = worth;
  return (
    <>
      <svg className="skills-bar" width={width} height="14" viewBox={`0 0 ${width} 14`} aria-hidden>
        <rect className="skills-bar-value" x="0" y="3" height="8" width={at(value)} />
        {lower !== null && upper !== null && (
          <line className="skills-bar-interval" x1={at(lower)} x2={at(upper)} y1="7" y2="7" />
        )}
      </svg>
      <Worth worth={worth} currency={currency} />
    </>
  );
}

/** Money a year with its interval below. */
export function Worth({ worth: { value, lower, upper }, currency }: { worth: Priced; currency: string }) {
  const { t } = useWords();
  const formats = useFormat();
  return (
    <span className="skills-money num" title={lower === null ? undefined : t('skills.worthInterval')}>
      <strong>{formats.money(value, currency)}</strong>
      {lower !== null && <span className="caption">{formats.range('money', lower, upper, { compact: true })}</span>}
    </span>
  );
}
