import type { Row } from '../../engine';
import { numberIn } from '../../frame/answers';
import { FigureButton } from '../../frame/figure-button';
import { useAsked } from '../../frame/measure';
import { reasonText } from '../../frame/names';
import type { ChoiceName } from '../../state/choices';
import { useChoice } from '../../state/choices';
import { useSettledPeriod } from '../../state/use-period';
import { Assumption } from '../../ui/assumption';
import type { Formats } from '../../ui/use-format';
import { useFormat } from '../../ui/use-format';
import { useWords } from '../../ui/words';

/** What five points of retention are worth on the company's own figures, and how the cost of winning a customer compares with keeping one; every assumption can be typed. */
export function WhatIf() {
  const { t } = useWords();
  const formats = useFormat();
  const period = useSettledPeriod();
  const typed = useTyped();
  const worth = useAsked('retention-what-if', typed.options, [], period);
  const ratio = useAsked('acquire-to-keep', typed.cost, [], period);
  const row = worth.answer?.grid.rows.find((each) => each['reading'] === 'points');
  const currency = worth.answer?.currency ?? '';
  return (
    <section className="what-if" aria-label={t('retention.whatIf')}>
      <div className={`what-if-figures ${worth.stale || ratio.stale ? 'stale' : ''}`}>
        <Worth row={row} currency={currency} question={worth.question} />
        <Ratio row={ratio.answer?.grid.rows[0]} currency={currency} question={ratio.question} />
      </div>
      <div className="assumptions" role="group" aria-label={t('retention.assumptions')}>
        <Field
          choice="retention.kept"
          label={t('retention.keptAssumed')}
          unit="%"
          own={percent(row, 'retention', formats)}
        />
        <Field
          choice="retention.discount"
          label={t('retention.discount')}
          unit="%"
          own={percent(row, 'discount', formats)}
        />
        <Field
          choice="retention.margin"
          label={t('retention.margin')}
          unit={formats.sign(currency)}
          own={formats.of('money', numberIn(row, 'margin_money'))}
        />
        <Field
          choice="retention.cost"
          label={t('retention.cost')}
          unit={formats.sign(currency)}
          own={formats.of('money', numberIn(row, 'acquisition_money'))}
        />
      </div>
    </section>
  );
}

function percent(row: Row | undefined, name: string, formats: Formats): string {
  return formats.of('ratio', numberIn(row, name), { bare: true });
}

function Field({ choice, label, unit, own }: { choice: ChoiceName; label: string; unit: string; own: string }) {
  const [value, setValue] = useChoice(choice);
  return (
    <Assumption
      label={label}
      value={value}
      own={own}
      unit={unit}
      most={unit === '%' ? 100 : 1e12}
      onChange={setValue}
    />
  );
}

// A share is typed in percent and asked for as a ratio; an empty field is the own figure.
function useTyped() {
  const [discount] = useChoice('retention.discount');
  const [kept] = useChoice('retention.kept');
  const [margin] = useChoice('retention.margin');
  const [cost] = useChoice('retention.cost');
  const shares = { discount, retention: kept };
  const share = Object.entries(shares).flatMap(([name, text]) =>
    text === '' ? [] : [[name, String(Number(text) / 100)]],
  );
  const sums = Object.entries({ margin, cost }).filter(([, text]) => text !== '');
  return {
    options: Object.fromEntries([...share, ...sums]) as Readonly<Record<string, string>>,
    cost: (cost === '' ? {} : { cost }) as Readonly<Record<string, string>>,
  };
}

interface FigureProps {
  readonly row: Row | undefined;
  readonly currency: string;
  readonly question: ReturnType<typeof useAsked>['question'];
}

function Worth({ row, currency, question }: FigureProps) {
  const words = useWords();
  const { t } = words;
  const formats = useFormat();
  const value = numberIn(row, 'value');
  const money = (name: string): string => formats.money(numberIn(row, name), currency);
  const said =
    value === null
      ? money('difference_money')
      : t('retention.lifetime', { value: formats.of('ratio', value, { sign: true }) });
  return (
    <div>
      <div className="small quiet">{t('retention.fivePoints')}</div>
      <FigureButton metric="retention-what-if" question={question} where={{ reading: 'points' }} text={said} large />
      <div className="caption">
        {row && numberIn(row, 'value_money') === null
          ? reasonText(String(row['reason'] ?? 'empty'), words)
          : t('retention.worth', {
              from: money('value_money'),
              to: money('new_value_money'),
              discount: formats.of('ratio', numberIn(row, 'discount'), { trim: true }),
            })}
      </div>
      <div className="caption">{t('retention.quotedProfit')}</div>
    </div>
  );
}

function Ratio({ row, currency, question }: FigureProps) {
  const words = useWords();
  const { t } = words;
  const formats = useFormat();
  const value = numberIn(row, 'value');
  const money = (name: string): string => formats.money(numberIn(row, name), currency);
  return (
    <div>
      <div className="small quiet">{t('retention.keepingCosts')}</div>
      <FigureButton
        metric="acquire-to-keep"
        question={question}
        text={value === null ? '–' : t('retention.times', { value: formats.of('score', value) })}
        large
      />
      <div className="caption">
        {row && value === null
          ? reasonText(String(row['reason'] ?? 'empty'), words)
          : t('retention.winAndKeep', { win: money('acquisition_money'), keep: money('keep_money') })}
      </div>
      <div className="caption">{t('retention.quotedCost')}</div>
    </div>
  );
}
