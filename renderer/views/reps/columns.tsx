import type { KeyboardEvent } from 'react';
import type { MessageKey } from '../../i18n';
import type { ComparedUnit } from '../../state/question';
import { comparedUnits, setReps, useQuestion } from '../../state/question';
import { Button } from '../../ui/button';
import { IconOpen } from '../../ui/icons';
import { SearchPick } from '../../ui/search-pick';
import { Segmented } from '../../ui/segmented';
import { useWords } from '../../ui/words';
import { moved } from './people';
import { Shape } from './shape';
import { isPeople, nameIn } from './unit';

interface ColumnsProps {
  readonly people: readonly string[];
  readonly slots: readonly number[];
  readonly onFocus: (name: string | null) => void;
}

const dragType = 'application/x-quarterdeck-person';

/** The heads of the comparison: legend, and people with their shapes in the manager's own order. */
export function Columns({ people, slots, onFocus }: ColumnsProps) {
  const { t } = useWords();
  const { unit } = useQuestion((history) => history.asked.reps);
  return (
    <div className="measure measure-heads">
      <span className="caption">{t('reps.measure')}</span>
      <span className="measure-legend caption">
        {isPeople(unit) && (
          <>
            <span className="legend-item">
              <span className="legend-band" /> {t('reps.band')}
            </span>
            <span className="legend-item">
              <span className="legend-median" /> {t('reps.medianMark')}
            </span>
            <span>{t('reps.crudeNote')}</span>
            <span>{t('reps.mixNote')}</span>
          </>
        )}
        <span>{t('reps.hollowNote')}</span>
      </span>
      <span className={`measure-people ${people.length > 4 ? 'measure-six' : ''}`}>
        {people.map((name, i) => (
          <Person key={name} name={name} slot={slots[i] ?? i} people={people} onFocus={onFocus} />
        ))}
      </span>
      <span className="caption">{t('reps.verdictHead')}</span>
    </div>
  );
}

/** Who is compared, and by which values. */
export function Controls({ people, there }: { people: readonly string[]; there: readonly string[] }) {
  const { t } = useWords();
  const { shown, unit } = useQuestion((history) => history.asked.reps);
  return (
    <span className="reps-controls">
      <UnitSwitch />
      <Choose people={people} there={there} />
      {isPeople(unit) ? (
        <Segmented
          label={t('reps.shown')}
          items={[
            { id: 'adjusted', text: t('reps.adjusted') },
            { id: 'crude', text: t('reps.crude') },
          ]}
          selected={shown}
          onChange={(id) => setReps({ shown: id })}
        />
      ) : (
        <span className="caption">{t('reps.countedUnits')}</span>
      )}
    </span>
  );
}

const unitWords: Readonly<Record<ComparedUnit, MessageKey>> = {
  rep: 'reps.unitRep',
  team: 'reps.unitTeam',
  segment: 'reps.unitSegment',
  period: 'reps.unitPeriod',
};

const choiceWords: Readonly<Record<ComparedUnit, MessageKey>> = {
  rep: 'reps.choice',
  team: 'reps.choiceTeams',
  segment: 'reps.choiceSegments',
  period: 'reps.choicePeriods',
};

/** Reps, teams, segments or quarters. */
export function UnitSwitch() {
  const { t } = useWords();
  const { unit } = useQuestion((history) => history.asked.reps);
  return (
    <Segmented
      label={t('reps.unit')}
      items={comparedUnits.map((id) => ({ id, text: t(unitWords[id]) }))}
      selected={unit}
      onChange={(id) => setReps({ unit: id, chosen: [] })}
    />
  );
}

function Choose({ people, there }: { people: readonly string[]; there: readonly string[] }) {
  const words = useWords();
  const { t } = words;
  const { unit } = useQuestion((history) => history.asked.reps);
  const text = t(choiceWords[unit], { n: people.length });
  const choose = (ids: readonly string[]): void => {
    const kept = people.filter((name) => ids.includes(name));
    const added = ids.filter((name) => !people.includes(name));
    setReps({ chosen: [...kept, ...added].slice(0, 6) });
  };
  return (
    <SearchPick
      label={t('reps.choose')}
      items={there.map((name) => ({ id: name, text: nameIn(unit, name, words) }))}
      selected={people}
      multiple
      onChange={choose}
      button={
        <Button className="choose" label={`${t('reps.choose')}: ${text}`}>
          {text}
          <IconOpen size={14} aria-hidden />
        </Button>
      }
    />
  );
}

interface PersonProps {
  readonly name: string;
  readonly slot: number;
  readonly people: readonly string[];
  readonly onFocus: (name: string | null) => void;
}

function Person({ name, slot, people, onFocus }: PersonProps) {
  const words = useWords();
  const { unit } = useQuestion((history) => history.asked.reps);
  const text = nameIn(unit, name, words);
  const byKey = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (!event.altKey || by === 0) return;
    event.preventDefault();
    setReps({ chosen: moved(people, name, by) });
  };
  const take = (other: string): void => {
    if (!people.includes(other) || other === name) return;
    const rest = people.filter((each) => each !== other);
    rest.splice(people.indexOf(name), 0, other);
    setReps({ chosen: rest });
  };
  return (
    <button
      type="button"
      className="person"
      title={text}
      draggable
      onDragStart={(event) => event.dataTransfer.setData(dragType, name)}
      onDragOver={(event) => event.dataTransfer.types.includes(dragType) && event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        event.stopPropagation();
        take(event.dataTransfer.getData(dragType));
      }}
      onKeyDown={byKey}
      onMouseEnter={() => onFocus(name)}
      onMouseLeave={() => onFocus(null)}
      onFocus={() => onFocus(name)}
      onBlur={() => onFocus(null)}
    >
      <Shape slot={slot} />
      <span>{text}</span>
    </button>
  );
}
