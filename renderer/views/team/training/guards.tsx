import { useState } from 'react';
import { slope } from '../../../charts/slope';
import { numberColumn, tableOf, textColumn } from '../../../charts/table';
import { Panel } from '../../../frame/panel';
import { Picture } from '../../../frame/picture';
import { useChoice } from '../../../state/choices';
import type { Words } from '../../../i18n';
import { Pick } from '../../../ui/pick';
import type { Formats } from '../../../ui/use-format';
import { useFormat } from '../../../ui/use-format';
import { useWords } from '../../../ui/words';
import type { Effect, Judged } from './effects';
import { JudgedPeople } from './judged-people';

const height = 190;

/** One programme: the trained and the others before and after, and how far the comparison can be relied on. */
export function Guards({ effects, effect }: { effects: readonly Effect[]; effect: Effect | undefined }) {
  const words = useWords();
  const { t, locale, find } = words;
  const formats = useFormat();
  const [, choose] = useChoice('training.programme');
  const [opened, open] = useState<{ readonly title: string; readonly people: readonly Judged[] } | null>(null);
  if (!effect) return null;
  const skill = find(`skill.${effect.skill}`) ?? effect.skill;
  const table = cellMeans(effect);
  const programmes = [...new Set(effects.map(({ programme }) => programme))];
  return (
    <Panel
      title={t('training.beforeAfter')}
      note={skill}
      end={
        <Pick
          label={t('training.programme')}
          items={programmes.map((name) => ({ id: name, text: name }))}
          selected={effect.programme}
          onChange={choose}
        />
      }
    >
      {table.length > 0 && (
        <Picture
          name={t('training.slopeName', { programme: effect.programme, skill })}
          height={height}
          table={table}
          onRows={({ group }, title) =>
            open({ title, people: effect.people.filter(({ trained }) => trained === (group === 'trained')) })
          }
          draw={(marks) =>
            slope(
              table,
              { category: 'group', selected: 'trained' },
              {
                nameOf: (group) => t(group === 'trained' ? 'training.theTrained' : 'training.theOthers'),
                before: t('training.before'),
                after: t('training.after'),
              },
              locale,
              marks,
            )
          }
        />
      )}
      <ul className="training-guards small" aria-label={t('training.reliance')}>
        {guardsOf(effect, words, formats).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {opened && <JudgedPeople {...opened} onClose={() => open(null)} />}
    </Panel>
  );
}

function cellMeans({ trained, others }: Effect) {
  const rows = [
    ['trained', trained],
    ['others', others],
  ] as const;
  const there = rows.filter(([, [before]]) => before !== null);
  return tableOf(
    textColumn(
      'group',
      there.map(([name]) => name),
    ),
    numberColumn(
      'before',
      'ratio',
      there.map(([, [before]]) => before),
    ),
    numberColumn(
      'after',
      'ratio',
      there.map(([, [, after]]) => after),
    ),
  );
}

function guardsOf(effect: Effect, { t }: Words, formats: Formats): readonly string[] {
  const { placebo, treated, control, verdict, thin, matched, value } = effect;
  const [before, lower, upper] = placebo;
  const range = formats.range('ratio', lower, upper, { bare: true, sign: true });
  const covers = (lower ?? -1) <= 0 && (upper ?? 1) >= 0;
  const placeboText =
    before === null
      ? t('training.placeboUnknown')
      : t(covers ? 'training.placeboNone' : 'training.placeboThere', { points: formats.points(before), range });
  return [
    verdict === 'alone' ? t('training.nobodyElse', { treated }) : t('training.sides', { treated, control }),
    ...(value === null ? [t('training.fewest')] : thin ? [t('training.thin')] : []),
    ...(verdict === 'alone' || value === null ? [] : [placeboText]),
    ...(matched ? [t('training.matched')] : []),
  ];
}
