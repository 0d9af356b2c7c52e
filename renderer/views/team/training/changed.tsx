import { useState } from 'react';
import type { Question } from '../../../../electron/model/question';
import { dotInterval, dotIntervalHeight } from '../../../charts/dot-interval';
import type { Table } from '../../../charts/table';
import { numberColumn, tableOf, textColumn } from '../../../charts/table';
import { AnswerPlace } from '../../../frame/answer-place';
import { FigureButton } from '../../../frame/figure-button';
import { Panel } from '../../../frame/panel';
import { Picture, useChartWords } from '../../../frame/picture';
import { useChoice } from '../../../state/choices';
import type { Answered, MetricAnswer } from '../../../state/use-metric';
import { useFormat } from '../../../ui/use-format';
import { useWords } from '../../../ui/words';
import type { Effect, Judged } from './effects';
import { JudgedPeople } from './judged-people';

/** Room for two lines of words beside each dot, in px. */
const laneHeight = 42;

interface ChangedProps {
  readonly asked: Answered<MetricAnswer>;
  readonly effects: readonly Effect[];
  /** The one looked at more closely. */
  readonly shown: Effect | undefined;
  readonly question: Question;
}

/** Each programme's effect on what it teaches: the change of the trained less that of the others, with interval, none dashed; beside it in words. */
export function Changed({ asked, effects, shown, question }: ChangedProps) {
  const words = useWords();
  const { t, locale } = words;
  const chartWords = { ...useChartWords(), n: t('training.theTrained') };
  const [opened, open] = useState<{ readonly title: string; readonly people: readonly Judged[] } | null>(null);
  const [, select] = useChoice('training.programme');
  const table = tableOfEffects(effects);
  return (
    <Panel title={t('metric.training-effect.title')} note={t('training.changedNote')} stale={asked.stale}>
      <AnswerPlace answered={asked} isEmpty={() => effects.length === 0}>
        {() => (
          <div className="training-lanes">
            <Picture
              name={t('metric.training-effect.title')}
              height={dotIntervalHeight(effects.length, laneHeight)}
              table={table}
              draw={(marks) =>
                dotInterval(
                  table,
                  {
                    category: 'programme',
                    also: ['skill'],
                    reference: 0,
                    labelWidth: 168,
                    evidenceWidth: 96,
                    selected: shown?.programme,
                  },
                  { ...chartWords, nameOf: (programme) => programme ?? '' },
                  locale,
                  marks,
                )
              }
              explained={{ metric: 'training-effect', question }}
              onRows={(where, title) => open({ title, people: peopleAt(effects, where) })}
              onChoose={(where) => select(where['programme'] ?? '')}
            />
            <ul className="training-words" aria-label={t('training.inWords')}>
              {effects.map((effect) => (
                <li key={`${effect.programme} ${effect.skill}`}>
                  <InWords effect={effect} question={question} />
                </li>
              ))}
            </ul>
          </div>
        )}
      </AnswerPlace>
      {opened && <JudgedPeople {...opened} onClose={() => open(null)} />}
    </Panel>
  );
}

function peopleAt(effects: readonly Effect[], where: Readonly<Record<string, string | null>>): readonly Judged[] {
  const at = ({ programme, skill }: Effect): boolean => programme === where['programme'] && skill === where['skill'];
  return effects.find(at)?.people ?? [];
}

function InWords({ effect, question }: { effect: Effect; question: Question }) {
  const words = useWords();
  const { t, find } = words;
  const formats = useFormat();
  const { programme, skill, verdict, lower, upper, more } = effect;
  const said = verdict === 'raised' || verdict === 'lowered';
  return (
    <>
      <span className="training-of">{programme}</span>{' '}
      <span className={`verdict ${said ? '' : 'quiet'}`}>
        {t(`training.${verdict}`, { skill: find(`skill.${skill}`) ?? skill, more: more ?? 0 })}
      </span>{' '}
      {lower !== null && (
        <FigureButton
          metric="training-effect"
          question={question}
          where={{ programme, skill }}
          text={t('training.points', {
            range: formats.range('ratio', lower, upper, { bare: true, sign: true }),
          })}
          thin={effect.thin}
        />
      )}
    </>
  );
}

function tableOfEffects(effects: readonly Effect[]): Table {
  const text = (name: 'programme' | 'skill') =>
    textColumn(
      name,
      effects.map((effect) => effect[name]),
    );
  // A difference of two shares is in points, which no percent sign may follow.
  const points = (name: 'value' | 'lower' | 'upper') =>
    numberColumn(
      name,
      'score',
      effects.map((effect) => pointsOf(effect[name])),
    );
  const n = numberColumn(
    'n',
    'count',
    effects.map(({ treated }) => treated),
  );
  const state = textColumn(
    'state',
    effects.map(({ thin }) => (thin ? 'thin' : 'ok')),
  );
  return tableOf(text('programme'), text('skill'), points('value'), points('lower'), points('upper'), n, state);
}

function pointsOf(share: number | null): number | null {
  return share === null ? null : share * 100;
}
