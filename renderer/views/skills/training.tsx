import type { Row } from '../../engine';
import { AnswerPlace } from '../../frame/answer-place';
import { figureIn, numberIn, textIn } from '../../frame/answers';
import { useAsked } from '../../frame/measure';
import { reasonText } from '../../frame/names';
import { Panel } from '../../frame/panel';
import { useFormat } from '../../ui/use-format';
import { useWords } from '../../ui/words';

/** What the programmes meant for a skill changed, over all of history: those trained before and after, against the others in the same time. */
export function Training({ skill }: { skill: string }) {
  const { t } = useWords();
  const asked = useAsked('training-effect', {}, [], { kind: 'all' });
  const rows = (asked.answer?.grid.rows ?? []).filter((row) => row['skill'] === skill);
  return (
    <Panel title={t('skills.training')} stale={asked.stale}>
      <AnswerPlace answered={asked} isEmpty={() => false}>
        {() =>
          rows.length === 0 ? (
            <p className="small quiet">{t('skills.trainingNone')}</p>
          ) : (
            rows.map((row) => <Effect key={textIn(row, 'programme')} row={row} />)
          )
        }
      </AnswerPlace>
    </Panel>
  );
}

function Effect({ row }: { row: Row }) {
  const words = useWords();
  const { t } = words;
  const formats = useFormat();
  const { value, lower, upper, state, reason } = figureIn(row);
  const rate = (name: string): string => formats.of('ratio', numberIn(row, name), { decimals: 0 });
  const effect =
    value === null
      ? reasonText(reason ?? 'too_few', words)
      : t('skills.trainingEffect', {
          value: formats.points(value),
          range: formats.range('ratio', lower, upper, { sign: true }),
        });
  const notes: Readonly<Record<string, string>> = {
    chosen_because_low: t('skills.trainingLow'),
    no_control: t('skills.trainingAll'),
  };
  const rates = t('skills.trainingRates', {
    before: rate('treated_before'),
    after: rate('treated_after'),
    otherBefore: rate('control_before'),
    otherAfter: rate('control_after'),
  });
  const said = [rates, ...(state === 'thin' ? [t('chart.thin')] : [])].join(' · ');
  return (
    <div className="skills-effect">
      <p className="small">
        {t('skills.trainingOf', { programme: textIn(row, 'programme') ?? '–', n: numberIn(row, 'treated') ?? 0 })}
      </p>
      <p className="small">{effect}</p>
      <p className="caption">
        {said}. {notes[textIn(row, 'note') ?? '']}
      </p>
    </div>
  );
}
