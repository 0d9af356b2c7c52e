import type { Question } from '../../../../electron/model/question';
import { FigureButton } from '../../../frame/figure-button';
import { valueName } from '../../../frame/names';
import { Panel } from '../../../frame/panel';
import { sureText } from '../../../frame/sure-text';
import { useChoice } from '../../../state/choices';
import { showView } from '../../../state/question';
import { Button } from '../../../ui/button';
import { IconOpen } from '../../../ui/icons';
import { SearchPick } from '../../../ui/search-pick';
import { useFormat } from '../../../ui/use-format';
import { useWords } from '../../../ui/words';
import type { OtherSeat, Person } from './standing';
import { StandingText } from './standing-text';

/** One person's seats in words: the own one, every other with results in it, and what to do about it. */
export function OnePerson({ people, question }: { people: readonly Person[]; question: Question }) {
  const words = useWords();
  const { t } = words;
  const formats = useFormat();
  const [chosen, choose] = useChoice('seats.person');
  const person = people.find(({ rep }) => rep === chosen) ?? people[0];
  if (!person) return null;
  const range = formats.range('score', person.lower, person.upper);
  return (
    <Panel
      title={t('seats.person')}
      end={
        <SearchPick
          label={t('seats.choose')}
          items={people.map(({ rep }) => ({ id: rep, text: rep }))}
          selected={[person.rep]}
          onChange={([id]) => id !== undefined && choose(id)}
          button={
            <Button kind="quiet" label={`${t('seats.choose')}: ${person.rep}`}>
              {person.rep}
              <IconOpen size={14} aria-hidden />
            </Button>
          }
        />
      }
    >
      <dl className="seat-person">
        <dt>{t('seats.ownSeat', { seat: valueName(person.role, words) })}</dt>
        <dd>
          {person.fit !== null && (
            <FigureButton
              metric="right-seat"
              question={question}
              where={{ rep: person.rep, seat: person.role }}
              text={formats.of('score', person.fit, { sign: true })}
              thin={person.standing === 'in_ramp'}
            />
          )}
          {person.fit !== null && <span className="caption num">{range}</span>}
          <StandingText person={person} />
          <span className="caption">{t('seats.basis', { skills: person.skills, weighing: person.weighing })}</span>
        </dd>
        <dt>{t('seats.otherSeats')}</dt>
        <dd>
          {person.others.length === 0 && <span className="quiet">{t('seats.noOther')}</span>}
          {person.others.map((other) => (
            <Other key={other.seat} other={other} person={person} question={question} />
          ))}
        </dd>
      </dl>
      <p className="small quiet">{t('seats.askFirst')}</p>
      <Button kind="link" className="seat-go" onPress={() => showView('training')}>
        {t('seats.toTraining')}
      </Button>
    </Panel>
  );
}

function Other({ other, person, question }: { other: OtherSeat; person: Person; question: Question }) {
  const words = useWords();
  const { t } = words;
  const formats = useFormat();
  return (
    <span className="seat-other">
      {valueName(other.seat, words)}
      <FigureButton
        metric="right-seat"
        question={question}
        where={{ rep: person.rep, seat: other.seat }}
        text={formats.of('score', other.fit, { sign: true })}
      />
      <span className="caption num">{formats.range('score', other.lower, other.upper)}</span>
      <span className="caption">
        {other.better === null ? t('seats.noCompare') : t('seats.better', { sure: sureText(other.better) })}
      </span>
    </span>
  );
}
