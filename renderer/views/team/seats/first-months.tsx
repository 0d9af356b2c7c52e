import type { Row } from '../../../engine';
import { numberIn, textIn } from '../../../frame/answers';
import { FigureButton } from '../../../frame/figure-button';
import { useAsked } from '../../../frame/measure';
import { Panel } from '../../../frame/panel';
import { useMore } from '../../../frame/use-more';
import { useFormat } from '../../../ui/use-format';
import { useWords } from '../../../ui/words';

/** Those still finding their feet: how long they have been there, beside how long it usually takes. Empty where there is nobody. */
export function FirstMonths({ rows }: { rows: readonly Row[] }) {
  const { t } = useWords();
  const formats = useFormat();
  const whole = useAsked('ramp', {}, [], { kind: 'all' });
  const list = useMore(6, 'first-months');
  if (rows.length === 0) return null;
  const all = whole.answer?.grid.rows[0];
  const median = numberIn(all, 'median_months');
  const seen = numberIn(all, 'n') ?? 0;
  const months = (value: number | null): string => formats.of('score', value, { decimals: 1 });
  return (
    <Panel title={t('seats.firstMonths')} note={t('seats.firstMonthsNote')} stale={whole.stale}>
      <div className={`measure-lines ${list.className}`} role="list" aria-label={t('seats.firstMonths')}>
        {rows.slice(0, list.most).map((row) => (
          <div key={textIn(row, 'rep')} className="fresh-line" role="listitem">
            <span className="fresh-name">{textIn(row, 'rep')}</span>
            <FigureButton
              metric="ramp"
              question={{ ...whole.question, by: ['rep'] }}
              where={{ rep: textIn(row, 'rep') }}
              text={months(numberIn(row, 'months_so_far'))}
            />
            <span className="caption">{t('seats.usual', { months: months(numberIn(row, 'usual_months')) })}</span>
          </div>
        ))}
      </div>
      {list.button(rows.length - Math.min(rows.length, list.most))}
      <p className="caption">
        {median === null
          ? t('seats.rampUnknown', { n: seen, reached: numberIn(all, 'reached') ?? 0 })
          : t('seats.rampKnown', {
              n: seen,
              months: months(median),
              range: formats.range('score', numberIn(all, 'p25_months'), numberIn(all, 'p75_months')),
            })}
      </p>
    </Panel>
  );
}
