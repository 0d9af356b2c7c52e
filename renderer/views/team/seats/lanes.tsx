import type { Question } from '../../../../electron/model/question';
import { dotInterval, dotIntervalHeight } from '../../../charts/dot-interval';
import { namesWidth } from '../../../charts/draw';
import type { Table } from '../../../charts/table';
import { numberColumn, tableOf, textColumn } from '../../../charts/table';
import { valueName } from '../../../frame/names';
import { Panel } from '../../../frame/panel';
import { Picture, useChartWords } from '../../../frame/picture';
import { useMore } from '../../../frame/use-more';
import { useChoice } from '../../../state/choices';
import { useWords } from '../../../ui/words';
import { StandingText } from './standing-text';
import type { Person } from './standing';
import { apartFirst } from './standing';

interface LanesProps {
  readonly role: string;
  readonly people: readonly Person[];
  /** All roles together: the axis is one. */
  readonly everybody: readonly Person[];
  readonly question: Question;
  /** The topmost says what the axis is. */
  readonly first: boolean;
}

/** Lanes of a role drawn to begin with, so that every role is in sight. */
const mostLanes = 12;

/** The people of one role, by name, of many those first of whom something is said: fit with interval, the middle of the role dashed, and what it means in words. */
export function Lanes({ role, people, everybody, question, first }: LanesProps) {
  const words = useWords();
  const { t, locale } = words;
  const chartWords = { ...useChartWords(), n: t('seats.skills'), thin: t('seats.starting') };
  const [selected, select] = useChoice('seats.person');
  const list = useMore(mostLanes, role);
  const isLong = people.length > mostLanes;
  const shown = isLong ? apartFirst(people).slice(0, list.most) : people;
  const table = tableOfPeople(shown, role);
  const reaching = everybody.flatMap(({ fit, lower, upper }) => (fit === null ? [] : [lower ?? fit, upper ?? fit]));
  const title = valueName(role, words);
  return (
    <Panel title={title} note={t(isLong ? 'seats.roleNoteLong' : 'seats.roleNote', { n: people.length })}>
      {first && <p className="caption">{t('seats.axis')}</p>}
      <div className={`seat-lanes ${list.className}`}>
        <Picture
          name={t('seats.pictureName', { role: title })}
          height={dotIntervalHeight(shown.length)}
          table={table}
          draw={(marks) =>
            dotInterval(
              table,
              {
                category: 'rep',
                also: ['seat'],
                reference: 0,
                labelWidth: namesWidth(
                  everybody.map(({ rep }) => rep),
                  280,
                ),
                selected,
                reaching,
                evidenceWidth: 74,
              },
              { ...chartWords, nameOf: (rep) => rep ?? '' },
              locale,
              marks,
            )
          }
          explained={{ metric: 'right-seat', question }}
          onChoose={(where) => select(where['rep'] ?? '')}
        />
        <ul className="seat-words" aria-label={t('seats.inWords', { role: title })}>
          {shown.map((person) => (
            <li key={person.rep}>
              <StandingText person={person} />
            </li>
          ))}
        </ul>
      </div>
      {list.button(people.length - shown.length)}
    </Panel>
  );
}

function tableOfPeople(people: readonly Person[], role: string): Table {
  const figures = (['fit', 'lower', 'upper'] as const).map((name) =>
    numberColumn(
      name === 'fit' ? 'value' : name,
      'score',
      people.map((person) => person[name]),
    ),
  );
  return tableOf(
    textColumn(
      'rep',
      people.map(({ rep }) => rep),
    ),
    textColumn(
      'seat',
      people.map(() => role),
    ),
    ...figures,
    numberColumn(
      'n',
      'count',
      people.map(({ skills, standing }) => (standing === 'in_ramp' ? null : skills)),
    ),
    textColumn(
      'state',
      people.map(({ standing }) => (standing === 'in_ramp' ? 'thin' : 'ok')),
    ),
  );
}
