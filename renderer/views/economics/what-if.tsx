import { numberIn, textIn } from '../../frame/answers';
import { FigureButton } from '../../frame/figure-button';
import { Panel } from '../../frame/panel';
import type { ChoiceName } from '../../state/choices';
import { useChoice } from '../../state/choices';
import { Assumption } from '../../ui/assumption';
import { Pick } from '../../ui/pick';
import { useFormat } from '../../ui/use-format';
import { useWords } from '../../ui/words';
import { useRise } from './use-rise';

const rungs = ['lead', 'contacted', 'qualified', 'meeting', 'presented', 'proposal', 'negotiation'] as const;

/** What a better rate would bring at equal effort; every assumption can be typed. */
export function WhatIf() {
  const words = useWords();
  const { t } = words;
  const formats = useFormat();
  const rise = useRise();
  const [from, setFrom] = useChoice('economics.from', ...rungs);
  const sign = formats.sign(rise.answer?.currency ?? '');
  return (
    <Panel
      title={t('economics.whatIf')}
      stale={rise.stale}
      end={
        <Pick
          label={t('economics.from')}
          items={rungs.map((id) => ({ id, text: t('economics.fromRung', { rung: words.find(`rung.${id}`) ?? id }) }))}
          selected={from}
          onChange={(id) => setFrom(rungs.find((each) => each === id) ?? 'qualified')}
        />
      }
    >
      <Results />
      <div className="assumptions economics-assumptions" role="group" aria-label={t('retention.assumptions')}>
        <Field choice="economics.rise" label={t('economics.rise')} unit="%" own="5" />
        <Field choice="economics.cost" label={t('economics.spending')} unit={sign} own={t('economics.own')} />
        <Field choice="economics.margin" label={t('economics.marginRate')} unit="%" own={t('economics.own')} />
      </div>
    </Panel>
  );
}

function Results() {
  const { t } = useWords();
  const formats = useFormat();
  const rise = useRise();
  const row = rise.answer?.grid.rows[0];
  const currency = rise.answer?.currency ?? '';
  const money = (name: string): string => formats.money(numberIn(row, name), currency);
  const ratio = (name: string): string => formats.ratio(numberIn(row, name));
  const lines = [
    {
      name: t('economics.newCost'),
      text: money('value'),
      detail:
        numberIn(row, 'cost_per_conversion_money') === null
          ? ''
          : t('economics.nowCost', { money: money('cost_per_conversion_money') }),
    },
    {
      name: t('economics.addedWins'),
      text: formats.of('score', numberIn(row, 'added_wins')),
      detail: t('economics.ofEntries', { n: formats.count(numberIn(row, 'entries')) }),
    },
    {
      name: t(textIn(row, 'basis') === 'margin' ? 'economics.addedMargin' : 'economics.addedRevenue'),
      text: money('added_margin_money'),
      detail: t('economics.rates', { from: ratio('rate'), to: ratio('new_rate') }),
    },
  ];
  return (
    <div className="measure-lines" role="list" aria-label={t('economics.whatIf')}>
      {lines.map(({ name, text, detail }) => (
        <div key={name} className="measure-line" role="listitem">
          <span className="measure-name">{name}</span>
          <FigureButton metric="conversion-what-if" question={rise.question} text={text} />
          <span className="caption num">{detail}</span>
        </div>
      ))}
    </div>
  );
}

function Field({ choice, label, unit, own }: { choice: ChoiceName; label: string; unit: string; own: string }) {
  const [value, setValue] = useChoice(choice);
  const most = unit === '%' ? 100 : 1e12;
  return <Assumption label={label} value={value} own={own} unit={unit} most={most} onChange={setValue} />;
}
