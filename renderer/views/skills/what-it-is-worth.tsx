import { numberIn } from '../../frame/answers';
import { Panel } from '../../frame/panel';
import { useFormat } from '../../ui/use-format';
import { useWords } from '../../ui/words';
import type { Cell } from './board';
import type { Shown } from './use-board';

/** What closing the gap would bring a year: now, alone, with its interval, and its share where the person has several gaps. */
export function WhatItIsWorth({ shown, cell: { row, rep } }: { shown: Shown; cell: Cell }) {
  const { t } = useWords();
  const formats = useFormat();
  const person = shown.board.people.find((each) => each.rep === rep);
  const money = (name: string): string => formats.money(numberIn(row, name), shown.currency);
  const interval = formats.range('money', numberIn(row, 'alone_lower_money'), numberIn(row, 'alone_upper_money'), {
    compact: true,
    currency: shown.currency,
  });
  const several = (person?.gaps ?? 0) > 1;
  const lines: readonly (readonly [string, string])[] = [
    [t('skills.worthNow'), money('current_money')],
    [t('skills.worthAlone'), `+${money('alone_money')}`],
    [t('skills.worthInterval'), interval],
    ...(several
      ? ([
          [t('skills.worthShare'), money('together_money')],
          [t('skills.worthAll'), money('person_money')],
        ] as const)
      : []),
  ];
  return (
    <Panel title={t('skills.worth')}>
      {numberIn(row, 'alone_money') === null ? (
        <p className="small quiet">{t('skills.worthNone')}</p>
      ) : (
        <>
          <dl className="skills-lines num">
            {lines.map(([name, text]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
          <p className="caption">{t('skills.worthNote')}</p>
        </>
      )}
    </Panel>
  );
}
