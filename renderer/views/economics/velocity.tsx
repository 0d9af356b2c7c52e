import type { Unit } from '../../../electron/model/units';
import { AnswerPlace } from '../../frame/answer-place';
import { numberIn } from '../../frame/answers';
import { FigureButton } from '../../frame/figure-button';
import { figureText, useAsked } from '../../frame/measure';
import { Panel } from '../../frame/panel';
import { useFormat } from '../../ui/use-format';
import { useWords } from '../../ui/words';

interface Factor {
  readonly name: 'open_deals' | 'win_rate' | 'mean_money' | 'cycle_days' | 'value';
  readonly unit: Unit;
  readonly effect: string;
}

const factors: readonly Factor[] = [
  { name: 'open_deals', unit: 'count', effect: 'open_effect_money' },
  { name: 'win_rate', unit: 'ratio', effect: 'rate_effect_money' },
  { name: 'mean_money', unit: 'money', effect: 'amount_effect_money' },
  { name: 'cycle_days', unit: 'days', effect: 'cycle_effect_money' },
  { name: 'value', unit: 'money', effect: 'change_money' },
];

/** Money a day and its four factors; what each added to the change since the quarter before sums to the whole change. */
export function Velocity() {
  const { t } = useWords();
  const formats = useFormat();
  const asked = useAsked('sales-velocity');
  const row = asked.answer?.grid.rows[0];
  const currency = asked.answer?.currency ?? '';
  const effect = (name: string): string => {
    const value = numberIn(row, name);
    if (value === null) return '';
    return t(value < 0 ? 'economics.less' : 'economics.more', { money: formats.money(Math.abs(value), currency) });
  };
  return (
    <Panel title={t('economics.velocity')} note={t('economics.velocityNote')} stale={asked.stale}>
      <AnswerPlace answered={asked}>
        {() => (
          <div className="measure-lines" role="list" aria-label={t('economics.velocity')}>
            {factors.map((factor) => (
              <div key={factor.name} className="measure-line" role="listitem">
                <span className="measure-name">{t(`economics.factor_${factor.name}`)}</span>
                <FigureButton
                  metric="sales-velocity"
                  question={asked.question}
                  text={figureText(factor.unit, numberIn(row, factor.name), currency, formats)}
                />
                <span className="caption num">{effect(factor.effect)}</span>
              </div>
            ))}
          </div>
        )}
      </AnswerPlace>
    </Panel>
  );
}
