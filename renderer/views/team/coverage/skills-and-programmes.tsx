import type { Row } from '../../../engine';
import { numberIn, textIn } from '../../../frame/answers';
import { FigureButton } from '../../../frame/figure-button';
import { useAsked } from '../../../frame/measure';
import { valueName } from '../../../frame/names';
import { namesText } from '../../../frame/names-text';
import { Panel } from '../../../frame/panel';
import { showView } from '../../../state/question';
import { useMetric } from '../../../state/use-metric';
import { useQuestionOver } from '../../../state/use-period';
import { Button } from '../../../ui/button';
import { useWords } from '../../../ui/words';
import { TaskRow } from './task-row';

/** What stands on one person or nobody: skills without cover, required programmes that people lack, wishes nobody asked about. */
export function SkillsAndProgrammes() {
  const { t } = useWords();
  const cover = useCover();
  const programmes = useRequired();
  const wishes = useWishes();
  return (
    <Panel title={t('coverage.teamTitle')} note={t('coverage.teamNote')}>
      <div role="list" aria-label={t('coverage.teamTitle')}>
        {[...programmes, ...cover, ...wishes]}
      </div>
    </Panel>
  );
}

// Nobody, or one person alone, at or above the middle of the role in a skill; good news where there is no such skill.
function useCover() {
  const words = useWords();
  const { t, find } = words;
  const question = useQuestionOver({ from: null, to: null });
  const asked = useMetric('cross-cover', question);
  const rows = (asked.answer?.grid.rows ?? []).filter((row) => textIn(row, 'skill') !== null);
  const short = rows.filter((row) => textIn(row, 'cover') !== 'covered');
  const go = (
    <Button kind="link" onPress={() => showView('training')}>
      {t('view.training')}
    </Button>
  );
  if (rows.length > 0 && short.length === 0)
    return [
      <TaskRow
        key="cover"
        said={t('coverage.allCovered')}
        detail={t('coverage.allCoveredNote', { n: rows.length })}
        actions={go}
      />,
    ];
  return short.map((row) => {
    const args = {
      skill: find(`skill.${textIn(row, 'skill')}`) ?? textIn(row, 'skill') ?? '',
      role: valueName(textIn(row, 'role'), words),
      who: textIn(row, 'who') ?? '',
    };
    const depth = numberIn(row, 'value') ?? 0;
    return (
      <TaskRow
        key={`${textIn(row, 'role')} ${textIn(row, 'skill')}`}
        said={t(depth === 0 ? 'coverage.nobodyCovers' : 'coverage.oneCovers', args)}
        detail={t('coverage.evidenced', { n: numberIn(row, 'evidenced') ?? 0, people: numberIn(row, 'people') ?? 0 })}
        actions={
          <>
            <FigureButton
              metric="cross-cover"
              question={question}
              where={{ role: textIn(row, 'role'), skill: textIn(row, 'skill') }}
              text={String(depth)}
            />
            {go}
          </>
        }
      />
    );
  });
}

function useRequired() {
  const words = useWords();
  const { t } = words;
  const each = useAsked('training-coverage', {}, ['rep']);
  const lacking = (each.answer?.grid.rows ?? []).filter(
    (row) => (row['is_required'] === true || row['is_required'] === 1) && (numberIn(row, 'missing') ?? 0) > 0,
  );
  const programmes = [...new Set(lacking.flatMap((row) => textIn(row, 'programme') ?? []))];
  const namesOf = (programme: string): readonly string[] =>
    lacking.filter((row: Row) => textIn(row, 'programme') === programme).flatMap((row) => textIn(row, 'rep') ?? []);
  return programmes.map((programme) => (
    <TaskRow
      key={programme}
      said={t('coverage.programme', { programme, n: namesOf(programme).length })}
      detail={namesText(words)(namesOf(programme))}
      actions={
        <Button kind="link" onPress={() => showView('training')}>
          {t('view.training')}
        </Button>
      }
    />
  ));
}

// What people want is only counted here: how many said it, or that nobody was asked.
function useWishes() {
  const { t } = useWords();
  const question = useQuestionOver({ from: null, to: null });
  const asked = useMetric('wanted-incentives', question);
  const rows = asked.answer?.grid.rows;
  if (!rows) return [];
  const n = numberIn(rows[0], 'n') ?? 0;
  return [
    <TaskRow
      key="wishes"
      said={t(n === 0 ? 'coverage.nobodyAsked' : 'coverage.wishes', { n })}
      detail={t(n === 0 ? 'coverage.nobodyAskedNote' : 'coverage.wishesNote')}
      actions={
        <Button kind="link" onPress={() => showView('people')}>
          {t('view.people')}
        </Button>
      }
    />,
  ];
}
