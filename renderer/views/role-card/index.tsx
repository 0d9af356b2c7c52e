import type { Row } from '../../engine';
import { AnswerPlace } from '../../frame/answer-place';
import { useStatus } from '../../frame/answers';
import { valueName } from '../../frame/names';
import { namesText } from '../../frame/names-text';
import { useChoice } from '../../state/choices';
import { useShown } from '../../state/shown';
import { useMetric } from '../../state/use-metric';
import { usePeriod, useQuestionAbout } from '../../state/use-period';
import { Button } from '../../ui/button';
import { IconOpen } from '../../ui/icons';
import { SearchPick } from '../../ui/search-pick';
import { Segmented } from '../../ui/segmented';
import { useWords } from '../../ui/words';
import { cardHeadline } from './headline';
import { Measure } from './measure';
import { measuresOf } from './measures';
import { Note } from './note';
import type { Carded } from './people';
import { cardedIn, peersOf, shownOf } from './people';
import './role-card.css';
import { Seat } from './seat';
import { SkillLines } from './skill-lines';
import { Trend } from './trend';

/** Is this person doing well in this role: its measures against the peers, skills, trend, and what the manager noted. Alone, nobody else is named. */
export function RoleCard() {
  const filters = useShown((shown) => shown.asked.filters);
  const { rep: filtered, ...others } = filters;
  // Everybody is asked about, so that another can be chosen; a filter on one person chooses that person.
  const question = { ...useQuestionAbout(usePeriod()), filters: others };
  const answered = useMetric('skill-gap', question);
  const [chosen] = useChoice('card.rep');
  const people = cardedIn(answered.answer?.grid.rows ?? []);
  const shown = shownOf(people, chosen, filtered);
  useStatus(
    answered.answer,
    { metric: 'skill-gap', question },
    'status.people',
    shown ? peersOf(people, shown).size + 1 : null,
  );
  return (
    <div className={`view role-card ${answered.stale ? 'stale' : ''}`}>
      <AnswerPlace answered={answered} isView isEmpty={() => shown === undefined}>
        {({ grid }) => shown && <Card person={shown} people={people} rows={grid.rows} />}
      </AnswerPlace>
    </div>
  );
}

interface CardProps {
  readonly person: Carded;
  readonly people: readonly Carded[];
  readonly rows: readonly Row[];
}

function Card({ person, people, rows }: CardProps) {
  const words = useWords();
  const { t } = words;
  const own = rows.filter((row) => row['rep'] === person.rep);
  const { key, ahead, behind } = cardHeadline(own, person.inRamp);
  const named = (skills: readonly string[]): string => namesText(words)(skills.map((id) => valueName(id, words)));
  const peers = peersOf(people, person);
  const [mode] = useChoice('card.mode', 'team', 'alone');
  const args = { name: person.rep, role: valueName(person.role, words), ahead: named(ahead), behind: named(behind) };
  return (
    <>
      <div className="answer-head">
        <h1>{t(key, args)}</h1>
        <div className="card-under">
          <p>{t('card.about', { role: args.role, n: peers.size })}</p>
          <Controls person={person} people={people} />
        </div>
      </div>
      <div className="beside card-main">
        <section aria-label={t('card.measures')} key={person.role}>
          {measuresOf(person.role).map((model) => (
            <Measure key={model.metric} model={model} person={person} peers={peers} />
          ))}
          <p className="caption">{t('card.legend')}</p>
        </section>
        <div className="stack">
          <SkillLines rows={own} alone={mode === 'alone'} />
          <Trend person={person} />
          <Seat person={person} />
          <Note key={person.rep} rep={person.rep} />
        </div>
      </div>
    </>
  );
}

function Controls({ person, people }: Omit<CardProps, 'rows'>) {
  const { t } = useWords();
  const [, choose] = useChoice('card.rep');
  const [mode, setMode] = useChoice('card.mode', 'team', 'alone');
  return (
    <span className="card-controls">
      {mode === 'team' && (
        <SearchPick
          label={t('card.choose')}
          items={people.map(({ rep }) => ({ id: rep, text: rep }))}
          selected={[person.rep]}
          onChange={([id]) => id !== undefined && choose(id)}
          button={
            <Button className="choose" label={`${t('card.choose')}: ${person.rep}`}>
              {person.rep}
              <IconOpen size={14} aria-hidden />
            </Button>
          }
        />
      )}
      <Segmented
        label={t('card.mode')}
        items={[
          { id: 'team', text: t('card.team') },
          { id: 'alone', text: t('card.alone') },
        ]}
        selected={mode}
        onChange={setMode}
      />
    </span>
  );
}
