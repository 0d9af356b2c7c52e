import type { Question } from '../../../../electron/model/question';
import { FigureButton } from '../../../frame/figure-button';
import { LongList } from '../../../frame/long-list';
import { Panel } from '../../../frame/panel';
import { sureText } from '../../../frame/sure-text';
import { Button } from '../../../ui/button';
import { useFormat } from '../../../ui/use-format';
import { useWords } from '../../../ui/words';
import type { Candidate, ListName, Thanked } from './candidates';
import { skillFigure, skillName } from './skill-text';

interface ListProps {
  readonly name: ListName;
  readonly candidates: readonly Candidate[];
  readonly thanked: readonly Thanked[];
  readonly question: Question;
  readonly currency: string;
  readonly onThank: (person: Thanked, note: string) => void;
}

/** One list of whom to thank and for what, by name; each line thanks its person. */
export function List({ name, candidates, thanked, question, currency, onThank }: ListProps) {
  const { t } = useWords();
  return (
    <Panel title={t(`recognition.${name}`)} note={t(`recognition.${name}Note`)}>
      {candidates.length === 0 ? (
        <p className="small quiet">{t('recognition.nobodyHere')}</p>
      ) : (
        <LongList label={t(`recognition.${name}`)} items={candidates} nameOf={({ rep }) => rep}>
          {(candidate) => (
            <Line
              key={`${candidate.rep} ${candidate.skill}`}
              candidate={candidate}
              person={thanked.find(({ rep }) => rep === candidate.rep)}
              question={question}
              currency={currency}
              onThank={onThank}
            />
          )}
        </LongList>
      )}
    </Panel>
  );
}

interface LineProps extends Pick<ListProps, 'question' | 'currency' | 'onThank'> {
  readonly candidate: Candidate;
  readonly person: Thanked | undefined;
}

function Line({ candidate, person, question, currency, onThank }: LineProps) {
  const words = useWords();
  const { t } = words;
  const formats = useFormat();
  const { rep, list, skill, measure } = candidate;
  const figure = (value: number | null): string => skillFigure(measure, value, currency, words, formats);
  const said = t(list === 'steady_strong' ? 'recognition.steady' : 'recognition.change', {
    skill: skillName(skill, words),
    base: figure(candidate.base),
    now: figure(candidate.now),
  });
  return (
    <div className="thanks-line" role="listitem">
      <span className="thanks-name">{rep}</span>
      <span className="thanks-said">
        <FigureButton metric="recognition" question={question} where={{ rep, skill, list }} text={said} />
        <Details candidate={candidate} currency={currency} />
      </span>
      <span className="thanks-end">
        {person && <LastThanks person={person} />}
        {person && (
          <Button label={t('recognition.thankName', { rep })} onPress={() => onThank(person, said)}>
            {t('recognition.thank')}
          </Button>
        )}
      </span>
    </div>
  );
}

function Details({ candidate, currency }: { candidate: Candidate; currency: string }) {
  const { t } = useWords();
  const { of, range, date } = useFormat();
  const { list, measure, nowLimits, sure, attainment, support, supportKind, supportOn } = candidate;
  const [lower, upper] = nowLimits;
  const unit = measure === 'pace' ? 'index' : measure;
  const parts = [
    ...(lower === null
      ? []
      : [t('recognition.range', { range: range(unit, lower, upper, { currency, compact: true }) })]),
    ...(sure === null ? [] : [t('recognition.sure', { sure: sureText(sure) })]),
    ...(attainment === null || list === 'steady_strong'
      ? []
      : [t('recognition.ofTarget', { share: of('ratio', attainment, { decimals: 0 }) })]),
    ...(support === null
      ? []
      : [
          t('recognition.after', {
            support: supportKind === 'coaching' ? t('recognition.coaching') : support,
            day: date(supportOn),
          }),
        ]),
  ];
  return <span className="caption num">{parts.join(' · ')}</span>;
}

/** When somebody was thanked last, and whether that was typed in here. */
export function LastThanks({ person }: { person: Thanked }) {
  const { t } = useWords();
  const { date } = useFormat();
  return (
    <span className="caption">
      {person.lastOn === null ? t('recognition.never') : t('recognition.thanked', { day: date(person.lastOn) })}
      {person.isEntered && <span className="thanks-own"> · {t('recognition.enteredByYou')}</span>}
    </span>
  );
}
