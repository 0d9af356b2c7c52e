import type { Row } from '../../engine';
import { textIn } from '../../frame/answers';
import { valueName } from '../../frame/names';
import { useAsOfDay } from '../../state/use-period';
import { useFormat } from '../../ui/use-format';
import { useWords } from '../../ui/words';

interface Lane {
  readonly name: 'order' | 'deal' | 'contract' | 'conversation' | 'heard';
  readonly holds: (kind: string) => boolean;
}

const lanes: readonly Lane[] = [
  { name: 'order', holds: (kind) => kind === 'order' },
  { name: 'deal', holds: (kind) => kind.startsWith('deal_') },
  { name: 'contract', holds: (kind) => /^(contract|renewal)_/.test(kind) },
  { name: 'conversation', holds: (kind) => kind === 'conversation' },
  { name: 'heard', holds: (kind) => /^(survey|case_)/.test(kind) },
];

const height = 22;

/** Everything that happened on one line of time, a lane a kind; the list below says the same in words. */
export function TimeLine({ rows }: { rows: readonly Row[] }) {
  const words = useWords();
  const { t } = words;
  const formats = useFormat();
  const today = useAsOfDay();
  const days = rows.map((row) => textIn(row, 'on_day') ?? today);
  const first = Math.min(...[today, ...days].map((day) => Date.parse(day)));
  const last = Math.max(...[today, ...days].map((day) => Date.parse(day)));
  const at = (row: Row): number =>
    last === first ? 100 : (100 * (Date.parse(textIn(row, 'on_day') ?? today) - first)) / (last - first);
  const kindOf = (row: Row): string => String(row['kind']);
  const filled = lanes.filter(({ holds }) => rows.some((row) => holds(kindOf(row))));
  const end = (time: number): string => formats.date(new Date(time).toISOString().slice(0, 10));
  return (
    <div
      className="time-line"
      role="img"
      aria-label={t('customers.line')}
      style={{ height: (filled.length + 1) * height }}
    >
      {filled.map(({ name, holds }, lane) => (
        <div key={name} className="time-lane" style={{ top: lane * height }}>
          <span className="caption">{t(`customers.lane_${name}`)}</span>
          <span className="time-track">
            {rows
              .filter((row) => holds(kindOf(row)))
              .map((row) => (
                <i
                  key={`${kindOf(row)}${String(row['on_day'])}`}
                  className={`time-dot time-${kindOf(row)}`}
                  style={{ left: `${at(row)}%` }}
                  title={`${formats.date(textIn(row, 'on_day'))} · ${valueName(`event_${kindOf(row)}`, words)}`}
                />
              ))}
          </span>
        </div>
      ))}
      <div className="time-lane caption num" style={{ top: filled.length * height }}>
        <span />
        <span className="time-ends">
          <span>{end(first)}</span>
          <span>{end(last)}</span>
        </span>
      </div>
    </div>
  );
}
