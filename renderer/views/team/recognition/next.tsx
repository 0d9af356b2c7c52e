import { AnswerPlace } from '../../../frame/answer-place';
import { numberIn, textIn } from '../../../frame/answers';
import { FigureButton } from '../../../frame/figure-button';
import { useAsked } from '../../../frame/measure';
import { Panel } from '../../../frame/panel';
import { useFormat } from '../../../ui/use-format';
import { useWords } from '../../../ui/words';
import type { Candidate } from './candidates';
import { skillFigure, skillName } from './skill-text';

/** The next step of each person with a gap, by name: reachable, in whole successes. Told over four quarters, whatever the period on screen. */
export function Next() {
  const words = useWords();
  const { t } = words;
  const formats = useFormat();
  const asked = useAsked('next-goal', {}, [], { kind: 'all' });
  const rows = asked.answer?.grid.rows ?? [];
  const currency = asked.answer?.currency ?? '';
  return (
    <Panel title={t('recognition.next')} note={t('recognition.nextNote')} stale={asked.stale} className="below">
      <AnswerPlace
        answered={asked}
        isEmpty={(answer) => answer.grid.rows.length > 0 && rows.every((row) => row['rep'] === null)}
      >
        {() =>
          rows.length === 0 ? (
            <p className="small quiet">{t('recognition.noneNext')}</p>
          ) : (
            <div role="list" aria-label={t('recognition.next')} className="thanks-next">
              {rows.map((row) => {
                const [rep, skill] = [textIn(row, 'rep') ?? '', textIn(row, 'skill') ?? ''];
                const measure = textIn(row, 'measure') as Candidate['measure'];
                const figure = (name: string): string =>
                  skillFigure(measure, numberIn(row, name), currency, words, formats);
                const [more, money] = [numberIn(row, 'more_successes'), numberIn(row, 'alone_money')];
                return (
                  <div key={`${rep} ${skill}`} className="thanks-line" role="listitem">
                    <span className="thanks-name">{rep}</span>
                    <span className="thanks-said">
                      <FigureButton
                        metric="next-goal"
                        question={asked.question}
                        where={{ rep, skill }}
                        text={`${skillName(skill, words)}: ${t('recognition.step', { now: figure('now'), goal: figure('goal') })}`}
                      />
                      <span className="caption num">
                        {[
                          ...(more === null ? [] : [t('recognition.more', { n: more })]),
                          ...(money === null
                            ? []
                            : [t('recognition.worth', { money: formats.money(money, currency) })]),
                        ].join(' · ')}
                      </span>
                    </span>
                  </div>
                );
              })}
            </div>
          )
        }
      </AnswerPlace>
    </Panel>
  );
}
