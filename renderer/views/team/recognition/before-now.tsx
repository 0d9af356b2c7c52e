import { mostNamed, slope } from '../../../charts/slope';
import type { Question } from '../../../../electron/model/question';
import type { Unit } from '../../../../electron/model/units';
import type { Table } from '../../../charts/table';
import { numberColumn, tableOf, textColumn } from '../../../charts/table';
import { Panel } from '../../../frame/panel';
import { Picture } from '../../../frame/picture';
import { useChoice } from '../../../state/choices';
import { filterTo } from '../../../state/question';
import { Pick } from '../../../ui/pick';
import { useWords } from '../../../ui/words';
import type { Candidate } from './candidates';
import { skillName } from './skill-text';

interface BeforeNowProps {
  readonly candidates: readonly Candidate[];
  readonly currency: string;
  readonly question: Question;
}

/** Those who improved in one skill, before and now with their intervals. */
export function BeforeNow({ candidates, currency, question }: BeforeNowProps) {
  const words = useWords();
  const { t, locale } = words;
  const risen = candidates.filter(({ list }) => list !== 'steady_strong');
  const skills = skillsOf(risen);
  const [chosen, setSkill] = useChoice('recognition.skill');
  const skill = skills.find((each) => each === chosen) ?? skills[0] ?? '';
  const all = risen.filter((each) => each.skill === skill);
  const shown = surest(all);
  const [first] = shown;
  if (!first) return null;
  const table = tableFor(shown, first.measure === 'pace' ? 'score' : first.measure);
  const name = `${t('recognition.picture')}, ${skillName(skill, words)}`;
  return (
    <Panel
      title={t('recognition.picture')}
      note={
        shown.length < all.length
          ? t('recognition.pictureSome', { shown: shown.length, n: all.length })
          : t('recognition.pictureNote')
      }
      end={
        <Pick
          label={t('recognition.skill')}
          items={skills.map((id) => ({ id, text: skillName(id, words) }))}
          selected={skill}
          onChange={setSkill}
        />
      }
    >
      <Picture
        name={name}
        onChoose={({ rep = null }) => {
          if (rep !== null) filterTo('rep', [rep]);
        }}
        behind={({ rep = null }) => ({
          metric: 'recognition',
          question,
          where: { rep, skill, list: shown.find((each) => each.rep === rep)?.list ?? null },
        })}
        height={Math.min(640, Math.max(220, 40 * shown.length))}
        table={table}
        draw={(marks) =>
          slope(
            table,
            { category: 'rep', currency, ...(first.measure === 'pace' && { decimals: 2 }) },
            { nameOf: (rep) => rep ?? '', before: t('recognition.before'), after: t('recognition.nowSide') },
            locale,
            marks,
          )
        }
      />
    </Panel>
  );
}

// As many as can be named beside their lines; all are in the list.
function surest(all: readonly Candidate[]): readonly Candidate[] {
  if (all.length <= mostNamed) return all;
  return [...all].sort((a, b) => (b.sure ?? 0) - (a.sure ?? 0)).slice(0, mostNamed);
}

function tableFor(shown: readonly Candidate[], unit: Unit): Table {
  const numbers = (read: (each: Candidate) => number | null) => shown.map(read);
  return tableOf(
    textColumn(
      'rep',
      shown.map(({ rep }) => rep),
    ),
    numberColumn(
      'before',
      unit,
      numbers(({ base }) => base),
    ),
    numberColumn(
      'before_lower',
      unit,
      numbers(({ baseLimits }) => baseLimits[0]),
    ),
    numberColumn(
      'before_upper',
      unit,
      numbers(({ baseLimits }) => baseLimits[1]),
    ),
    numberColumn(
      'after',
      unit,
      numbers(({ now }) => now),
    ),
    numberColumn(
      'after_lower',
      unit,
      numbers(({ nowLimits }) => nowLimits[0]),
    ),
    numberColumn(
      'after_upper',
      unit,
      numbers(({ nowLimits }) => nowLimits[1]),
    ),
  );
}

// The skill in which most improved comes first.
function skillsOf(candidates: readonly Candidate[]): readonly string[] {
  const count = new Map<string, number>();
  for (const { skill } of candidates) count.set(skill, (count.get(skill) ?? 0) + 1);
  return [...count].sort(([a, m], [b, n]) => n - m || a.localeCompare(b)).map(([skill]) => skill);
}
